"""
Answers that staff put down: from a call, from a paper, or because one was wrong.

They are taken all or none: where the producer, or somebody else of the staff, has changed one of
them since it was seen, whoever wrote is told which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import registration, sections, sheet, whose
from handlers.desk.progress import found
from handlers.effects import ToStaff
from handlers.move import Move
from handlers.state import Answer, Source
from handlers.verdict import judged

if TYPE_CHECKING:
    from content.model import Book
    from handlers.deeds import StaffWrote
    from handlers.state import AnswerKey, Conversation, Registration

FORM = sheet.REGISTRATION


def write(c: Conversation, e: StaffWrote, b: Book) -> Move:
    """Take the answers, unless somebody changed one of them meanwhile; nobody is told."""
    entry = found(c, e.registration)
    if entry is None or not entry.loaded:
        return Move(c, effects=(ToStaff("gone"),))
    changed = tuple(
        (one.product, one.question)
        for one in e.answers
        if _value(entry, (one.product, one.question)) != one.was
    )
    if changed:
        return Move(c, effects=(ToStaff("changed", changed),))
    return Move(_written(c, e, entry, b), effects=(ToStaff(),))


def _written(c: Conversation, e: StaffWrote, entry: Registration, b: Book) -> Conversation:
    taken = {(one.product, one.question) for one in e.answers if not one.value}
    given = {
        (one.product, one.question): Answer(one.value, one.raw, Source.STAFF, e.at.heard)
        for one in e.answers
        if one.value
    }
    grown = min(max([entry.products, *(at for at, _ in given)]), registration.MOST_PRODUCTS)
    rest = {key: one for key, one in entry.answers.items() if key not in taken}
    about = sheet.with_registration(c, entry._replace(answers=rest, products=grown))
    about = whose.remembered(sheet.given(about._replace(active=entry.id), b, FORM, given))
    now = sheet.active(about)
    if now is not None:
        about = sheet.with_registration(about, judged(sections.filed(now, b), b))
    return about._replace(active=c.active)


def _value(entry: Registration, key: AnswerKey) -> str:
    given = entry.answers.get(key)
    return given.value if given else ""
