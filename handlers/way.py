"""One person's way through a form: which questions, which is next, which was before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.form import Kind
from handlers import path, sheet
from handlers.effects import Agreed
from handlers.path import Slot

if TYPE_CHECKING:
    from content.form import Form, Question
    from content.model import Book
    from handlers.state import Answers, Conversation


@dataclass(frozen=True, slots=True)
class Way:
    """The questions on the way, answered or not, in order, and the answers so far."""

    form: Form
    answers: Answers
    slots: tuple[Slot, ...]

    def ahead(self, skipped: frozenset[str] = frozenset()) -> Slot | None:
        """The first question that has no answer and was not left for later."""
        for slot in self.slots:
            if slot.key not in self.answers and mark(slot) not in skipped:
                return slot
        return None

    def before(self, slot: Slot) -> Slot | None:
        """The question put before this one; a consent is never put again."""
        earlier = None
        for one in self.slots:
            if one.key == slot.key:
                return earlier
            earlier = one if one.question.kind is not Kind.CONSENT else earlier
        return None

    def place(self, slot: Slot) -> int:
        """Which question this is, counted from 1; 0 when it is not on the way."""
        for at, one in enumerate(self.slots, 1):
            if one.key == slot.key:
                return at
        return 0

    def done(self) -> int:
        """How many questions on the way have an answer."""
        return sum(1 for slot in self.slots if slot.key in self.answers)

    def needs(self, question: Question) -> bool:
        """Whether the form stops here without an answer; a dossier's questions can wait."""
        return question.required and (question.signup or self.form.key != sheet.REGISTRATION)


def way(c: Conversation, b: Book, key: str) -> Way:
    """The way through a form: all of it, the sign-up, or the one part of a dossier chosen."""
    form = b.forms[key]
    answers = sheet.answers(c, b, key)
    return Way(form, answers, _slots(c, form, answers))


def _slots(c: Conversation, form: Form, answers: Answers) -> tuple[Slot, ...]:
    if form.key != sheet.REGISTRATION:
        return path.slots(form.whole, answers, 0)
    registration = sheet.active(c)
    products = registration.products if registration else 1
    slots = _of_registration(c, form, answers, products)
    if registration is None or registration.agreed is not Agreed.WAITING:
        return slots
    # only the producer can answer that one, and does so by `handlers.helping`
    return tuple(slot for slot in slots if slot.question.kind is not Kind.CONSENT)


def _of_registration(
    c: Conversation, form: Form, answers: Answers, products: int
) -> tuple[Slot, ...]:
    if not c.section:
        return path.slots(form.signup, answers, products)
    product, _, section = c.section.partition("/")
    part = form.parts.get(section, path.NO_QUESTIONS)
    return path.slots_of(part, answers, products, int(product))


def mark(slot: Slot) -> str:
    """How a question left for later is remembered."""
    return f"{slot.product}/{slot.question.key}"
