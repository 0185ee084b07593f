"""
Takes a seat for somebody: consent first, then who comes and a phone, then the wish itself.

Whether there is a seat is not known here; the wish is answered in the same turn
(`handlers.activities.told`). Who has seats already is not asked again for consent and phone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, home, path, returning, sheet
from handlers.activities import listing, shown
from handlers.effects import Consent
from handlers.move import Line, Move
from handlers.seats import AskSeats, SeatWish
from handlers.state import Answer, Asked, Conversation, Source
from handlers.way import way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event, SeatsTold
    from handlers.path import Slot

CONSENT = (0, "seat-consent")
NAME = (0, "guest-name")
PHONE = (0, "guest-phone")
TAKE, RENAME = "take", "name"


def take(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """Begin to take a seat, once it is known which ones this phone has."""
    activity = shown.found(b, number)
    if activity is None or not activity.takes(e.at.heard):
        return listing.show(c, e, b, (Line("activity-over"),))
    c = sheet.without(returning.paused(c), sheet.SEAT)
    return Move(c, effects=(AskSeats(SeatWish.LOOK, activity=activity.number),))


def begin(c: Conversation, e: SeatsTold, b: Book) -> Move:
    """Ask what is not known from the seats that this phone has already."""
    number = e.asked.activity
    c = sheet.without(c, sheet.SEAT)._replace(booking=f"{TAKE}/{number}")
    if not e.seats or c.locked:
        return onward(c, e, b)
    newest = max(e.seats)
    c = _carried(_carried(c, e, b, CONSENT, "yes"), e, b, PHONE, newest.phone)
    coming = {one.name for one in e.seats if one.activity == number}
    known = [name for name in (*_names(c), newest.name) if name not in coming]
    return _offered(c, b, known[0], NAME) if known else onward(c, e, b)


def rename(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """Ask who comes instead."""
    c = sheet.without(c, sheet.SEAT)._replace(booking=f"{RENAME}/{number}")
    return onward(_carried(_carried(c, e, b, CONSENT, "yes"), e, b, PHONE, ""), e, b)


def onward(c: Conversation, e: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """The next question; after the last one the wish itself."""
    answers = sheet.answers(c, b, sheet.SEAT)
    if not c.booking:
        return home.menu(sheet.without(c, sheet.SEAT), b, (Line("seat-not-taken"),))
    consent = answers.get(CONSENT)
    if consent is not None and consent.value != "yes":
        return left(c, e, b, Line("seat-refused", asking.given(b)))
    road = way(c, b, sheet.SEAT)
    slot = road.ahead()
    if slot is None:
        return _wished(c, b)
    known = _known(c, slot)
    return _offered(c, b, known, slot.key, lines) if known else asking.put(c, b, road, slot, lines)


def left(c: Conversation, e: Event, b: Book, line: Line) -> Move:
    """Leave it, and go on where the talk was."""
    return returning.take_up(sheet.without(c, sheet.SEAT)._replace(booking=""), e, b, (line,))


def _wished(c: Conversation, b: Book) -> Move:
    answers = sheet.answers(c, b, sheet.SEAT)
    name, phone = answers[NAME].value, answers[PHONE].value
    kind, _, number = c.booking.partition("/")
    if kind == RENAME:
        return Move(c, effects=(AskSeats(SeatWish.NAME, seat=int(number), name=name),))
    wish = AskSeats(SeatWish.TAKE, activity=int(number), name=name, phone=phone)
    if answers[CONSENT].source is Source.CARRIED:
        return Move(c, effects=(wish,))
    consent = Consent("seat", given=True, text_version=b.office.text_version)
    return Move(c, effects=(consent, wish))


def _known(c: Conversation, slot: Slot) -> str:
    """What a registration of this phone says in answer, for somebody without a seat yet."""
    if slot.key == NAME and PHONE not in c.answers.get(sheet.SEAT, {}):
        return next(iter(_names(c)), "")
    return _registered(c, "contact-phone") if slot.key == PHONE else ""


def _names(c: Conversation) -> tuple[str, ...]:
    name = _registered(c, "contact-name")
    return (name,) if name else ()


def _registered(c: Conversation, key: str) -> str:
    registration = None if c.locked else sheet.active(c)
    answer = registration.answers.get((0, key)) if registration else None
    return answer.value if answer else ""


def _offered(
    c: Conversation, b: Book, known: str, key: tuple[int, str], lines: tuple[Line, ...] = ()
) -> Move:
    """Ask whether what is known is meant: somebody else may come, with another phone."""
    slot = path.slot(b.forms[sheet.SEAT].by_key[key[1]], 0)
    asked = Asked(sheet.SEAT, key[1], reading=known, raw=known)
    line = Line("seat-known-name" if key == NAME else "seat-known-phone")
    return asking.confirm(c._replace(asked=asked), b, slot, (*lines, line))


def _carried(c: Conversation, e: Event, b: Book, key: tuple[int, str], value: str) -> Conversation:
    answer = Answer(value, value, Source.CARRIED, e.at.heard)
    return sheet.kept(c, b, sheet.SEAT, key, answer)
