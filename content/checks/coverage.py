"""
Checks that the eligibility table is whole: each answer that can be given is looked at by a row.

An answer that no row needs is named in `[no-rule]`; then somebody has thought of it. While a row
itself is wrong, what it leaves open is not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from content.checks.conditions import strange_values, together
from content.checks.rules import check_rules
from content.draft import Draft
from content.form import Form, Kind, Question
from content.problems import Problem

_FILE = "rules.toml"
_LOOKED_AT = frozenset({Kind.CHOICE, Kind.PLACE})

Row = Mapping[str, frozenset[str]]
"""Which answers, by question, a row holds for; with those that its questions are asked after."""


def check_coverage(draft: Draft) -> Iterator[Problem]:
    """Every answer of the eligibility form that the verdict would pass over in silence."""
    form = draft.forms.get("eligibility")
    if form is None:
        return
    codes = frozenset(place.code for place in draft.places)
    wrong = list(_about_no_rule(draft, form, codes))
    yield from wrong
    if wrong or any(check_rules(draft)):
        return
    rows: list[Row] = [together(rule.when, form) for rule in draft.rules if not rule.compares]
    rows += [together((each,), form) for each in draft.no_rule]
    for question in form.questions:
        for value in _values(question, codes) if question.kind in _LOOKED_AT else ():
            mine = [row for row in rows if value in row.get(question.key, ())]
            missed = _missed(question, value, mine, form, codes)
            if missed is not None:
                yield Problem(_FILE, question.key, f"no rule looks at the answer {value!r}{missed}")


def _about_no_rule(draft: Draft, form: Form, codes: frozenset[str]) -> Iterator[Problem]:
    for each in draft.no_rule:
        question = form.by_key.get(each.question)
        if question is None:
            told = f"`no-rule`: the eligibility form does not ask {each.question!r}"
            yield Problem(_FILE, "", told)
        else:
            for message in strange_values(each, question, codes):
                yield Problem(_FILE, "", f"`no-rule`: {message}")


def _missed(
    question: Question, value: str, rows: list[Row], form: Form, codes: frozenset[str]
) -> str | None:
    """With which other answers no row holds, in words; None when one always does."""
    others = sorted({key for row in rows for key in row} - {question.key})
    possible = [_possible(form.by_key[key], codes) for key in others]
    for answers in product(*possible):
        given = {**dict(zip(others, answers, strict=True)), question.key: value}
        if all(_can_be(key, given, form) for key in given) and not any(
            all(given.get(key) in values for key, values in row.items()) for row in rows
        ):
            told = [f"{key!r} being {given[key]!r}" for key in others if given[key]]
            return f" with {' and '.join(told)}" if told else ""
    return None


def _values(question: Question, codes: frozenset[str]) -> list[str]:
    """Every answer that the question can have."""
    return [*question.choices, *(sorted(codes) if question.kind is Kind.PLACE else ())]


def _possible(question: Question, codes: frozenset[str]) -> list[str]:
    """The same, or none at all (empty), where the question may not be asked."""
    return [*_values(question, codes), *([""] if question.when else [])]


def _can_be(key: str, given: Mapping[str, str], form: Form) -> bool:
    """Whether a question has an answer just when it is asked, as far as `given` tells."""
    known = [one for one in form.by_key[key].when if one.question in given]
    return bool(given[key]) == all(given[one.question] in one.values for one in known)
