"""Whom the talk is about just now, by name, where one contact registers for several."""

from __future__ import annotations

from handlers import sheet
from handlers.move import Line
from handlers.state import Conversation, Status

NAMES = ("contact-name", "est-name")
"""The answers that name a producer; a helper knows them as people, others as their workshop."""


def for_whom(c: Conversation, question: Line) -> Line:
    """The question with the name of the producer it is about, where that could be another."""
    return Line("form-for", {"who": _name(c), "question": question}) if _several(c) else question


def now(c: Conversation) -> tuple[Line, ...]:
    """A line that says whom it is about, where that could be another."""
    return (Line("whom-now", {"who": _name(c)}),) if _several(c) else ()


def _several(c: Conversation) -> bool:
    entry = sheet.active(c)
    if entry is None:
        return bool(c.registrations)
    if entry.helped:
        return True
    others = len(c.registrations) > 1
    return others and sum(one.status is not Status.WITHDRAWN for one in c.registrations) > 1


def _name(c: Conversation) -> Line | str:
    entry = sheet.active(c)
    if entry is None:
        return Line("whom-new")
    keys = NAMES if entry.helped else NAMES[::-1]
    given = (entry.answers.get((0, key)) for key in keys)
    return next((one.value for one in given if one), entry.title) or Line("whom-new")
