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
from handlers.state import Answer, Conversation, Source, Stage
from handlers.way import way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event, Said

CONSENT = "call-consent"
KNOWN = ("contact-phone", "contact-name")


def desk(c: Conversation, e: Event, b: Book) -> Move:
    """How to reach staff now, and what can be left for them."""
    c = returning.paused(c)._replace(stage=Stage.STAFF, asked=None)
    words = ("call", "return")
    return Move(
        c,
        (_presence(b, e), Line("staff-ask")),
        tuple(Option(Line(f"staff-option-{word}"), payloads.go(word)) for word in words),
    )


def question(c: Conversation, e: Said, b: Book) -> Move:
    """Put the person's own words on the staff's list and go on where the talk was."""
    move = returning.take_up(c, e, b, (Line("staff-question-kept"), _presence(b, e)))
    return move._replace(effects=(AskStaff(Wish.QUESTION, text=e.text),))


def call(c: Conversation, e: Event, b: Book) -> Move:
    """Begin the few questions of a call back; what a registration knows is not asked again."""
    c = sheet.without(returning.paused(c), sheet.CALLBACK)
    return onward(c, e, b)


def onward(c: Conversation, e: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """The next question of the call back; after the last one the request is made."""
    given = sheet.answers(c, b, sheet.CALLBACK).get((0, CONSENT))
    if given is not None and given.value != "yes":
        c = sheet.without(c, sheet.CALLBACK)
        return returning.take_up(c, e, b, (Line("call-refused", asking.given(b)),))
    if given is not None:
        c = _with_known(c, b, given)
    road = way(c, b, sheet.CALLBACK)
    slot = road.ahead(c.skipped)
    return asking.put(c, b, road, slot, lines) if slot else _requested(c, e, b)


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


def _with_known(c: Conversation, b: Book, given: Answer) -> Conversation:
    registration = sheet.active(c)
    known = sheet.answers(c, b, sheet.CALLBACK)
    for key in KNOWN:
        answer = registration.answers.get((0, key)) if registration else None
        if answer and (0, key) not in known and key in b.forms[sheet.CALLBACK].by_key:
            carried = Answer(answer.value, answer.raw, Source.CARRIED, given.at)
            c = sheet.kept(c, b, sheet.CALLBACK, (0, key), carried)
    return c


def _presence(b: Book, e: Event) -> Line:
    there = "staff-there" if days.open_now(b.office, e.at.heard) else "staff-away"
    return Line(there, asking.given(b))
