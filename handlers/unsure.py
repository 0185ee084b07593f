"""
What is said to a text that may or may not answer the open question.

It is said back, or asked which of several was meant; where it is no answer, the ladder helps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, elsewhere, home, ladder, payloads, sheet, staff, which
from handlers.answers import Reading, Several, Understood, Wrong, is_unsure

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Said
    from handlers.move import Move
    from handlers.path import Slot
    from handlers.state import Asked, Conversation


def reply(c: Conversation, e: Said, b: Book, slot: Slot, reading: Reading) -> Move:
    """Say back what was understood, ask which of several was meant, or help with the answer."""
    asked = c.asked
    if asked is None:
        return home.menu(c, b)
    match reading:
        case Understood(value):
            asked = asked._replace(reading=value, raw=kept(asked, e, b))
            return asking.confirm(c._replace(asked=asked), b, slot)
        case Several(values):
            c = c._replace(asked=asked._replace(raw=kept(asked, e, b)))
            return which.ask(c, b, slot, values, e.text)
        case Wrong() if _leaves_it_to_staff(c, e.text):
            return staff.desk(c, e, b)
        case Wrong(reason):
            return ladder.wrong(c, b, slot, reason)


def kept(asked: Asked, e: Said, b: Book) -> str:
    """The person's own words; before they agreed to that, only another province's name in them."""
    return e.text if asked.form != sheet.ELIGIBILITY else elsewhere.name(b, e.text)


def _leaves_it_to_staff(c: Conversation, text: str) -> bool:
    """Whether "I do not know" was said where staff stand among the choices."""
    return is_unsure(text) and any(one.payload == payloads.go("staff") for one in c.offered)
