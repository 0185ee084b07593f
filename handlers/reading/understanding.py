"""What became of reading one answer: understood, ambiguous, or not an answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Understood:
    """
    The answer in our own form.

    `literal` when it says what was typed and nothing else; otherwise the talk says it back and
    asks before it is stored.
    """

    value: str
    literal: bool


@dataclass(frozen=True, slots=True)
class Several:
    """Several readings are equally good; the talk asks which. At least two, in our own form."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """Not an answer to this question; `reason` is a short key (`too-short`, `out-of-range` …)."""

    reason: str


Reading = Understood | Several | Wrong


def one_of(values: tuple[str, ...], *, literal: bool, otherwise: str) -> Reading:
    """The only value understood, several to choose from, or wrong for the reason `otherwise`."""
    different = tuple(dict.fromkeys(values))
    match different:
        case ():
            return Wrong(otherwise)
        case (value,):
            return Understood(value, literal)
        case _:
            return Several(different)
