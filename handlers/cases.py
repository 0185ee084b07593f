"""Puts a registration whose answers need staff on their list, so that somebody knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import codes
from handlers.effects import AskStaff, Wish
from handlers.move import Line
from handlers.verdict import verdict
from handlers.words import spoken

if TYPE_CHECKING:
    from content.model import Book
    from handlers.state import Registration

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
    line = Line("staff-case", {"code": codes.code(registration.id), "why": text})
    answers = registration.answers
    phone, name = (answers.get((0, key)) for key in ("contact-phone", "contact-name"))
    return (
        AskStaff(
            Wish.QUESTION,
            phone=phone.value if phone else "",
            name=name.value if name else "",
            text=spoken(line, b.wording, b.languages[0]),
        ),
    )
