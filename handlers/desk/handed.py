"""
How a row of a list that staff hand in is read: as the answers it gives, or what is wrong with it.

Nobody is there to be asked, so what is not literal is no answer: staff look at it in their file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from content.folding import fold
from content.form import About, Kind
from handlers.answers import Several, Understood, read, show
from handlers.sheet import REGISTRATION
from handlers.state import Answer, AnswerKey, Source

if TYPE_CHECKING:
    from content.form import Question
    from content.model import Book

NAME, PHONE, MAKER, COMMUNE = "contact-name", "contact-phone", "est-name", "est-commune-code"
_NOT_IN_LISTS = frozenset((Kind.CONSENT, Kind.TOPICS, Kind.PHOTO, Kind.PAPER))
_WITHOUT_ITS_ZERO = 9
_MOST_TITLES = 20
"""Rows that may stand above the headings."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell, or is `missing`; `reading` is what it may mean."""

    question: str
    reason: str
    text: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What a row gives."""

    answers: Mapping[AnswerKey, Answer]
    problems: tuple[Problem, ...]


def askable(b: Book) -> Mapping[str, Question]:
    """The questions that a column of a list can answer; none of them is a consent."""
    questions = b.forms[REGISTRATION].questions
    return {one.key: one for one in questions if one.kind not in _NOT_IN_LISTS}


def headings(rows: Sequence[Sequence[str]], b: Book) -> int:
    """Where the row of headings is, of the first the one that names most; titles are above it."""
    first = range(min(len(rows) - 1, _MOST_TITLES + 1))
    return max(first, key=lambda row: len(guessed(rows[row], b)), default=0)


def guessed(head: Sequence[str], b: Book) -> dict[int, str]:
    """Which question each column seems to answer, by the words of its heading."""
    known: dict[str, str] = {}
    for language in b.languages:
        for key, question in askable(b).items():
            words = [b.wording.say(language, f"{question.words}.label")]
            if b.wording.has(language, f"import-head-{key}"):
                words += b.wording.say(language, f"import-head-{key}").split("/")
            known |= {fold(one): key for one in words if fold(one) not in known}
    found: dict[int, str] = {}
    for column, heading in enumerate(head):
        key = known.get(fold(heading).rstrip(" .:*"), "")
        if key and key not in found.values():
            found[column] = key
    return found


def given_in(cells: Sequence[str], mapping: Mapping[int, str], at: datetime, b: Book) -> Given:
    """What a row gives, when its columns answer these questions."""
    questions = askable(b)
    answers: dict[AnswerKey, Answer] = {}
    problems: list[Problem] = []
    for column, key in mapping.items():
        text = cells[column] if column < len(cells) else ""
        if not text:
            continue
        question = questions[key]
        value = _value(question, text, at, b)
        if isinstance(value, Problem):
            problems.append(value)
        else:
            product = 1 if question.about is About.PRODUCT else 0
            answers[product, key] = Answer(value, text, Source.STAFF, at)
    asked = {one.question for one in problems}
    if PHONE not in asked and (0, PHONE) not in answers:
        problems.append(Problem(PHONE, "missing"))
    if not asked & {NAME, MAKER} and not {(0, NAME), (0, MAKER)} & answers.keys():
        problems.append(Problem(MAKER, "missing"))
    return Given(answers, tuple(problems))


def _value(question: Question, text: str, at: datetime, b: Book) -> str | Problem:
    """A phone number that a spreadsheet took for a number has lost its zero."""
    if question.kind is Kind.PHONE and text.isdecimal() and len(text) == _WITHOUT_ITS_ZERO:
        text = f"0{text}"
    match read(question, text, b, at.date()):
        case Understood(value, literal=True):
            return value
        case Understood(value) if question.kind is Kind.PLACE and value in b.places.by_code:
            return value
        case Understood(value):
            meant = show(question, value, b, b.languages[0])
            return Problem(question.key, "unsure", text, meant)
        case Several(values):
            meant = ", ".join(show(question, value, b, b.languages[0]) for value in values)
            return Problem(question.key, "several", text, meant)
        case _:
            return Problem(question.key, "wrong", text)
