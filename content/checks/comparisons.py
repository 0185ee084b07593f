"""Checks what is compared: only numbers with numbers, days with today, and so that it can hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from content.checks.conditions import contradiction
from content.comparing import Comparing, Comparison
from content.form import About, Form, Kind, Question
from content.model import Rule

COUNTED = frozenset({Kind.NUMBER, Kind.MONEY})
"""Kinds whose answer is a number and nothing else."""

_NUMBERS = frozenset({Comparing.MORE_THAN, Comparing.LESS_THAN})


def about_comparisons(rule: Rule, form: Form | None) -> Iterator[str]:
    """What is wrong with the comparisons of a rule; they look at the registration's questions."""
    for one in rule.compares if form else ():
        question = form.by_key.get(one.question) if form else None
        if question is None:
            yield f"compares {one.question!r}, which the registration form does not ask"
        elif one.how in _NUMBERS and question.kind not in COUNTED:
            yield f"compares {one.question!r} with a number, but it is a {question.kind}"
        elif one.how not in _NUMBERS and question.kind is not Kind.DATE:
            yield f"compares {one.question!r} with today, but it is a {question.kind}"
        elif form and (at := contradiction((*rule.when, *question.when), form)):
            yield f"can never hold: {one.question!r} is asked only with other answers to {at!r}"
        else:
            yield from _out_of_reach(one, question)
    yield from _between(rule)


def _out_of_reach(one: Comparison, question: Question) -> Iterator[str]:
    least, most = question.minimum, question.maximum
    if one.how is Comparing.MORE_THAN and most is not None and one.number >= most:
        yield f"can never hold: {one.question!r} is at most {most}"
    if one.how is Comparing.LESS_THAN and least is not None and one.number <= least:
        yield f"can never hold: {one.question!r} is at least {least}"


def _between(rule: Rule) -> Iterator[str]:
    """Whether no number lies between two that a rule names."""
    lower = {one.question: one.number for one in rule.compares if one.how is Comparing.MORE_THAN}
    for one in rule.compares:
        if one.how is Comparing.LESS_THAN and one.number <= lower.get(one.question, -1) + 1:
            low = lower[one.question]
            told = f"is more than {low} and less than {one.number}"
            yield f"can never hold: no {one.question!r} {told}"


def about_whole(question: Question, asked: Mapping[str, Question], form: Form) -> Iterator[str]:
    """What is wrong with `at-most`; `asked` are the questions before this one."""
    key = question.at_most
    if key is None:
        return
    whole = asked.get(key)
    if whole is None:
        why = "is asked later" if key in form.by_key else "this form does not ask"
        yield f"`at-most` {key!r}, which {why}"
    elif whole.kind not in COUNTED or question.kind is not whole.kind:
        yield f"`at-most` {key!r}: a {question.kind} is no part of a {whole.kind}"
    elif whole.about is About.PRODUCT and question.about is not About.PRODUCT:
        yield f"`at-most` {key!r}, which is asked for each product"
