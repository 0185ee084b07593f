"""What conditions mean together: which values a question can have, and what can never hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from content.form import Condition, Form, Kind, Question

_SEVERAL = frozenset({Kind.CHOICES, Kind.TOPICS})


def strange_values(
    condition: Condition, question: Question, codes: frozenset[str]
) -> Iterator[str]:
    """The values of a condition that its question cannot have; `codes` are the known places'."""
    possible = frozenset(question.choices)
    if question.kind is Kind.PLACE:
        possible |= codes
    for value in sorted(condition.values - possible):
        yield f"condition on {question.key!r} being {value!r}, which it cannot be"


def contradiction(conditions: Iterable[Condition], form: Form) -> str:
    """
    A question that would need two answers at once for all conditions to hold, or "".

    A question with several answers contradicts nothing.
    """
    return next((key for key, values in together(conditions, form).items() if not values), "")


def together(conditions: Iterable[Condition], form: Form) -> dict[str, frozenset[str]]:
    """
    The answers, by question, with which all conditions hold.

    A question that a condition looks at must itself have been asked, so its own conditions count
    too.
    """
    allowed: dict[str, frozenset[str]] = {}
    waiting = list(conditions)
    seen: set[str] = set()
    while waiting:
        condition = waiting.pop()
        key = condition.question
        question = form.by_key.get(key)
        values = allowed.get(key, condition.values)
        if question is None or question.kind not in _SEVERAL:
            values &= condition.values
        allowed[key] = values
        if question and key not in seen:
            seen.add(key)
            waiting += question.when
    return allowed
