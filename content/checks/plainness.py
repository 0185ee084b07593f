"""
Checks that what is said is easy to read, on a small phone and in what may be a second language.

A sentence over `MOST_WORDS` words is a mistake. One over `PLAIN_WORDS`, and a text over
`PLAIN_TEXT` characters, is only pointed out. Words are what stands between spaces: in Vietnamese,
syllables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.checks.languages import file_of
from content.draft import Draft
from content.limits import characters
from content.problems import Problem
from content.sentences import Language

PLAIN_WORDS = 28
MOST_WORDS = 40
PLAIN_TEXT = 400
_END = re.compile(r"(?<=[.?!…:;])\s+|\n+")
_TYPED = ".also-"
"""What is so named lists what people type, and is never said."""


def check_plainness(draft: Draft) -> Iterator[Problem]:
    """Every sentence that nobody reads to its end."""
    for file, key, language in _said(draft):
        longest = _longest(language.written(key))
        if longest > MOST_WORDS:
            yield Problem(file, key, f"has a sentence of {longest} words; at most {MOST_WORDS}")


def advice(draft: Draft) -> Iterator[Problem]:
    """What could be said in shorter sentences, or in fewer."""
    for file, key, language in _said(draft):
        text = language.written(key)
        if (longest := _longest(text)) > PLAIN_WORDS:
            told = f"has a sentence of {longest} words; up to {PLAIN_WORDS} are easy to read"
            yield Problem(file, key, told)
        if (length := characters(text)) > PLAIN_TEXT:
            told = f"is {length} characters long; up to {PLAIN_TEXT} are easy to read"
            yield Problem(file, key, told)


def _said(draft: Draft) -> Iterator[tuple[str, str, Language]]:
    for name, language in draft.texts.items():
        for key in language.sayable:
            if _TYPED not in key:
                yield file_of(name, language.areas[key]), key, language


def _longest(text: str) -> int:
    """The words of the longest sentence."""
    return max(len(one.split()) for one in _END.split(text))
