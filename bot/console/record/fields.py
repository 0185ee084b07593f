"""
The questions of a registration as fields of a page, read by the same readers as the chat.

What stands in a field is what staff may see: a phone has its middle covered, and stays as it is
unless another is typed.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console.shown import REGISTRATION, covered
from bot.text import clean
from content.form import Kind
from handlers import path
from handlers.answers import Several, Understood, read, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from bot.console.visit import Visit
    from content.form import Question
    from handlers.path import Slot
    from handlers.state import Answer, Answers

CHOSEN = frozenset({Kind.CHOICE})
TICKED = frozenset({Kind.CHOICES, Kind.TOPICS})
NOT_TYPED = frozenset({Kind.CONSENT, Kind.PHOTO, Kind.PAPER})
LONG = 200
"""Characters from which on a text gets a field of several lines."""


@dataclass(frozen=True, slots=True)
class Field:
    """
    One question as a field: `shape` is `line`, `lines`, `choice` or `checks`.

    `now` is what stands in it as long as nobody types anything else.
    """

    slot: Slot
    name: str
    label: str
    hint: str
    shape: str
    options: Mapping[str, str]
    now: str
    needed: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """What was made of a field: a value in our own form, or what is wrong with it."""

    value: str = ""
    raw: str = ""
    problem: str = ""


def fields(slots: Iterable[Slot], answers: Answers, visit: Visit) -> tuple[Field, ...]:
    """The fields of these questions, but for those that are never typed."""
    return tuple(
        _field(slot, answers.get(slot.key), visit)
        for slot in slots
        if slot.question.kind not in NOT_TYPED
    )


def typed_into(field: Field, form: Mapping[str, str]) -> str:
    """What was sent for a field; nothing where it was not on the page."""
    if field.shape == "checks":
        return ",".join(one for one in field.options if form.get(f"{field.name}-{one}"))
    return clean(form.get(field.name, ""))


def filled(field: Field, text: str) -> Mapping[str, str]:
    """A field's text as the templates want it."""
    if field.shape == "checks":
        return {f"{field.name}-{one}": "yes" for one in text.split(",") if one}
    return {field.name: text}


def understood(field: Field, text: str, visit: Visit, today: date) -> Typed:
    """What a text says in answer to a field's question."""
    question = field.slot.question
    if not text:
        return Typed()
    if field.shape in {"choice", "checks"}:
        known = all(one in question.choices for one in text.split(","))
        return Typed(text, text) if known else _wrong(question, visit)
    match read(question, text, visit.book, today):
        case Understood(value):
            return Typed(value, text)
        case Several(values):
            each = "; ".join(show(question, one, visit.book, visit.language) for one in values)
            return Typed(problem=visit.say("field-which", values=each))
        case _:
            return _wrong(question, visit)


def beyond(field: Field, value: str, answers: Answers, visit: Visit) -> str:
    """What is wrong with a part that is more than its whole; empty where nothing is."""
    slot = field.slot
    whole = path.whole_below(slot.question, slot.product, value, answers)
    if whole is None or slot.question.at_most is None:
        return ""
    other = visit.book.forms[REGISTRATION].by_key[slot.question.at_most]
    label = visit.say(f"{other.words}.label")
    most = show(other, whole.value, visit.book, visit.language)
    return visit.say("field-more-than-whole", label=label, most=most)


def mark(visit: Visit, text: str) -> str:
    """What stands for a text on a page, where nobody can read it back."""
    return hmac.new(visit.token.encode(), text.encode(), hashlib.sha256).hexdigest()[:24]


def _wrong(question: Question, visit: Visit) -> Typed:
    return Typed(problem=visit.say(f"field-need-{question.kind}"))


def _field(slot: Slot, given: Answer | None, visit: Visit) -> Field:
    question = slot.question
    options = {}
    if question.kind in CHOSEN | TICKED:
        options = {one: visit.say(f"{question.words}.choice-{one}") for one in question.choices}
    hint = f"field-hint-{question.kind}"
    return Field(
        slot,
        question.key,
        visit.say(f"{question.words}.label"),
        visit.say(hint) if visit.book.wording.has(visit.language, hint) else "",
        _shape(question),
        options,
        _now(question, given, visit),
        question.required,
    )


def _shape(question: Question) -> str:
    if question.kind in CHOSEN:
        return "choice"
    if question.kind in TICKED:
        return "checks"
    long = question.kind is Kind.TEXT and (question.maximum or 0) >= LONG
    return "lines" if long else "line"


def _now(question: Question, given: Answer | None, visit: Visit) -> str:
    if given is None or not given.value:
        return ""
    if question.kind in CHOSEN | TICKED or question.kind in {Kind.TEXT, Kind.NAME, Kind.EMAIL}:
        return given.value
    if question.kind is Kind.PHONE:
        return covered(given.value)
    return show(question, given.value, visit.book, visit.language)
