"""
Talking to staff and being called back, from any state; what it interrupted goes on afterwards.

A call back needs no registration: a number, a good hour, a language, and a consent of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, days, payloads, returning, sheet
from handlers.answers import show
from handlers.effects import AskStaff, Consent, Wish
from handlers.move import Line, Move, Option
from handlers.state import Answer, Asked, Conversation, Source, Stage
from handlers.way import way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event, Said
    from handlers.path import Slot

CONSENT = "call-consent"
PHONE = "contact-phone"
NAME = "contact-name"


def desk(c: Conversation, e: Event, b: Book) -> Move:
    """How to reach staff now, and what can be left for them."""
    c = returning.paused(c)._replace(stage=Stage.STAFF, asked=None)
    if c.registrations:
        return Move(c, (_presence(b, e), Line("staff-ask")), _options("call", "return"))
    lines = (_presence(b, e), Line("staff-ask-first"))
    return Move(c, lines, _options("write", "call", "return"))


def write(c: Conversation, _: Event, __: Book) -> Move:
    """Take the next words for staff, from somebody who agrees that they are kept."""
    c = c._replace(stage=Stage.WRITING)
    return Move(c, (Line("staff-write"),), _options("call", "return"))


def question(c: Conversation, e: Said, b: Book) -> Move:
    """Put the person's own words on the staff's list and go on where the talk was."""
    agrees = c.stage is Stage.WRITING
    if not (agrees or c.registrations):
        move = desk(c, e, b)
        return move._replace(lines=(Line("staff-write-first"), *move.lines))
    move = returning.take_up(c, e, b, (Line("staff-question-kept"), _presence(b, e)))
    wish = AskStaff(Wish.QUESTION, text=e.text)
    consent = Consent("question", given=True, text_version=b.office.text_version)
    return move._replace(effects=(consent, wish) if agrees else (wish,))


def call(c: Conversation, e: Event, b: Book) -> Move:
    """Begin the few questions of a call back; a number that a registration has is offered first."""
    c = sheet.without(returning.paused(c), sheet.CALLBACK)
    return onward(c, e, b)


def onward(c: Conversation, e: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """The next question of the call back; after the last one the request is made."""
    given = sheet.answers(c, b, sheet.CALLBACK).get((0, CONSENT))
    if given is not None and given.value != "yes":
        c = sheet.without(c, sheet.CALLBACK)
        return returning.take_up(c, e, b, (Line("call-refused", asking.given(b)),))
    if given is not None:
        c = _named(c, b, given)
    road = way(c, b, sheet.CALLBACK)
    slot = road.ahead(c.skipped)
    if slot is None:
        return _requested(c, e, b)
    known = _known(c, PHONE) if slot.question.key == PHONE else None
    return _offered(c, b, slot, known, lines) if known else asking.put(c, b, road, slot, lines)


def _requested(c: Conversation, e: Event, b: Book) -> Move:
    answers = {key: a.value for (_, key), a in sheet.answers(c, b, sheet.CALLBACK).items()}
    form = b.forms[sheet.CALLBACK]
    phone = answers.get("contact-phone", "")
    hour = answers.get("call-hour", "any")
    line = Line(
        "call-requested",
        {
            "phone": show(form.by_key["contact-phone"], phone, b, c.language),
            "hour": show(form.by_key["call-hour"], hour, b, c.language),
        },
    )
    move = returning.take_up(sheet.without(c, sheet.CALLBACK), e, b, (line, _presence(b, e)))
    wish = AskStaff(
        Wish.CALL,
        phone=phone,
        name=answers.get("contact-name", ""),
        hour=hour,
        language=answers.get("contact-language", ""),
    )
    consent = Consent("call", given=True, text_version=b.office.text_version)
    return move._replace(effects=(consent, wish))


def _offered(c: Conversation, b: Book, slot: Slot, known: Answer, lines: tuple[Line, ...]) -> Move:
    """Ask whether the number of a registration is the one to call: it may be somebody else's."""
    registration = sheet.active(c)
    title = registration.title if registration else ""
    asked = Asked(sheet.CALLBACK, slot.question.key, reading=known.value, raw=known.raw)
    line = Line("call-known", {"title": title or Line("signup-untitled")})
    return asking.confirm(c._replace(asked=asked), b, slot, (*lines, line))


def _known(c: Conversation, key: str) -> Answer | None:
    registration = None if c.locked else sheet.active(c)
    return registration.answers.get((0, key)) if registration else None


def _named(c: Conversation, b: Book, given: Answer) -> Conversation:
    """The name that a registration has beside the number that was given is not asked again."""
    answers = sheet.answers(c, b, sheet.CALLBACK)
    phone, known, name = answers.get((0, PHONE)), _known(c, PHONE), _known(c, NAME)
    if not (phone and known and name) or phone.value != known.value or (0, NAME) in answers:
        return c
    carried = Answer(name.value, name.raw, Source.CARRIED, given.at)
    return sheet.kept(c, b, sheet.CALLBACK, (0, NAME), carried)


def _options(*words: str) -> tuple[Option, ...]:
    return tuple(Option(Line(f"staff-option-{word}"), payloads.go(word)) for word in words)


def _presence(b: Book, e: Event) -> Line:
    there = "staff-there" if days.open_now(b.office, e.at.heard) else "staff-away"
    return Line(there, asking.given(b))
