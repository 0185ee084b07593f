"""The form so far, beside the talk: where somebody stands, and what they have answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console.shown import REGISTRATION, covered
from content.form import Kind
from handlers import path
from handlers.answers import show
from handlers.codes import code
from storage.inbox import registered_by, standing_of
from storage.records import read_record

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.console.visit import Visit
    from handlers.path import Slot
    from handlers.state import Answers
    from storage.inbox import Matter

HIDDEN = frozenset({Kind.CONSENT, Kind.PHOTO, Kind.PAPER})


@dataclass(frozen=True, slots=True)
class SoFar:
    """
    The open question, empty where none is; the answers given, each with its label; and what the
    person registered, by number and code.
    """

    stands: str
    facts: tuple[tuple[str, str], ...]
    registered: tuple[tuple[int, str], ...]


async def so_far(reader: AsyncEngine, one: Matter, visit: Visit) -> SoFar:
    """Of the registration that was opened last, or of what was answered before there is one."""
    talk = await standing_of(reader, one.person)
    asked = talk.asked
    form = visit.book.forms.get(asked.form) if asked else None
    question = form.by_key.get(asked.question) if form and asked else None
    stands = visit.say(f"{question.words}.label") if question else ""
    communes = visit.colleague.communes
    numbers = await registered_by(reader, one.person, communes)
    record = await read_record(reader, numbers[-1], communes) if numbers else None
    if record is not None:
        facts = _facts(REGISTRATION, record.answers, record.entry.products, visit)
        return SoFar(stands, facts, tuple((number, code(number)) for number in numbers))
    facts = tuple(
        fact for key, answers in talk.answers.items() for fact in _facts(key, answers, 0, visit)
    )
    return SoFar(stands, facts, ())


def _facts(key: str, answers: Answers, products: int, visit: Visit) -> tuple[tuple[str, str], ...]:
    form = visit.book.forms.get(key)
    if form is None:
        return ()
    slots = path.slots(form.whole, answers, products)
    return tuple(_fact(slot, answers, visit) for slot in slots if _is_told(slot, answers))


def _is_told(slot: Slot, answers: Answers) -> bool:
    given = answers.get(slot.key)
    return given is not None and bool(given.value) and slot.question.kind not in HIDDEN


def _fact(slot: Slot, answers: Answers, visit: Visit) -> tuple[str, str]:
    value, question = answers[slot.key].value, slot.question
    shown = show(question, value, visit.book, visit.language)
    covers = question.kind is Kind.PHONE
    return visit.say(f"{question.words}.label"), covered(value) if covers else shown
