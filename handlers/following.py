"""
Somebody opens the talk, or follows the account in the middle of it.

Where following is a thing of its own beside the talk, whoever does it is led away from nothing that
is open, and comes between nobody: it may be staff who asked them to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import absence, home, returning, silence
from handlers.events import Followed
from handlers.move import Line, Move
from handlers.standing import is_open

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event
    from handlers.state import Conversation


def opened(c: Conversation, e: Followed, b: Book) -> Move:
    """Greet them; what is open goes on, for who came in passing, else they are asked."""
    if not e.passing or not is_open(c) or absence.too_long(c, e, b):
        return home.welcome(c, e, b)
    return returning.as_it_was(home.met(c, e), e, b, (Line("home-hello"),))


def is_unanswered(c: Conversation, e: Event) -> bool:
    """Whether somebody came in passing while one of the staff talks to them."""
    return isinstance(e, Followed) and e.passing and silence.reigns(c, e)
