"""
Takes what a person shares with the channel's own form or map, where it answers the open question.

A number and a name of one's own are taken as they are. A stranger's number, what a helper shares
for a producer, and an address that may be a home and not the workshop, are said back first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.form import Kind, Shared
from handlers import asking, days, files, form, home, ladder, sheet, which
from handlers.answers import Several, Understood, Wrong, read
from handlers.effects import OwnPhone
from handlers.move import Line, Move

if TYPE_CHECKING:
    from content.form import Question
    from content.model import Book
    from handlers.events import Event, SentOther, SharedPhone
    from handlers.path import Slot
    from handlers.state import Conversation


def shared(c: Conversation, e: SharedPhone, b: Book) -> Move:
    """A form that was filled in, or a number that was shared."""
    slot = asking.open_slot(c, b)
    given = _answer(slot.question, e) if slot else ""
    if slot is None or not (given or slot.question.kind is Kind.PHONE):
        lines = (Line("phone-not-now"),)
        return asking.repeat(c, b, lines) or home.menu(c, b, lines)
    own = e.own and not sheet.for_another(c, c.asked.form if c.asked else "")
    if not own or slot.question.kind is Kind.PLACE or slot.question.shared is Shared.ADDRESS:
        return _said_back(c, e, b, slot, given)
    match read(slot.question, given, b, days.day(e.at.heard)):
        case Understood(value):
            move = form.accept(c, e, b, slot, value, given)
            if slot.question.kind is Kind.PHONE:
                return move._replace(effects=(*move.effects, OwnPhone(value)))
            return _further(move, e, b) if slot.question.kind is Kind.NAME else move
        case Wrong(reason):
            return ladder.wrong(c, b, slot, reason)
        case Several(values):
            return which.ask(c, b, slot, values, given)


def elsewhere(c: Conversation, _: SharedPhone, b: Book) -> Move:
    """Nobody asked for it: nothing is kept of it."""
    return home.menu(c, b, (Line("phone-not-now"),))


def located(c: Conversation, e: SentOther, b: Book) -> Move:
    """A place on the map, where an address is asked for."""
    slot = asking.open_slot(c, b)
    if slot is None or not e.where or slot.question.shared is not Shared.ADDRESS:
        return files.other(c, e, b)
    return _said_back(c, e, b, slot, e.where)


def _answer(question: Question, e: SharedPhone) -> str:
    """What of it answers this question."""
    match question:
        case _ if question.kind is Kind.PHONE:
            return e.phone
        case _ if question.kind is Kind.PLACE:
            return e.ward
        case _ if question.shared is Shared.NAME:
            return e.name
        case _ if question.shared is Shared.ADDRESS:
            return e.address
        case _:
            return ""


def _said_back(c: Conversation, e: Event, b: Book, slot: Slot, given: str) -> Move:
    """Ask whether this is meant."""
    if c.asked is None:
        return home.menu(c, b)
    raw = "" if c.asked.form == sheet.ELIGIBILITY else given
    match read(slot.question, given, b, days.day(e.at.heard)):
        case Understood(value):
            asked = c.asked._replace(doubt="", reading=value, raw=raw)
            return asking.confirm(c._replace(asked=asked), b, slot)
        case Wrong(reason):
            return ladder.wrong(c, b, slot, reason)
        case Several(values):
            return which.ask(c._replace(asked=c.asked._replace(raw=raw)), b, slot, values, given)


def _further(move: Move, e: SharedPhone, b: Book) -> Move:
    """The same form may answer the next question too, when that is the phone."""
    c = move.conversation
    slot = asking.open_slot(c, b)
    if slot is None or slot.question.kind is not Kind.PHONE or not e.phone:
        return move
    both = shared(c, e, b)
    return both._replace(effects=(*move.effects, *both.effects))
