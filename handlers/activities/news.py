"""
What people are told about their seats by themselves: an offer, a reminder, that it is called off.

It stands beside the talk and changes nothing in it: the question that was open stays open, and a
number typed next still belongs to it. So nothing is offered to choose from; words lead on.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from handlers import asking
from handlers.activities import shown
from handlers.effects import ToldNews
from handlers.move import Line, Move
from handlers.seats import News
from handlers.state import Conversation

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import SeatNews

KEPT_FOR = timedelta(hours=24)
"""How long an offered seat waits for a word, from when it was offered."""


def news(c: Conversation, e: SeatNews, b: Book) -> Move:
    """Tell it; of an activity that is over there is nothing to tell."""
    activity = shown.found(b, e.seat.activity)
    if activity is None:
        return Move(c, effects=(ToldNews(e.seat.id, e.news),))
    until = min(e.at.heard + KEPT_FOR, activity.starts) if e.news is News.OFFER else None
    told = {**asking.given(b), **shown.holder(e.seat, activity, c.language)}
    if until is not None:
        told["until"] = shown.moment(until)
    return Move(
        c,
        (Line(f"seat-news-{e.news.value}", told),),
        ways=("seats",),
        effects=(ToldNews(e.seat.id, e.news, until),),
        by_call=True,
    )
