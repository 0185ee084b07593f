"""
How people type Vietnamese: with every mark, with some, or with none.

A word typed with fewer marks may be the word that is meant; one typed with a different mark is
another word ("dung" may be "đúng", "dừng" never is).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import product

LONGEST = 300
"""Characters of a text that a short answer (a number, a date, a yes) is looked for in."""

LATEST = 64
"""Texts of which it is remembered how they read: a turn comes back to its own again and again."""

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
"""The marks of tones: of the others, each belongs to its letter."""


def tidy(text: str) -> str:
    """The text in compatibility form (full-width digits become digits), one space between words."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def same_marks(one: str, other: str) -> bool:
    """Whether two small texts differ at most in the vowel that carries the tone: "hoà", "hòa"."""
    return one == other or _tones_last(one) == _tones_last(other)


def _tones_last(text: str) -> list[str]:
    apart = unicodedata.normalize("NFD", text).split()
    return ["".join(sorted(word, key=lambda letter: letter in TONES)) for word in apart]


def spellings(marked: str) -> Iterator[str]:
    """Every way of typing `marked` with some or all of its marks left off, itself included."""
    for letters in product(*(_spellings_of_letter(letter) for letter in marked)):
        yield "".join(letters)


def _spellings_of_letter(letter: str) -> tuple[str, ...]:
    if letter == "đ":
        return ("đ", "d")
    apart = unicodedata.normalize("NFD", letter)
    ways = [apart[0]]
    for mark in apart[1:]:
        ways += [way + mark for way in ways]
    return tuple(unicodedata.normalize("NFC", way) for way in ways)


def any_spelling(marked: str) -> frozenset[str]:
    """Every spelling of each of the words or phrases between commas, to look up what was typed."""
    return frozenset(way for word in marked.split(", ") for way in spellings(word))
