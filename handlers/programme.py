"""Explains the selection programme, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, home, payloads
from handlers.move import Line, Move, Option
from handlers.state import Conversation, Stage

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event

CALENDAR = "calendar"


def first(c: Conversation, e: Event, b: Book) -> Move:
    """The first page."""
    return page(c, e, b, next(iter(b.pages)))


def page(c: Conversation, e: Event, b: Book, key: str) -> Move:
    """One page with the ones it leads to; an unknown page is answered with the first."""
    found = b.pages.get(key) or next(iter(b.pages.values()))
    c = c._replace(stage=Stage.PROGRAMME, page=found.key, asked=None)
    lines = [Line(f"programme-{found.key}", asking.given(b))]
    if found.key == CALENDAR:
        lines.append(home.round_line(b, e))
    if found.article:
        lines.append(Line("page-source", {"article": Line(f"article-{found.article}")}))
    leads = tuple(
        Option(Line(f"programme-{lead}.title"), payloads.go("page", lead)) for lead in found.leads
    )
    roads = tuple(
        Option(Line(f"menu-{word}"), payloads.go(word)) for word in ("eligibility", "home")
    )
    return Move(c, tuple(lines), (*leads, *roads))
