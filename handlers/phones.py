"""A phone number shared with the channel's own button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.model import Kind
from handlers import asking, days, form, home, ladder
from handlers.answers import Understood, read
from handlers.move import Line, Move

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import SharedPhone
    from handlers.state import Conversation


def taken(c: Conversation, e: SharedPhone, b: Book) -> Move:
    """Take a shared number where a phone is asked; a stranger's number is said back first."""
    slot = asking.open_slot(c, b)
    if slot is None or c.asked is None or slot.question.kind is not Kind.PHONE:
        lines = (Line("phone-not-now"),)
        return asking.repeat(c, b, lines) or home.menu(c, b, lines)
    match read(slot.question, e.phone, b, days.day(e.at.heard)):
        case Understood(value) if e.own:
            return form.accept(c, e, b, slot, value, e.phone)
        case Understood(value):
            asked = c.asked._replace(reading=value, raw=e.phone)
            return asking.confirm(c._replace(asked=asked), b, slot)
        case _:
            return ladder.wrong(c, b, slot, "not-a-phone")


def elsewhere(c: Conversation, _: SharedPhone, b: Book) -> Move:
    """Nobody asked for a number: nothing is kept of it."""
    return home.menu(c, b, (Line("phone-not-now"),))
