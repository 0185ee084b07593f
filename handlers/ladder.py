"""
The ladder of wrong answers: hint, example, choices, staff; never the same sentence twice.

At its end staff are told, where they know whom to call, and the question is left for later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.form import Kind
from handlers import asking, cases, home, sheet, which
from handlers.answers import SHOWN
from handlers.effects import Need, NeedsStaff
from handlers.move import Line, Move
from handlers.way import way

if TYPE_CHECKING:
    from content.form import Question
    from content.model import Book
    from handlers.path import Slot
    from handlers.state import Conversation

LEFT = {sheet.CALLBACK: "call-left", sheet.SEAT: "seat-not-taken"}
"""What is said when an errand is given up; any other form is kept for later."""


def wrong(c: Conversation, b: Book, slot: Slot, reason: str) -> Move:
    """
    Say something new and put the question again; from the third time on with other ways out.

    What was offered to choose from stays on offer.
    """
    asked = c.asked
    if asked is None:
        return home.menu(c, b)
    rungs = _rungs(b, slot, reason)
    options = which.on_offer(c, b, slot) or asking.offered(c, asked.form, slot)
    tries = asked.tries + 1
    if tries > len(rungs):
        return home.menu(sheet.without_errands(c), b, (Line(LEFT.get(asked.form, "ladder-left")),))
    told = cases.stuck(c, b, slot) if tries == len(rungs) else ()
    seen = told or ((NeedsStaff(Need.STUCK),) if tries == len(rungs) else ())
    rung = "ladder-staff-told" if told else rungs[tries - 1]
    c = c._replace(asked=asked._replace(tries=tries, reading=_kept(asked.reading, slot)))
    needed = way(c, b, asked.form).needs(slot.question)
    return Move(
        c,
        (Line(rung, {**asking.given(b), **_bounds(slot.question)}),),
        options,
        ways=("staff", "explain", "later" if needed else "skip"),
        effects=seen,
        ask_phone=slot.question.kind == "phone",
    )


def _rungs(b: Book, slot: Slot, reason: str) -> list[str]:
    words = slot.question.words
    beyond = reason == "out-of-range" and _bounds(slot.question)
    why = "wrong-beyond" if beyond else f"wrong-{reason}"
    first = _said(b, why, f"{words}.hint", "wrong-not-a-choice")
    second = _said(b, f"{words}.example", f"{words}.explain")
    return [first, second, "ladder-ways", "ladder-staff"]


def _bounds(question: Question) -> dict[str, str]:
    """The least and the most that a number or a sum may be, where both are known."""
    least, most = question.minimum, question.maximum
    if question.kind not in {Kind.NUMBER, Kind.MONEY} or least is None or most is None:
        return {}
    return {"least": SHOWN[question.kind](str(least)), "most": SHOWN[question.kind](str(most))}


def _said(b: Book, *keys: str) -> str:
    """The first of these sentences that the book has."""
    return next(key for key in keys if b.wording.has(b.languages[0], key))


def _kept(reading: str, slot: Slot) -> str:
    return reading if slot.question.kind in asking.SEVERAL else ""
