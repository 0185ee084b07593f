"""
What was typed as words that can be compared: without marks, in one spelling, nothing shortened.

People leave marks off, leave the keys of their input method in ("ddawng kys", "d9ang8 ky1"),
shorten ("dk dc k") and slip. A slip is looked for only in what is no Vietnamese syllable: one that
is, is taken for the word that was meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from content.folding import fold
from handlers.reading.spelling import LATEST
from handlers.reading.wishes import ASK, wish

if TYPE_CHECKING:
    from content.faq import Faq

LONGEST = 300
"""Characters of a text that are looked at."""

NO_MARKS: frozenset[str] = frozenset()

_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"[0-9]+|[a-z]+")
_DIGIT = re.compile(r"[0-9]")
_LONE_Y = re.compile(r"(?<=[bcdghklmnprstvx])y$")
_VOWEL = re.compile(r"[aeiouyw]")
_KEYS = re.compile(r"[sfrxjwz]")
_DOUBLED = re.compile(r"([aeo])\1")
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
    r"(?:(?:a|e|ie|i|oa|oe|oo|o|ua|ue|uo|uye|uy|u|ye|y)(?:ch?|m|ngh?|nh?|p|t)?"
    r"|ai|ao|au|ay|eo|eu|ia|ieu|iu|oai|oay|oeo|oi|uay|ui|uoi|uou|uu|uya|uyu|yeu)"
)
_VOWELS = frozenset("aeiouy")
_ASKING = frozenset({"gi", "nao", "dau", "sao", "ai", "khong", "chua"})
_SOUNDS = (("ch", "tr"), ("s", "x"), ("d", "r"), ("d", "gi"), ("r", "gi"), ("p", "b"), ("b", "v"))
"""Beginnings that are one in a dialect, or to who learnt Vietnamese as a second language."""

_FINALS = ("n", "ng", "m", "c", "t", "p", "nh", "ch")
"""What who speaks a language without such endings leaves off."""


class Word(NamedTuple):
    """A word without marks, and the marks that it was typed with."""

    bare: str
    marks: frozenset[str] = NO_MARKS


@lru_cache(LATEST)
def words(text: str, faq: Faq) -> tuple[Word, ...]:
    """The words that say what is meant, in their order; short forms are written out."""
    return tuple(word for typed in _typed(text) for word in _meant(typed, faq))


def as_typed(text: str, faq: Faq) -> str:
    """The same words with the marks they were typed with: "đúng" is not yet "dừng"."""
    typed = ((one, _meant(one, faq)) for one in _typed(text))
    said = (
        " ".join(word.bare for word in meant) if one.isascii() else one
        for one, meant in typed
        if meant
    )
    return " ".join(said)


@lru_cache(LATEST)
def ends_as_a_question(text: str, faq: Faq) -> bool:
    """Whether the last word asks: "cần giấy tờ gì", "nộp cho ai", "ntn"."""
    said = next(filter(None, (_meant(typed, faq) for typed in reversed(_typed(text)))), None)
    return said is not None and said[-1].bare in _ASKING


def asks(text: str, faq: Faq) -> bool:
    """Whether a text is put as a question, or at least its last word asks."""
    return wish(text) == ASK or ends_as_a_question(text, faq)


def after_lead_in(text: str, faq: Faq) -> str:
    """What follows the last words that announce a question; empty where none does."""
    said = f" {fold(text[:LONGEST])} "
    ends = [said.rfind(one) + len(one) for one in _lead_ins(faq) if one in said]
    return said[max(ends) :].strip() if ends else ""


@lru_cache(maxsize=4)
def _lead_ins(faq: Faq) -> tuple[str, ...]:
    return tuple(f" {fold(one)} " for one in faq.lead_in)


def _typed(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text[:LONGEST]).lower())


def written(text: str, faq: Faq) -> str:
    """All words as `words` gives them, fillers too, with a space before and after each."""
    said = (word.bare for typed in _typed(text) for word in _stands_for(typed, faq))
    return f" {' '.join(said)} "


def _meant(typed: str, faq: Faq) -> list[Word]:
    """The words that one typed word stands for; none for a mere filler."""
    if typed in faq.filler:
        return []
    meant = _stands_for(typed, faq)
    return [word for word in meant if word.bare not in faq.filler] if typed.isascii() else meant


def _stands_for(typed: str, faq: Faq) -> list[Word]:
    """One typed word, or what it is short for."""
    if not typed.isascii():
        bare = fold(typed)
        return [Word(one_spelling(bare), _marks(typed))] if bare else []
    pieces = (faq.short.get(piece, piece).split() for piece in _pieces(typed))
    return [Word(one_spelling(one)) for piece in pieces for one in piece]


def _marks(typed: str) -> frozenset[str]:
    """The marks of a word, wherever in it they stand: "hoà" and "hòa" have the same."""
    apart = unicodedata.normalize("NFD", typed)
    return frozenset(letter for letter in apart if unicodedata.combining(letter) or letter == "đ")


def _pieces(word: str) -> list[str]:
    """A number and its unit apart ("70d"); digits among letters are keys of VNI."""
    if word[0].isdigit():
        return _PIECE.findall(word)
    return [_DIGIT.sub("", word)]


def one_spelling(word: str) -> str:
    """The same for "kí" and "ký", which are one word."""
    return _LONE_Y.sub("i", word)


def spellings(word: str) -> Iterator[str]:
    """Other words that the same keys may stand for: Telex left in, and l said for n."""
    yield _without_keys(word)
    yield from _begun_otherwise(word, (("l", "n"),))


def twins(word: str) -> Iterator[str]:
    """Words that sound like this one where Vietnamese is not spoken at home."""
    yield from _begun_otherwise(word, _SOUNDS)
    if word[-1] in _VOWELS:
        yield from (word + final for final in _FINALS)


def _begun_otherwise(word: str, sounds: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for pair in sounds:
        for said, meant in (pair, pair[::-1]):
            if word.startswith(said):
                yield meant + word[len(said) :]


def _without_keys(word: str) -> str:
    """
    A word of Telex as it was meant: "dduwowcj" is "duoc".

    After the first vowel none of these letters ever belongs to a syllable.
    """
    first = _VOWEL.search(word)
    if first is None:
        return word
    before, rest = word[: first.start()], word[first.start() :]
    rest = _DOUBLED.sub(r"\1", _KEYS.sub("", rest))
    return one_spelling(("d" if before == "dd" else before) + rest)


def is_syllable(word: str) -> bool:
    """Whether a word without marks could be Vietnamese as it stands."""
    return _SYLLABLE.fullmatch(word) is not None
