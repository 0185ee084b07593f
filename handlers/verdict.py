"""
Whether a product may take part, by the eligibility table; advice, never a decision.

The Council decides (Thông tư 26/2014/TT-BCT, Điều 10 and 17).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from content.comparing import Comparing, Comparison
from content.model import Book, Outcome, Rule
from handlers import days, elsewhere, path
from handlers.move import Line
from handlers.state import Answers, Registration

ORDER = tuple(Outcome)
STOPS = frozenset({Outcome.NO, Outcome.REDIRECT})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gravest outcome, the rules that held, and the level that they open (or empty)."""

    outcome: Outcome
    rules: tuple[Rule, ...]
    level: str

    def because(self) -> tuple[Rule, ...]:
        """The rules that made the outcome what it is."""
        return tuple(rule for rule in self.rules if rule.outcome is self.outcome)


def verdict(b: Book, answers: Answers, product: int) -> Verdict:
    """
    What the answers given so far come to; a rule about a missing answer does not hold.

    Days are compared with the day of the newest answer: a verdict changes when an answer does.
    """
    given = path.values(answers, product, b.ruled)
    newest = max([answer.at for answer in answers.values()], default=None)
    return _found(b, given, days.day(newest).isoformat() if newest else "")


@lru_cache(maxsize=4096)
def _found(b: Book, given: tuple[str, ...], today: str) -> Verdict:
    """The verdict on everybody who gave the same answers to the questions that rules look at."""
    values = dict(zip(b.ruled, given, strict=True))
    begun = sorted({at for pair in values.items() for at in b.rules_by_answer.get(pair, ())})
    held = tuple(rule for at in begun if _holds(rule := b.rules[at], values, today))
    outcome = max((rule.outcome for rule in held), key=ORDER.index, default=Outcome.OK)
    levels = [rule.level for rule in held if rule.level]
    return Verdict(outcome, held, levels[-1] if levels else "")


def judged(registration: Registration, b: Book) -> Registration:
    """The registration with its verdict: the gravest over its products."""
    found = max((one.outcome for one in _each(registration, b)), key=ORDER.index)
    if registration.verdict == found:
        return registration
    return registration._replace(verdict=str(found))


def told(registration: Registration, b: Book) -> tuple[Line, ...]:
    """What a registration's verdict is, why, and by which articles; nothing of a good one."""
    found = [one for one in _each(registration, b) if one.outcome == registration.verdict]
    if registration.verdict in {"", Outcome.OK}:
        return ()
    grounds = dict.fromkeys(rule for one in found for rule in one.because())
    why = (*reasons(tuple(grounds)), *elsewhere.department(b, registration.answers))
    return (Line(f"verdict-{registration.verdict}"), *why)


def reasons(rules: tuple[Rule, ...]) -> tuple[Line, ...]:
    """What each of these rules says, with its article."""
    return tuple(
        Line(
            "verdict-because",
            {"what": Line(f"rule-{one.key}"), "article": Line(f"article-{one.article}")},
        )
        for one in rules
    )


def _each(registration: Registration, b: Book) -> list[Verdict]:
    """The verdict on each product."""
    each = range(1, registration.products + 1)
    return [verdict(b, registration.answers, product) for product in each]


def _holds(rule: Rule, values: Mapping[str, str], today: str) -> bool:
    for condition in rule.when:
        if values[condition.question] not in condition.values:
            return False
    return all(_compares(one, values[one.question], today) for one in rule.compares)


def _compares(one: Comparison, value: str, today: str) -> bool:
    """Whether an answer compares so; a month is over when its last day is."""
    if not value:
        return False
    match one.how:
        case Comparing.MORE_THAN:
            return value.isdecimal() and int(value) > one.number
        case Comparing.LESS_THAN:
            return value.isdecimal() and int(value) < one.number
    if one.how is Comparing.UP_TO_TODAY and value == today:
        return True
    return value < today[: len(value)]
