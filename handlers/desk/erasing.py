"""What staff erase for somebody who asked the office: the same that people erase in their talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import home
from handlers.effects import Erase, ToStaff
from handlers.move import Line
from handlers.state import Conversation

if TYPE_CHECKING:
    from content.model import Book
    from handlers.deeds import StaffErased
    from handlers.move import Move


def erase(c: Conversation, e: StaffErased, b: Book) -> Move:
    """Erase it and say so; whatever was open in the talk is closed, for it may be about that."""
    rest = tuple(one for one in c.registrations if one.id not in e.registrations)
    if not e.registrations or not rest:
        topics = c.topics if e.registrations else frozenset[str]()
        c = Conversation(language=c.language, claimed=c.claimed, topics=topics)
    else:
        c = c._replace(registrations=rest, active=0, asked=None, paused=None, editing=False)
    key = "erased-one-by-office" if e.registrations else "erased-by-office"
    wish = Erase(registrations=e.registrations, everything=not e.registrations)
    move = home.menu(c, b, (Line(key),))
    return move._replace(effects=(ToStaff(), wish), by_call=True)
