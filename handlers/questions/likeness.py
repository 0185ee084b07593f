"""
What a text is like among all that can be asked.

A text is like an entry as far as one wording of it has the same words and pairs, and all its
wordings together have the words; words that no entry has count against all of them, so that a text
about something else is like nothing. The figures below were chosen with the tuning part of
`tests/eval` alone: how sure is sure, by how few of its questions are answered all the same when
their own entry is taken out of the book.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.questions.index import PAIR, Index, index
from handlers.questions.plain import (
    Word,
    after_lead_in,
    asks,
    is_syllable,
    spellings,
    twins,
    words,
)
from handlers.reading.spelling import LATEST

if TYPE_CHECKING:
    from content.faq import Faq

UNKNOWN_PAIR = 0.5
SLIP = 0.9
"""How much of its weight a word keeps that was found by its slip."""

OF_THE_TEXT = 0.5
"""Whether a wording is alike by its share of the text (1), or by the text's share of it (0)."""

ONE_WORDING = 0.7
"""What the likest wording counts; the rest is for the words of all wordings together."""

LITTLE = 0.6
"""A weight of shared words at which half is believed."""

HEARD = 0.7
"""How much a word keeps that was found by how it sounds: "hội trợ" is "hội chợ"."""

OTHER_WORD = 0.4
"""How much a word keeps that has other marks than any wording gives it: "sổ" is not "sở"."""

SHORTEST_SLIP = 3

SURE = 0.56
"""So like an entry that a question is answered, if the entry also has most of what was said."""

SURE_UNASKED = 0.7
"""The same for what is not put as a question: "thịt bò khô" may be the name of a product."""

MOST = 0.8

PERHAPS = 0.4
"""Like enough to be offered beside others."""

AT_MOST = 3


class Found(NamedTuple):
    """
    An entry (or a command) by its key, and how like it the text is, from 0 to 1.

    `has` is the share of the text's words, by weight, that the entry has in any of its wordings.
    """

    key: str
    likeness: float
    has: float


class Sure(NamedTuple):
    """What was asked is clear."""

    key: str


class Perhaps(NamedTuple):
    """
    What may have been asked, likest first; never empty.

    `likely` is true where the likest is clear if anything was asked at all.
    """

    keys: tuple[str, ...]
    likely: bool = False


Possible = tuple[tuple[str, float], ...]
"""The words of the index that one word of the text may be, each with how far."""


@lru_cache(LATEST)
def heard(faq: Faq, text: str) -> Sure | Perhaps | None:
    """
    What a text asks; None when it is like nothing that can be asked.

    Who tells about themselves and then asks ("… cho hỏi …") is heard from there on.
    """
    whole = _heard(faq, text)
    asked = "" if isinstance(whole, Sure) else after_lead_in(text, faq)
    return (_heard(faq, asked) if asked else None) or whole


def _heard(faq: Faq, text: str) -> Sure | Perhaps | None:
    found = [one for one in nearest(faq, text)[:AT_MOST] if one.likeness >= PERHAPS]
    if not found:
        return None
    likest = found[0]
    likely = likest.likeness >= SURE and likest.has >= MOST
    clear = likest.likeness >= SURE_UNASKED or likest.key not in faq.entries or asks(text, faq)
    if likely and clear:
        return Sure(likest.key)
    return Perhaps(tuple(one.key for one in found), likely)


@lru_cache(LATEST)
def nearest(faq: Faq, text: str) -> tuple[Found, ...]:
    """The entries that the text is like, likest first."""
    i = index(faq)
    said = [_possible(i, word) for word in words(text, faq)]
    alike: dict[int, float] = defaultdict(float)
    shared: dict[int, float] = defaultdict(float)
    of_words = of_pairs = 0.0
    for one in dict.fromkeys(said):
        of_words += max((i.weights[word] for word, _ in one), default=i.unknown)
        _add(alike, i, i.having, one)
        _add(shared, i, i.entries, one)
    for pair in dict.fromkeys(_pairs(i, said)):
        of_pairs += max(
            (i.weights[one] for one, _ in pair), default=i.unknown * PAIR * UNKNOWN_PAIR
        )
        _add(alike, i, i.having, pair)
    best = _likest(i, alike, OF_THE_TEXT * (of_words + of_pairs))
    found = [_found(i.keys[at], likeness, shared[at], of_words) for at, likeness in best.items()]
    return tuple(sorted(found, key=lambda one: -one.likeness))


def _likest(i: Index, alike: Mapping[int, float], of_text: float) -> Mapping[int, float]:
    """Each entry that shares anything with the text, by the likest of its wordings."""
    best: dict[int, float] = {}
    of, sizes = i.of, i.sizes
    for wording, weight in alike.items():
        likeness = weight / (of_text + (1 - OF_THE_TEXT) * sizes[wording])
        if likeness > best.get(of[wording], 0.0):
            best[of[wording]] = likeness
    return best


def _found(key: str, likeness: float, shared: float, of_words: float) -> Found:
    """An entry by its likest wording and the weight of the words that it shares with the text."""
    has = shared / of_words
    both = ONE_WORDING * likeness + (1 - ONE_WORDING) * has
    return Found(key, both * shared / (shared + LITTLE), has)


def _add(
    sums: dict[int, float], i: Index, where: Mapping[str, tuple[int, ...]], one: Possible
) -> None:
    """Count a word (or a pair) once for each that has it, whatever else it may be."""
    if len(one) == 1:
        feature, sure = one[0]
        weight = i.weights[feature] * sure
        for at in where[feature]:
            sums[at] += weight
        return
    most: dict[int, float] = defaultdict(float)
    for feature, sure in one:
        for at in where[feature]:
            most[at] = max(most[at], i.weights[feature] * sure)
    for at, weight in most.items():
        sums[at] += weight


def _pairs(i: Index, said: list[Possible]) -> Iterator[Possible]:
    for first, second in pairwise(said):
        yield tuple(
            (pair, sure * other)
            for one, sure in first
            for two, other in second
            if (pair := f"{one} {two}") in i.weights
        )


def _possible(i: Index, said: Word) -> Possible:
    """The words of the index that this one may be; none when it is about something else."""
    word = said.bare
    if _is_written(i, word, said.marks):
        return ((word, 1.0),)
    for other in spellings(word):
        if _is_written(i, other, said.marks):
            return ((other, 1.0),)
    heard_as = tuple((one, HEARD) for one in twins(word) if _is_written(i, one, said.marks))
    if word in i.weights:
        return ((word, OTHER_WORD), *heard_as)
    if heard_as:
        return heard_as
    if len(word) < SHORTEST_SLIP or is_syllable(word) or not word.isalpha():
        return ()
    return tuple(_slips(i.vocabulary, word))


def _is_written(i: Index, word: str, marks: frozenset[str]) -> bool:
    """Whether a wording has the word, with no fewer marks than it was typed with."""
    return word in i.weights and any(marks <= each for each in i.marks[word])


def _slips(vocabulary: Iterable[str], word: str) -> Iterator[tuple[str, float]]:
    """Words from which one letter was left out, put in, changed, or changed places."""
    near = process.extract(
        word,
        vocabulary,
        scorer=OSA.distance,  # type: ignore[arg-type]  # the stub knows scorers of floats alone
        score_cutoff=1,
        limit=None,
    )
    for other, _, _ in near:
        yield other, SLIP
