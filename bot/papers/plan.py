"""
What an export holds: its columns with their headings.

The plan is plain data, so that a child process can write the paper without loading the book. One
row is one product of one registration; what describes the establishment stands in each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.papers.sources import source_labels
from content.form import About, Form, Kind, Question
from content.model import Book
from handlers.answers import show_place
from handlers.effects import Agreed
from handlers.reading.names import is_name
from handlers.reading.numbers import is_year
from handlers.state import Status

Cell = str | int | date | datetime | None
"""Text, a number, a day, a time in Vietnam (without a zone, as in spreadsheets), or nothing."""

REGISTRATION = "registration"
CHANNELS = ("web", "telegram", "zalo_oa", "zalo_bot", "terminal", "import")
_HEADS = ("code", "status", "round", "product")
_TAILS = (
    *("unmarked", "channel", "source", "consented_at", "agreed"),
    *("opened_at", "sent_at", "twins"),
)
ERASED = "erased-"
_NARROW, _USUAL, _WIDE = 13, 20, 36
_WIDE_KINDS = frozenset((Kind.TEXT,))
_NARROW_KINDS = frozenset((Kind.DATE, Kind.NUMBER, Kind.PHOTO, Kind.PAPER, Kind.PHONE))


class Shape(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    LABELS = "labels"
    NUMBER = "number"
    YEAR = "year"
    DAY = "day"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Column:
    """
    One column: its heading, and where its cells come from.

    `source` is a field of the registration or the key of a question; `kind` is the question's,
    and empty for a field. `labels` are the words for values.
    """

    header: str
    source: str
    width: int
    shape: Shape = Shape.TEXT
    kind: str = ""
    product: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """
    The whole paper: its title, which names the sheet, and its columns.

    One that is to be `printed` has these words above every page. There is a row for each product,
    or one for each registration.
    """

    title: str
    columns: tuple[Column, ...]
    printed: str = ""
    each_product: bool = True

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions whose answers stand in it."""
        return tuple(column.source for column in self.columns if column.kind)


def plan_of(book: Book, language: str = "vi") -> Plan:
    """The plan of the export of registrations: every question of the form in its section."""
    form = book.forms[REGISTRATION]
    heads = [_head(book, language, name) for name in _HEADS]
    asked = [_asked(book, language, one) for one in _by_section(form) if one.kind != Kind.CONSENT]
    tails = [_head(book, language, name) for name in _TAILS]
    return Plan(book.wording.say(language, "export-title"), (*heads, *asked, *tails))


def _by_section(form: Form) -> list[Question]:
    """The questions in the order of the paper, which is that of the sections."""
    return sorted(form.questions, key=lambda one: form.sections.index(one.section))


def _head(book: Book, language: str, name: str) -> Column:
    labels = _labels(book, language, name)
    header = book.wording.say(language, f"export-{name.removesuffix('_at')}")
    return Column(header, name, _USUAL if labels else _NARROW, labels=labels)


def _labels(book: Book, language: str, name: str) -> dict[str, str]:
    def say(key: str, **args: str) -> str:
        return book.wording.say(language, key, args)

    match name:
        case "status":
            return _statuses(say)
        case "unmarked":
            named = (one for one in _by_section(book.forms[REGISTRATION]) if is_name(one))
            return {f"{one.kind}/{one.key}": say(f"{one.words}.label") for one in named}
        case "agreed":
            return {one.value: say(f"agreed-{one}") for one in Agreed if one != Agreed.WAITING}
        case "source":
            return source_labels(book, language)
        case "channel":
            return {one: say(f"channel-{one.replace('_', '-')}") for one in CHANNELS}
        case "round":
            return {
                one.key: say(
                    "export-round-name", level=say(f"level-{one.level}"), plan=one.plan_number
                )
                for one in book.rounds
            }
        case _:
            return {}


def _statuses(say: Callable[..., str]) -> dict[str, str]:
    """The words for each status, and those for one whose registration was erased since."""
    words = {one.value: say(f"status-{one.replace('_', '-')}") for one in Status}
    erased = {f"{ERASED}{one}": say("export-erased", status=words[one]) for one in words}
    return words | erased


def _asked(book: Book, language: str, question: Question) -> Column:
    labels = {
        value: book.wording.say(language, f"{question.words}.choice-{value}")
        for value in question.choices
    }
    if question.kind is Kind.PLACE:
        labels |= {
            value: show_place(question, value, book, language) for value in book.places.by_code
        }
    width = _WIDE if question.kind in _WIDE_KINDS else _USUAL
    return Column(
        header=book.wording.say(language, f"{question.words}.label"),
        source=question.key,
        width=_NARROW if question.kind in _NARROW_KINDS else width,
        shape=_shape(question, labels),
        kind=question.kind.value,
        product=question.about is About.PRODUCT,
        labels=labels,
    )


def _shape(question: Question, labels: Mapping[str, str]) -> Shape:
    match question.kind:
        case Kind.NUMBER:
            return Shape.YEAR if is_year(question) else Shape.NUMBER
        case Kind.MONEY:
            return Shape.NUMBER
        case Kind.DATE:
            return Shape.DAY
        case Kind.PHOTO | Kind.PAPER:
            return Shape.MARK
        case _:
            return Shape.LABELS if labels else Shape.TEXT
