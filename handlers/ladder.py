"""
The ladder of wrong answers: hint, example, choices, staff; never the same sentence twice.

At its end staff are told, where they know whom to call, and the question is left for later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, cases, home, sheet
from handlers.move import Line, Move
from handlers.way import way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.path import Slot
    from handlers.state import Conversation


def wrong(c: Conversation, b: Book, slot: Slot, reason: str) -> Move:
    """Say something new and put the question again; from the third time on with other ways out."""
    asked = c.asked
    if asked is None:
        return home.menu(c, b)
    rungs = _rungs(b, slot, reason)
    tries = asked.tries + 1
    if tries > len(rungs):
        left = "call-left" if asked.form == sheet.CALLBACK else "ladder-left"
        return home.menu(sheet.without(c, sheet.CALLBACK), b, (Line(left),))
    told = cases.stuck(c, b, slot) if tries == len(rungs) else ()
    rung = "ladder-staff-told" if told else rungs[tries - 1]
    c = c._replace(asked=asked._replace(tries=tries, reading=_kept(asked.reading, slot)))
    needed = way(c, b, asked.form).needs(slot.question)
    return Move(
        c,
        (Line(rung, asking.given(b)),),
        asking.options(asked.form, slot),
        ways=("staff", "explain", "later" if needed else "skip"),
        effects=told,
        ask_phone=slot.question.kind == "phone",
    )


def _rungs(b: Book, slot: Slot, reason: str) -> list[str]:
    words = slot.question.words
    first = _said(b, f"wrong-{reason}", f"{words}.hint", "wrong-not-a-choice")
    second = _said(b, f"{words}.example", f"{words}.explain")
    return [first, second, "ladder-ways", "ladder-staff"]


def _said(b: Book, *keys: str) -> str:
    """The first of these sentences that the book has."""
    return next(key for key in keys if b.wording.has(b.languages[0], key))


def _kept(reading: str, slot: Slot) -> str:
    return reading if slot.question.kind in asking.SEVERAL else ""
