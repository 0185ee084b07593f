"""What the retrieval made of one part of the phrasings, counted by kind of spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from time import perf_counter

from content.faq import Faq
from handlers.questions.index import index
from handlers.questions.likeness import AT_MOST, Perhaps, Sure, heard, nearest
from handlers.questions.plain import words
from tests.afresh import forget
from tests.eval.cases import KINDS, Case, Part, asked, outside

ELSEWHERE = "elsewhere"
"""The entry that says that a thing is not ours: the right answer to what is outside."""

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Score:
    """
    Shares of some phrasings.

    `at_one` and `at_three` are whether the right entry is the likest, or among the three likest;
    `answered` of them are answered at once and rightly, `wrongly` at once with something else,
    `offered` offered among the choices of "did you mean".
    """

    cases: int
    at_one: float
    at_three: float
    answered: float
    wrongly: float
    offered: float


@dataclass(frozen=True, slots=True)
class Outside:
    """
    Of what no entry answers: the share that is answered all the same, that is told that other
    offices do it, and that is met with a choice.
    """

    cases: int
    answered: float
    declined: float
    offered: float


def score(faq: Faq, cases: Iterable[Case]) -> Score:
    """How the retrieval does with questions that it should know."""
    listed = list(cases)
    first = third = right = wrong = offered = 0
    for case in listed:
        likest = [one.key for one in nearest(faq, case.text)[:AT_MOST]]
        first += likest[:1] == [case.key]
        third += case.key in likest
        match heard(faq, case.text):
            case Sure(key):
                right += key == case.key
                wrong += key != case.key
            case Perhaps(keys):
                offered += case.key in keys
            case None:
                pass
    n = len(listed)
    return Score(n, first / n, third / n, right / n, wrong / n, offered / n)


def by_kind(faq: Faq, part: Part) -> Iterator[tuple[str, Score]]:
    """A score for each kind of spelling, and for all of them."""
    cases = list(asked(part))
    for kind in KINDS:
        yield kind, score(faq, (case for case in cases if case.kind == kind))
    yield "all", score(faq, cases)


def unheard(faq: Faq, part: Part) -> Score:
    """The score of the phrasings that no wording of the book has word for word."""
    lists = (*(entry.asked for entry in faq.entries.values()), *faq.wishes.values())
    written = {_bare(faq, wording) for wordings in lists for wording in wordings}
    return score(faq, (case for case in asked(part) if _bare(faq, case.text) not in written))


def _bare(faq: Faq, text: str) -> tuple[str, ...]:
    return tuple(word.bare for word in words(text, faq))


def beyond(faq: Faq, part: Part) -> Outside:
    """How often something that no entry answers is taken for a question."""
    return _outside([heard(faq, case.text) for case in outside(part)])


def _outside(listed: list[Sure | Perhaps | None]) -> Outside:
    n = len(listed)
    declined = listed.count(Sure(ELSEWHERE))
    answered = sum(isinstance(one, Sure) for one in listed) - declined
    offered = sum(isinstance(one, Perhaps) for one in listed)
    return Outside(n, answered / n, declined / n, offered / n)


def taken_out(faq: Faq, part: Part) -> Outside:
    """How often a question is answered all the same when its own entry is not in the book."""
    found: list[Sure | Perhaps | None] = []
    for key, cases in groupby(asked(part), lambda case: case.key):
        entries = {one: entry for one, entry in faq.entries.items() if one != key}
        wishes = {one: texts for one, texts in faq.wishes.items() if one != key}
        without = replace(faq, entries=entries, wishes=wishes)
        found += [heard(without, case.text) for case in cases]
    return _outside(found)


def microseconds(faq: Faq, part: Part) -> tuple[float, float]:
    """The median and the longest time of one message, the index being built."""
    texts = [case.text for case in (*asked(part), *outside(part))]
    index(faq)
    each = []
    for text in texts:
        taken = []
        for _ in range(ROUNDS):
            forget()
            begun = perf_counter()
            heard(faq, text)
            taken.append(perf_counter() - begun)
        each.append(min(taken) * 1e6)
    each.sort()
    return each[len(each) // 2], each[-1]
