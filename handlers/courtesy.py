"""
What is said to greetings, thanks and what nothing can be made of.

Nothing of it moves the talk: a question, a review or a dossier that is open stays open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, returning
from handlers.effects import Need, NeedsStaff
from handlers.move import Line, Move
from handlers.reading.understanding import Understood
from handlers.reading.yesno import read_yes_no

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event, Said
    from handlers.state import Conversation

LOST = 3
"""Messages in a row that nothing could be made of, after which staff are shown who needs them."""


def hello(c: Conversation, e: Event, b: Book) -> Move:
    """A greeting is returned."""
    return _answered(c, e, b, Line("home-hello"))


def introduced(c: Conversation, e: Event, b: Book) -> Move:
    """Who is talking here."""
    return _answered(c, e, b, Line("home-who", asking.given(b)))


def help_out(c: Conversation, e: Event, b: Book) -> Move:
    """What can be typed at any moment."""
    return _answered(c, e, b, Line("home-help", asking.given(b)))


def thanked(c: Conversation, e: Event, b: Book) -> Move:
    """Thanks and goodbyes are returned."""
    return returning.unmoved(c, e, b, (Line("home-thanks"),))


def lost(c: Conversation, e: Said, b: Book) -> Move:
    """
    Nothing could be made of what was typed: each time in other words, then staff.

    A mere "vâng" or "ok" says that all is well.
    """
    if isinstance(read_yes_no(e.text), Understood):
        return returning.unmoved(c, e, b, (Line("home-nod"),))
    tries = c.lost + 1
    key = "home-lost" if tries == 1 else "home-lost-again" if tries % 2 == 0 else "home-lost-staff"
    move = returning.unmoved(c, e, b, (Line(key, asking.given(b)),))
    told = (NeedsStaff(Need.LOST),) if tries == LOST else ()
    c = move.conversation._replace(lost=tries)
    return move._replace(conversation=c, effects=(*move.effects, *told))


def _answered(c: Conversation, e: Event, b: Book, line: Line) -> Move:
    menu = () if c.stage in returning.WORTH else (Line("home-menu"),)
    return returning.unmoved(c, e, b, (line, *menu))
