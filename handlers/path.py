"""
The way through a form, computed from the answers; no position in a form is ever remembered.

A question added tomorrow is asked of everyone who is half way, and a removed one strands nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from content.model import About, Form, Question
from handlers.state import Answer, AnswerKey, Answers

PRODUCT = About.PRODUCT
"""Looked up once: an enum's member costs eight times a plain name."""


class Slot(NamedTuple):
    """One question as put for one product (0 for the contact and the establishment)."""

    question: Question
    product: int

    @property
    def key(self) -> AnswerKey:
        """Where the answer is kept."""
        return self.product, self.question.key


def answer_to(answers: Answers, product: int, key: str) -> Answer | None:
    """The answer that counts for a product: its own, else the establishment's."""
    return answers.get((product, key)) or answers.get((0, key))


def applies(question: Question, product: int, answers: Answers) -> bool:
    """Whether a question is to be asked, by the answers given so far."""
    for condition in question.when:
        answer = answer_to(answers, product, condition.question)
        if answer is None or condition.values.isdisjoint(answer.value.split(",")):
            return False
    return True


def whole_below(question: Question, product: int, value: str, answers: Answers) -> Answer | None:
    """The whole that a part would be more than; None when it fits or the whole is not known."""
    if question.at_most is None or not value:
        return None
    whole = answer_to(answers, product, question.at_most)
    return whole if whole and whole.value and int(value) > int(whole.value) else None


def slots(questions: Iterable[Question], answers: Answers, products: int) -> list[Slot]:
    """
    The questions that apply, in order; a run of product questions repeats for each product.

    With no `products` at all (a form that is not a registration) nothing repeats.
    """
    found: list[Slot] = []
    run: list[Question] = []
    for question in questions:
        if products and question.about is PRODUCT:
            run.append(question)
            continue
        if run:
            found += _repeated(run, answers, products)
            run.clear()
        if not question.when or applies(question, 0, answers):
            found.append(Slot(question, 0))
    return found + _repeated(run, answers, products)


def _repeated(run: list[Question], answers: Answers, products: int) -> list[Slot]:
    return [
        Slot(question, product)
        for product in range(1, products + 1)
        for question in run
        if not question.when or applies(question, product, answers)
    ]


def pruned(form: Form, answers: Answers) -> dict[AnswerKey, Answer]:
    """Only the answers whose questions still apply, and the parts that still fit their whole."""
    kept = dict(answers)
    for key in answers:
        question = form.by_key.get(key[1])
        if question is None or not (question.when or question.at_most):
            continue
        applied = applies(question, key[0], kept)
        if not applied or whole_below(question, key[0], kept[key].value, kept):
            return pruned(form, {one: kept[one] for one in kept if one != key})
    return kept
