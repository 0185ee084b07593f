"""The choices that were shown, prepared for comparing with what somebody types."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from content.folding import fold
from handlers.reading.spelling import LONGEST

_NOT_WORDS = re.compile(r"[^\w]+")
_ASIDE = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Shown:
    """The values in the order shown, and every folded way to say each, by its place."""

    values: tuple[str, ...]
    ways: tuple[tuple[str, int], ...]
    exact: dict[str, tuple[int, ...]]
    initials: dict[str, tuple[int, ...]]


def folded(text: str) -> str:
    """The words of a text as they are compared."""
    return _NOT_WORDS.sub(" ", fold(text[:LONGEST])).strip()


@lru_cache(maxsize=256)
def shown_of(labels: tuple[str, ...], values: tuple[str, ...]) -> Shown:
    """The choices with these labels: each may be said by a part between brackets or slashes."""
    ways: dict[tuple[str, int], None] = {}
    initials: dict[str, list[int]] = {}
    for at, (label, value) in enumerate(zip(labels, values, strict=True)):
        outside = _ASIDE.sub(" ", label)
        pieces = (label, outside, *_ASIDE.findall(label), *re.split(r"[/;]", outside), value)
        for way in map(folded, pieces):
            if way:
                ways[way, at] = None
        words = folded(outside).split()
        for length in range(2, len(words) + 1):
            initials.setdefault("".join(word[0] for word in words[:length]), []).append(at)
    exact: dict[str, list[int]] = {}
    for way, at in ways:
        exact.setdefault(way, []).append(at)
    return Shown(
        values,
        tuple(ways),
        {way: tuple(at) for way, at in exact.items()},
        {way: tuple(at) for way, at in initials.items()},
    )
