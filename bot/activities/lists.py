"""
The list of who comes: to be printed and signed, or to be filled in and read back.

The PDF is signed by hand. Excel prints it on A4 with what it is for above every page; in CSV the
last column is for whoever types in afterwards who was there.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bot.papers.csv import ENCODING, CsvSheet
from bot.papers.plan import Column, Plan
from bot.papers.sheet import Grid, Sheet, Title, Words
from bot.papers.xlsx import XlsxSheet
from handlers import codes
from handlers.activities import shown
from handlers.answers import show_place
from handlers.move import Line
from handlers.reading.phone import show_phone
from handlers.words import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.papers.plan import Cell
    from content.activities import Activity
    from content.model import Book
    from storage.guests import Guest

CSV, XLSX, PDF = ".csv", ".xlsx", ".pdf"
SUFFIXES = (XLSX, CSV, PDF)
PRINTED = ("number", "name", "producer", "commune", "phone", "signed")
"""The columns of the sheet that is signed by hand."""

COLUMNS = {
    "number": 6,
    "name": 26,
    "producer": 28,
    "commune": 18,
    "phone": 15,
    "signed": 16,
    "code": 13,
    "standing": 14,
    "there": 9,
}
"""The columns in their order, and how wide each is."""

THERE, NOT_THERE = "x", "-"
"""How it is written who was there and who was not."""


def write_list(book: Book, activity: Activity, guests: Sequence[Guest], out: Path) -> None:
    """Write the list to a file, whose name says what kind it is; it is never there in half."""
    plan = plan_of(book, activity)
    with tempfile.TemporaryDirectory(prefix="list-", dir=out.absolute().parent) as folder:
        path = Path(folder) / out.name
        if out.suffix.lower() == CSV:
            with path.open("w", encoding=ENCODING, newline="") as stream:
                _fill(CsvSheet(stream), plan, book, guests)
        elif out.suffix.lower() == PDF:
            path.write_bytes(_printed(plan, book, guests))
        else:
            _fill(XlsxSheet(path, plan), plan, book, guests)
        path.replace(out)


def plan_of(book: Book, activity: Activity) -> Plan:
    """Its headings; above the printed pages stands which activity it is."""
    language = book.languages[0]
    columns = tuple(
        Column(book.wording.say(language, f"attendance-{name}"), name, width)
        for name, width in COLUMNS.items()
    )
    above = Line("attendance-head", shown.about(activity, language))
    title = book.wording.say(language, "attendance-title")
    return Plan(title, columns, printed=f"{title}\n{spoken(above, book.wording, language)}")


def _printed(plan: Plan, book: Book, guests: Sequence[Guest]) -> bytes:
    """The list to be signed, with room in each line."""
    from bot.papers.pdf import pdf_of  # it is large, and seldom wanted

    title, above = plan.printed.split("\n", 1)
    places = [list(COLUMNS).index(name) for name in PRINTED]
    rows = [_row(number, guest, book) for number, guest in enumerate(guests, 1)]
    grid = Grid(
        tuple(plan.columns[at].header for at in places),
        tuple(tuple(str(row[at] or "") for at in places) for row in rows),
        tuple(plan.columns[at].width for at in places),
        tall=True,
    )
    return pdf_of(
        Sheet((Title(title), Words(above, "centre"), grid), landscape=True), book.languages[0]
    )


def _fill(sheet: CsvSheet | XlsxSheet, plan: Plan, book: Book, guests: Sequence[Guest]) -> None:
    sheet.head(plan.columns)
    for number, guest in enumerate(guests, 1):
        sheet.row(_row(number, guest, book))
    sheet.close()


def _row(number: int, guest: Guest, book: Book) -> list[Cell]:
    language = book.languages[0]
    standing = Line(f"attendance-standing-{guest.standing.name.lower()}", {"line": str(guest.line)})
    asked = book.forms["registration"].by_key["est-commune-code"]
    return [
        number,
        guest.name,
        guest.producer or None,
        show_place(asked, guest.commune, book, language) or None,
        show_phone(guest.phone),
        None,
        codes.code(guest.id),
        spoken(standing, book.wording, language),
        None if guest.attended is None else THERE if guest.attended else NOT_THERE,
    ]
