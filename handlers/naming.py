"""
What somebody says in a talk where a name is asked for, and may mean something else by it.

What reads like a sentence, a place, or another kind of name is said back before it is kept; of
several things in one message it is asked which one is meant. Staff, who write into a field, are
believed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.form import Kind
from handlers import answers
from handlers.answers import Reading, Understood, Wrong
from handlers.reading.names import is_name
from handlers.reading.sentences import (
    is_sentence,
    names_a_maker,
    only_says_what,
    too_long_for_a_person,
)
from handlers.reading.understanding import one_of

if TYPE_CHECKING:
    from datetime import date

    from content.form import Question
    from content.model import Book

MAKER = "est-name"

_BETWEEN = re.compile(r"\s*[,;\n]\s*")
_MOST = 6
"""Things in one message that are offered; who pastes more is asked for the name alone."""


def read(question: Question, text: str, b: Book, today: date) -> Reading:
    """What the text says in answer to the question; of a name, what may be meant by it."""
    reading = answers.read(question, text, b, today)
    if not is_name(question):
        return reading
    parts = [one for one in _BETWEEN.split(text.strip()) if one]
    if 1 < len(parts) <= _MOST:
        return _one_of(question, parts, text, reading, b, today)
    if isinstance(reading, Understood) and reading.literal and _is_odd(question, reading.value, b):
        return Understood(reading.value, literal=False)
    return reading


def _one_of(
    question: Question, parts: list[str], text: str, whole: Reading, b: Book, today: date
) -> Reading:
    """Which of several things in one message may be the name; the whole, if that has no number."""
    fitting = [one for one in parts if _may_be(question, one, b, today)]
    if question.key == MAKER:
        fitting = [one for one in fitting if names_a_maker(one)] or fitting
    if not fitting:
        return whole
    if isinstance(whole, Understood) and not any(map(str.isdigit, text)):
        fitting.append(whole.value)
    return one_of(tuple(fitting), literal=False, otherwise="")


def _may_be(question: Question, part: str, b: Book, today: date) -> bool:
    read_so = answers.read(question, part, b, today)
    if isinstance(read_so, Wrong) or any(map(str.isdigit, part)):
        return False
    return not _is_odd(question, part, b)


def _is_odd(question: Question, said: str, b: Book) -> bool:
    """Whether what was said is rather something else than the name of what is asked about."""
    if is_sentence(said) or b.places.is_named(said):
        return True
    if question.key == MAKER:
        return only_says_what(said)
    return names_a_maker(said) or (question.kind is Kind.NAME and too_long_for_a_person(said))
