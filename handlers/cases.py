"""Puts on the list of staff what needs them: a verdict, or a question that nobody could answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.form import Kind
from handlers import codes, sheet
from handlers.effects import Agreed, AskStaff, Wish
from handlers.move import Line
from handlers.verdict import verdict
from handlers.words import spoken

if TYPE_CHECKING:
    from content.model import Book
    from handlers.path import Slot
    from handlers.state import Conversation, Registration

PHONE = "contact-phone"
NAME = "contact-name"
NEEDS_STAFF = frozenset({"staff", "no", "redirect"})
"""The verdicts after which the person is told that staff will look at it."""


def case(registration: Registration, b: Book) -> tuple[AskStaff, ...]:
    """The request to staff, in their language, with the reasons; none where none is needed."""
    if registration.verdict not in NEEDS_STAFF:
        return ()
    products = range(1, registration.products + 1)
    found = [verdict(b, registration.answers, product) for product in products]
    rules = [rule for one in found if one.outcome == registration.verdict for rule in one.because()]
    because = (Line(f"rule-{key}") for key in dict.fromkeys(rule.key for rule in rules))
    text = " ".join(spoken(line, b.wording, b.languages[0]) for line in because)
    return _told(registration, b, Line("staff-case", {**_code(registration), "why": text}))


def unplaced(registration: Registration, b: Book) -> tuple[AskStaff, ...]:
    """The request to find out where an old commune lies now; none when the place is known."""
    for (_, key), answer in registration.answers.items():
        question = b.forms[sheet.REGISTRATION].by_key.get(key)
        if question is None or question.kind is not Kind.PLACE or answer.value in b.places.by_code:
            continue
        if answer.value not in question.choices:
            args = {**_code(registration), "was": answer.value}
            return _told(registration, b, Line("staff-unplaced", args))
    return ()


def stuck(c: Conversation, b: Book, slot: Slot) -> tuple[AskStaff, ...]:
    """The request to help with one question; none while nobody knows whom to call."""
    registration = sheet.active(c)
    asked = c.asked is not None and c.asked.form == sheet.REGISTRATION
    if registration is None or not asked or (0, PHONE) not in registration.answers:
        return ()
    label = Line(f"{slot.question.words}.label")
    return _told(registration, b, Line("staff-stuck", {**_code(registration), "what": label}))


def undoing(registration: Registration, b: Book) -> tuple[AskStaff, ...]:
    """The request to ask a producer whether what a helper sent for them is to be taken back."""
    return _told(registration, b, Line("staff-undo", _code(registration)))


def voiced(
    registration: Registration | None, b: Book, slot: Slot | None, media: str
) -> tuple[AskStaff, ...]:
    """The request to listen to a voice note and to write down what it answers."""
    if registration is None:
        return (AskStaff(Wish.VOICE, media=media),)
    line = Line("staff-voice", _code(registration))
    if slot is not None:
        args = {**_code(registration), "what": Line(f"{slot.question.words}.label")}
        line = Line("staff-voice-answer", args)
    (told,) = _told(registration, b, line)
    return (replace(told, wish=Wish.VOICE, media=media),)


def _code(registration: Registration) -> dict[str, Line | str]:
    return {"code": codes.code(registration.id)}


def _told(registration: Registration, b: Book, line: Line) -> tuple[AskStaff, ...]:
    answers = {} if registration.agreed is Agreed.WAITING else registration.answers
    phone, name = (answers.get((0, key)) for key in (PHONE, NAME))
    return (
        AskStaff(
            Wish.QUESTION,
            phone=phone.value if phone else "",
            name=name.value if name else "",
            text=spoken(line, b.wording, b.languages[0]),
        ),
    )
