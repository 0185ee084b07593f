"""
What an answer replaced, so that the change can be taken back: the old one, and what hung on it.

Only the last change can be taken back, and only until something else is answered or the form is
left: an answer that was replaced is not kept for longer than it may be of use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.form import Kind
from handlers import asking, sheet, whose
from handlers.move import Line
from handlers.state import Conversation, Replaced

if TYPE_CHECKING:
    from content.model import Book
    from handlers.path import Slot

FOR_GOOD = asking.FILES | {Kind.TOPICS, Kind.CONSENT}
"""Kinds whose answers do more than be kept: a file is gone, a consent is on record."""


def remembered(
    before: Conversation, c: Conversation, b: Book, form: str, slot: Slot
) -> Conversation:
    """The talk after an answer to a question of a form, with what that answer replaced."""
    was = sheet.answers(before, b, form)
    if slot.key not in was or slot.question.kind in FOR_GOOD:
        return c if c.replaced is None else c._replace(replaced=None)
    now = sheet.answers(c, b, form)
    lost = {at: one for at, one in was.items() if at not in now or now[at].value != one.value}
    active = c.active if form == sheet.REGISTRATION else 0
    return c._replace(replaced=Replaced(form, active, slot.key, lost) if slot.key in lost else None)


def restored(c: Conversation, b: Book) -> tuple[Conversation, Line] | None:
    """The talk with what the last answer replaced, and what to say of it; None without any."""
    was = c.replaced
    question = b.forms[was.form].by_key.get(was.at[1]) if was and was.form in b.forms else None
    if was is None or question is None or (was.registration and was.registration != c.active):
        return None
    c = sheet.given(c._replace(replaced=None), b, was.form, was.answers)
    if was.form == sheet.REGISTRATION and was.at in whose.ANSWERS:
        c = whose.remembered(c)
    label = Line(f"{question.words}.label")
    value = asking.shown(c, b, question, was.answers[was.at])
    if not value:
        return c, Line("undone-left-out", {"what": label})
    return c, Line("undone", {"what": label, "value": value})
