"""
The way through a form, computed from the answers; no position in a form is ever remembered.

A question added tomorrow is asked of everyone who is half way, and a removed one strands nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from content.form import About, Form, Question, Stretch
from handlers.state import Answer, AnswerKey, Answers

PRODUCT = About.PRODUCT
"""Looked up once: an enum's member costs eight times a plain name."""

NO_QUESTIONS = Stretch(())


class Slot(NamedTuple):
    """
    One question as put for one product (0 for the contact and the establishment).

    `key` is where its answer is kept.
    """

    question: Question
    product: int
    key: AnswerKey


Taken = tuple[tuple[str, ...], ...]
"""The turns that somebody took: those of the establishment, then of each product."""

PartKeys = tuple[int, str, tuple[AnswerKey, ...]]
"""A part of a form for one product (or 0): its section, and where its answers are kept."""


def slot(question: Question, product: int) -> Slot:
    """The question as put for this product."""
    return Slot(question, product, (product, question.key))


def answer_to(answers: Answers, product: int, key: str) -> Answer | None:
    """The answer that counts for a product: its own, else the establishment's."""
    return answers.get((product, key)) or answers.get((0, key))


def values(answers: Answers, product: int, keys: tuple[str, ...]) -> tuple[str, ...]:
    """What counts for a product as the answers to these questions; empty where there is none."""
    get = answers.get
    if not product:
        return tuple([given.value if (given := get((0, key))) else "" for key in keys])
    return tuple(
        [given.value if (given := get((product, key)) or get((0, key))) else "" for key in keys]
    )


def applies(question: Question, product: int, answers: Answers) -> bool:
    """Whether a question is to be asked, by the answers given so far."""
    for one in question.when:
        given = answer_to(answers, product, one.question)
        if one.values.isdisjoint(given.value.split(",") if given else ("",)):
            return False
    return True


def whole_below(question: Question, product: int, value: str, answers: Answers) -> Answer | None:
    """The whole that a part would be more than; None when it fits or the whole is not known."""
    if question.at_most is None or not value:
        return None
    whole = answer_to(answers, product, question.at_most)
    if whole is None or not (value.isdecimal() and whole.value.isdecimal()):
        return None
    return whole if int(value) > int(whole.value) else None


def slots(stretch: Stretch, answers: Answers, products: int) -> tuple[Slot, ...]:
    """
    The questions that apply, in order; a run of product questions repeats for each product.

    With no `products` at all (a form that is not a registration) nothing repeats.
    """
    return _slots(stretch, _taken(stretch, answers, products))


def slots_of(stretch: Stretch, answers: Answers, products: int, product: int) -> tuple[Slot, ...]:
    """Those of them that are about one product, or about none."""
    return _slots_of(stretch, _taken(stretch, answers, products), product)


def _taken(stretch: Stretch, answers: Answers, products: int) -> Taken:
    turns = stretch.turns
    return tuple([values(answers, n, turns) for n in range(products + 1)])


@lru_cache(maxsize=4096)
def _slots_of(stretch: Stretch, taken: Taken, product: int) -> tuple[Slot, ...]:
    return tuple(slot for slot in _slots(stretch, taken) if slot.product in {0, product})


@lru_cache(maxsize=4096)
def _slots(stretch: Stretch, taken: Taken) -> tuple[Slot, ...]:
    """The way of everybody who took the same turns for each product."""
    given = [dict(zip(stretch.turns, own, strict=True)) for own in taken]
    found: list[Slot] = []
    for repeats, run in groupby(stretch.questions, lambda one: one.about is PRODUCT):
        questions = tuple(run)
        for product in range(1, len(taken)) if repeats and len(taken) > 1 else (0,):
            found += (slot(one, product) for one in questions if _met(one, given[product]))
    return tuple(found)


def parts(form: Form, answers: Answers, products: int) -> tuple[PartKeys, ...]:
    """The parts of a form that have questions, in the order they are shown, each product's last."""
    return _parts(form, _taken(form.whole, answers, products))


@lru_cache(maxsize=1024)
def _parts(form: Form, taken: Taken) -> tuple[PartKeys, ...]:
    found: dict[tuple[int, str], list[AnswerKey]] = {}
    for one in _slots(form.whole, taken):
        found.setdefault((one.product, one.question.section), []).append(one.key)
    return tuple(
        (product, section, tuple(keys))
        for product in range(len(taken))
        for section in form.sections
        if (keys := found.get((product, section)))
    )


def _met(question: Question, given: Mapping[str, str]) -> bool:
    """Whether all that a question hangs on was answered so."""
    return all(not one.values.isdisjoint(given[one.question].split(",")) for one in question.when)


def pruned(form: Form, answers: Answers) -> dict[AnswerKey, Answer]:
    """Only the answers whose questions still apply, and the parts that still fit their whole."""
    kept = dict(answers)
    for key in answers:
        question = form.hanging.get(key[1])
        if question is None:
            continue
        applied = applies(question, key[0], kept)
        if not applied or whole_below(question, key[0], kept[key].value, kept):
            return pruned(form, {one: kept[one] for one in kept if one != key})
    return kept
