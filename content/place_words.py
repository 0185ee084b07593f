"""
How people say where they are: the small words around a place's name, and the names among them.

"Dạ em ở thôn 3 xã Tân Tiến, huyện Hoàng Su Phì" holds two names, one said to be a commune's and one
a district's; the rest is a village, a polite word, or something nobody here knows.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from enum import Enum, auto


class Role(Enum):
    """What a name was said to be; `PLAIN` when nothing was said."""

    PLAIN = auto()
    COMMUNE = auto()
    WARD = auto()
    TOWN = auto()
    DISTRICT = auto()
    PROVINCE = auto()
    VILLAGE = auto()


@dataclass(frozen=True, slots=True)
class Name:
    """A known name in a text, folded, and what it was said to be."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Heard:
    """The known names in the order they were said, the words that mean nothing to us, and all."""

    names: tuple[Name, ...]
    rest: str
    whole: str


_PREFIXES = {
    "xa": Role.COMMUNE,
    "x": Role.COMMUNE,
    "phuong": Role.WARD,
    "p": Role.WARD,
    "thi tran": Role.TOWN,
    "tt": Role.TOWN,
    "huyen": Role.DISTRICT,
    "h": Role.DISTRICT,
    "thanh pho": Role.DISTRICT,
    "tp": Role.DISTRICT,
    "thi xa": Role.DISTRICT,
    "tx": Role.DISTRICT,
    "tinh": Role.PROVINCE,
    "thon": Role.VILLAGE,
    "ban": Role.VILLAGE,
    "xom": Role.VILLAGE,
    "lang": Role.VILLAGE,
    "khu": Role.VILLAGE,
    "to": Role.VILLAGE,
    "to dan pho": Role.VILLAGE,
    "tdp": Role.VILLAGE,
    "so nha": Role.VILLAGE,
}
_POLITE = frozenset(
    "da thua vang em toi minh nha o tai thuoc la a nhe cu moi nay ve va".split()  # noqa: SIM905  # one line to read, not twenty
)
_LONGEST_PREFIX = 3
_MOST_WORDS = 40
_WORD = re.compile(r"[^\W_]+")


def hear(folded: str, known: Container[str], longest: int) -> Heard:
    """
    The names of `known` in a folded text, each the longest that begins where it does.

    `longest` is how many words a name may have. What follows a village's prefix is the village,
    up to the next prefix.
    """
    words = _WORD.findall(folded)[:_MOST_WORDS]
    names: list[Name] = []
    rest: list[str] = []
    role = Role.PLAIN
    at = 0
    while at < len(words):
        text = _longest(words[at : at + max(longest, _LONGEST_PREFIX)], known)
        at += text.count(" ") + 1
        if text in known:
            names.append(Name(text, role))
        elif text in _PREFIXES:
            role = _PREFIXES[text]
            continue
        elif role is not Role.VILLAGE and text not in _POLITE:
            rest.append(text)
        if role is not Role.VILLAGE:
            role = Role.PLAIN
    return Heard(tuple(names), " ".join(rest), " ".join(words))


def _longest(words: list[str], known: Container[str]) -> str:
    """The most words from the first on that are one name or one prefix; else the first word."""
    for length in range(len(words), 1, -1):
        text = " ".join(words[:length])
        if text in known or text in _PREFIXES:
            return text
    return words[0]


_OF_DISTRICTS = tuple(f"{text} " for text, role in _PREFIXES.items() if role is Role.DISTRICT)


def bare_district(folded: str) -> str:
    """A district's folded name without "huyện" or "thành phố" before it."""
    for prefix in _OF_DISTRICTS:
        if folded.startswith(prefix):
            return folded.removeprefix(prefix)
    return folded
