"""
All that can be asked, by its words and pairs of words, each with the weight of its rarity.

A word counts for more the fewer entries have it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from handlers.questions.plain import words

if TYPE_CHECKING:
    from content.faq import Faq

PAIR = 0.6
"""What a pair of neighbours counts beside a word as rare."""

UNKNOWN = 1.2
"""What a word that no entry has counts beside the rarest word."""


class Index(NamedTuple):
    """
    All wordings by their words and pairs.

    `having` has the wordings with a feature, `entries` the entries; `sizes` are the weights of the
    wordings, and `of` whose they are. `marks` are those that a word has where it is written.
    """

    keys: tuple[str, ...]
    of: tuple[int, ...]
    sizes: tuple[float, ...]
    weights: Mapping[str, float]
    having: Mapping[str, tuple[int, ...]]
    entries: Mapping[str, tuple[int, ...]]
    marks: Mapping[str, frozenset[frozenset[str]]]
    vocabulary: tuple[str, ...]
    unknown: float


@lru_cache(maxsize=4)
def index(faq: Faq) -> Index:
    """The index of a book's questions; built once for each."""
    written = [(key, words(text, faq)) for key, text in _wordings(faq)]
    wordings = [(key, _features([word.bare for word in said])) for key, said in written]
    marks: dict[str, set[frozenset[str]]] = defaultdict(set)
    for word in (word for _, said in written for word in said):
        marks[word.bare].add(word.marks)
    keys = tuple(dict.fromkeys(key for key, _ in wordings))
    place = {key: at for at, key in enumerate(keys)}
    having: dict[str, list[int]] = defaultdict(list)
    for at, (_, features) in enumerate(wordings):
        for feature in features:
            having[feature].append(at)
    of = tuple(place[key] for key, _ in wordings)
    entries = {one: tuple({of[at]: None for at in found}) for one, found in having.items()}
    weights = {
        one: _rarity(len(found), len(keys)) * (PAIR if " " in one else 1)
        for one, found in entries.items()
    }
    return Index(
        keys=keys,
        of=of,
        sizes=tuple(sum(weights[one] for one in features) for _, features in wordings),
        weights=weights,
        having={one: tuple(found) for one, found in having.items()},
        entries=entries,
        marks={word: frozenset(each) for word, each in marks.items()},
        vocabulary=tuple(one for one in weights if " " not in one and len(one) > 1),
        unknown=UNKNOWN * _rarity(1, len(keys)),
    )


def _wordings(faq: Faq) -> Iterator[tuple[str, str]]:
    for entry in faq.entries.values():
        for text in entry.asked:
            yield entry.key, text
    for command, texts in faq.wishes.items():
        for text in texts:
            yield command, text


def _features(said: list[str]) -> tuple[str, ...]:
    pairs = (f"{one} {other}" for one, other in pairwise(said))
    return tuple(dict.fromkeys((*said, *pairs)))


def _rarity(entries: int, of: int) -> float:
    return log(1 + (of - entries + 0.5) / (entries + 0.5))
