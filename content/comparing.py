"""What a rule can compare beside the choices made: a number with another, a day with today."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Comparing(StrEnum):
    """How an answer is compared; a day that is today counts as `up-to-today` only."""

    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    BEFORE_TODAY = "before-today"
    UP_TO_TODAY = "up-to-today"


@dataclass(frozen=True, slots=True)
class Comparison:
    """True when the answer to `question` compares so, with `number` or with today."""

    question: str
    how: Comparing
    number: int = 0
