"""
The report of a month, quarter or year: a line for each figure, beside it the year so far, the
period before and the same one a year ago.

In one that is for the public no number below five is said, because behind it somebody may be known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.papers.plan import Column, Plan, Shape
from bot.papers.sheet import Grid, Heading, Sheet, Title, Words
from bot.papers.sources import place_of
from handlers.answers import show
from handlers.days import shown
from handlers.state import Status
from storage.figures import figures
from storage.queries import GROUP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.papers.periods import Period
    from bot.papers.sheet import Block
    from content.model import Book
    from storage.reports import Figures

COLUMNS = ("period", "so-far", "before", "last-year")
SINGLE = ("registrations", "activities", "seats", "attended", "notices", "told")
FEWEST = 5
"""The smallest number that a report for the public says."""

_WIDTHS = (5, 2, 2, 2, 2)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a report: its title, and its lines, each with a number for each column."""

    title: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]


async def compute(reader: AsyncEngine, period: Period) -> Figures:
    """What a report for this period says, as things stand now."""
    year, before, last = period.whole_year(), period.before(), period.year_before()
    columns = [
        await figures(reader, since, until)
        for since, until in (
            (period.since, period.until),
            (year.since, period.until),
            (before.since, before.until),
            (last.since, last.until),
        )
    ]
    keys = dict.fromkeys(key for column in columns for key in column)
    return {key: [column.get(key, 0) for column in columns] for key in keys}


def parts_of(found: Figures, book: Book, language: str, *, public: bool = False) -> list[Part]:
    """The figures in words, part by part."""
    few = book.wording.say(language, "report-few", {"fewest": str(FEWEST)})

    def said(numbers: object) -> tuple[str, ...]:
        counts: list[int] = list(numbers)  # type: ignore[call-overload]
        return tuple(few if public and 0 < one < FEWEST else str(one) for one in counts)

    def part(key: str, lines: Iterator[tuple[str, str]]) -> Part:
        title = book.wording.say(language, f"report-{key}")
        return Part(title, tuple((label, said(found[line])) for line, label in lines))

    single = (
        (key, book.wording.say(language, f"report-line-{key}")) for key in SINGLE if key in found
    )
    return [
        part("whole", single),
        part("statuses", _statuses(found, book, language)),
        part("groups", _groups(found, book, language)),
        part("channels", _channels(found, book, language)),
        part("communes", _communes(found, book, language)),
    ]


def _statuses(found: Figures, book: Book, language: str) -> Iterator[tuple[str, str]]:
    for one in Status:
        if f"status/{one.value}" in found:
            label = book.wording.say(language, f"status-{one.value.replace('_', '-')}")
            yield f"status/{one.value}", label


def _groups(found: Figures, book: Book, language: str) -> Iterator[tuple[str, str]]:
    question = book.forms["registration"].by_key[GROUP]
    for one in question.choices:
        if f"group/{one}" in found:
            yield f"group/{one}", show(question, one, book, language)


def _channels(found: Figures, book: Book, language: str) -> Iterator[tuple[str, str]]:
    for key in sorted(found):
        kind, _, one = key.partition("/")
        if kind == "channel":
            yield key, book.wording.say(language, f"channel-{one.replace('_', '-')}")


def _communes(found: Figures, book: Book, language: str) -> Iterator[tuple[str, str]]:
    for code in book.places.by_code:
        if f"commune/{code}" in found:
            yield f"commune/{code}", place_of(book, language, code)


def title_of(period: Period, book: Book, language: str) -> str:
    """The name of a period: month 11/2026, quarter 4/2026, year 2026."""
    given = {"number": str(period.number), "year": str(period.year)}
    return book.wording.say(language, f"report-{period.span}", given)


def heads_of(book: Book, language: str) -> list[str]:
    """The headings of the numbers."""
    return [book.wording.say(language, f"report-column-{key}") for key in COLUMNS]


def report_docx(
    period: Period, parts: list[Part], book: Book, language: str, issued_at: str
) -> bytes:
    """The report as a Word file, which says when it was issued."""
    from bot.papers.docx import docx_of  # large: the page of the reports does without it

    wording = book.wording
    heads = ("", *heads_of(book, language))
    blocks: list[Block] = [
        Words(book.office.name, "centre", bold=True),
        Title(wording.say(language, "report-title", {"period": title_of(period, book, language)})),
        Words(_days_of(period, book, language), "centre"),
    ]
    for part in parts:
        if part.lines:
            rows = tuple((label, *numbers) for label, numbers in part.lines)
            blocks += [Heading(part.title), Grid(heads, rows, _WIDTHS)]
    notes = (Words(note, small=True) for note in _notes(book, language, issued_at))
    return docx_of(Sheet((*blocks, *notes)))


def report_xlsx(
    out: Path, period: Period, parts: list[Part], book: Book, language: str, issued_at: str
) -> None:
    """The report as a spreadsheet, its lines one under the other, and under them its days."""
    from bot.papers.registrations import paper

    heads = [
        book.wording.say(language, "report-part"),
        book.wording.say(language, "report-line"),
        *heads_of(book, language),
    ]
    shapes = [Shape.TEXT, Shape.TEXT, *[Shape.NUMBER] * len(COLUMNS)]
    columns = tuple(
        Column(head, head, 34 if shape is Shape.TEXT else 16, shape)
        for head, shape in zip(heads, shapes, strict=True)
    )
    title = title_of(period, book, language).replace("/", "-")
    with paper(out, Plan(title, columns)) as sheet:
        sheet.head(columns)
        for part in parts:
            for label, numbers in part.lines:
                cells = [int(one) if one.isdecimal() else one for one in numbers]
                sheet.row([part.title, label, *cells])
        for note in (_days_of(period, book, language), *_notes(book, language, issued_at)):
            sheet.row([note, *[None] * (len(columns) - 1)])


def _days_of(period: Period, book: Book, language: str) -> str:
    days = {"first": shown(period.first), "last": shown(period.last)}
    return book.wording.say(language, "report-days", days)


def _notes(book: Book, language: str, issued_at: str) -> tuple[str, str]:
    """When it was issued, and what its figures count."""
    issued = book.wording.say(language, "report-issued", {"at": issued_at})
    return issued, book.wording.say(language, "report-counts")
