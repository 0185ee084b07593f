"""
The other provinces and cities, of before July 2025 and since, as people say them.

Some are also names of places here ("Thái Bình", "Bình Thuận"): whoever looks decides by whether it
was called a province.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from content.folding import fold


class Rank(StrEnum):
    """What a part of the country is."""

    PROVINCE = "province"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Province:
    """
    A province or city of today, and what it was made from (itself, when nothing joined it).

    `also` are other names of it or of a part of it.
    """

    name: str
    rank: Rank
    made_from: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Abroad:
    """Another province named in a text, folded as it was said, and whether it was called one."""

    province: Province
    said: str
    called: bool


_WORD = re.compile(r"[^\W_]+")
_CALLED = frozenset(("tinh", "tp", "thanh pho"))


class Provinces:
    """All other provinces, and the search by any of their names."""

    def __init__(self, provinces: Iterable[Province] = ()) -> None:
        self.every = tuple(provinces)
        self._named = {
            fold(name): each for each in self.every for name in (*each.made_from, *each.also)
        } | {fold(each.name): each for each in self.every}
        self._longest = max((name.count(" ") + 1 for name in self._named), default=0)

    def find(self, text: str) -> Abroad | None:
        """The first other province that a text names, in any spelling; None when it names none."""
        words = _WORD.findall(fold(text))
        for at in range(len(words)):
            for length in range(self._longest, 0, -1):
                said = " ".join(words[at : at + length])
                if said in self._named:
                    before = " ".join(words[max(at - 2, 0) : at])
                    called = before in _CALLED or before.split(" ")[-1] in _CALLED
                    return Abroad(self._named[said], said, called)
        return None
