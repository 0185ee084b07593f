"""Checks the eligibility table: every row can hold, and looks at questions that are asked."""

from __future__ import annotations

from collections.abc import Iterator

from content.checks.comparisons import about_comparisons
from content.checks.conditions import contradiction, strange_values
from content.checks.forms import NO_KEY, is_key, twice
from content.draft import Draft
from content.form import Form
from content.model import Rule
from content.problems import Problem

_FILE = "rules.toml"


def check_rules(draft: Draft) -> Iterator[Problem]:
    """Every mistake in the rows."""
    for key in twice(rule.key for rule in draft.rules):
        yield Problem(_FILE, key, "there are two rules with this key")
    form = draft.forms.get("eligibility")
    codes = frozenset(place.code for place in draft.places)
    for rule in draft.rules:
        if not is_key(rule.key):
            yield Problem(_FILE, rule.key, NO_KEY)
        for message in _about_conditions(rule, form, codes) if form else ():
            yield Problem(_FILE, rule.key, message)
        for message in about_comparisons(rule, draft.forms.get("registration")):
            yield Problem(_FILE, rule.key, message)


def _about_conditions(rule: Rule, form: Form, codes: frozenset[str]) -> Iterator[str]:
    if not rule.when and rule.compares:
        yield "only compares: it needs an answer of the eligibility form to begin with"
    elif not rule.when:
        yield "has no condition, so it would hold for everybody"
    for condition in rule.when:
        question = form.by_key.get(condition.question)
        if question:
            yield from strange_values(condition, question, codes)
        else:
            yield f"is about {condition.question!r}, which the eligibility form does not ask"
    impossible = contradiction(rule.when, form)
    if impossible:
        yield f"can never hold: its conditions on {impossible!r} cannot hold together"
