"""
What somebody came for, told in a sentence of their own: "tôi làm miến dong, có được không?".

Nobody's product is in any list of questions, so likeness cannot hear it. What is heard here leads
straight to the questions that find the answer, or to the sign-up.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from handlers.questions.likeness import nearest
from handlers.questions.plain import written
from handlers.reading.wishes import LONGEST_WISH

if TYPE_CHECKING:
    from content.commands import Told
    from content.faq import Faq

ITS_ANSWER = 0.6
"""So like an entry that its answer is what was asked for."""

Phrases = tuple[str, ...]


class _Way(NamedTuple):
    """A command, and the phrases that tell of it as they are compared: a space at each end."""

    key: str
    first: Phrases
    then: Phrases
    unless: Phrases


def purpose(text: str, faq: Faq) -> str:
    """
    The command that a sentence leads to, or an empty string.

    A question that is like one of the book's above all is left to its answer.
    """
    if len(text) > LONGEST_WISH:
        return ""
    said = written(text, faq)
    found = next((way.key for way in _ways(faq) if _tells(said, way)), "")
    return "" if found and _has_its_answer(text, faq) else found


def _has_its_answer(text: str, faq: Faq) -> bool:
    return any(one.likeness >= ITS_ANSWER and one.key in faq.entries for one in nearest(faq, text))


def _tells(said: str, way: _Way) -> bool:
    if any(phrase in said for phrase in way.unless):
        return False
    ends = [at + len(one) - 1 for one in way.first if (at := said.find(one)) >= 0]
    return bool(ends) and any(said.find(one, min(ends)) >= 0 for one in way.then)


@lru_cache(maxsize=4)
def _ways(faq: Faq) -> tuple[_Way, ...]:
    return tuple(_way(key, told, faq) for key, told in faq.told.items())


def _way(key: str, told: Told, faq: Faq) -> _Way:
    def compared(phrases: Phrases) -> Phrases:
        return tuple(dict.fromkeys(written(one, faq) for one in phrases))

    return _Way(key, compared(told.first), compared(told.then), compared(told.unless))
