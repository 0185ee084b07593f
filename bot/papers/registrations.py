"""
The export of registrations, one row for each product, to a spreadsheet or to CSV.

The rows come in pages and go out as they come, so any number of them needs the same memory. The
file appears when it is complete, and never in half.
"""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.papers.cells import Rows
from bot.papers.csv import ENCODING, CsvSheet
from bot.papers.plan import Cell, Column, Plan, plan_of
from storage.finding import every

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.ext.asyncio import AsyncEngine

    from content.model import Book
    from storage.filters import Filters
    from storage.finding import Sorting

CSV = ".csv"
XLSX = ".xlsx"
SUFFIXES = (XLSX, CSV)


class Sheet(Protocol):
    """What rows are written to."""

    def head(self, columns: Sequence[Column]) -> None:
        """Write the headings."""

    def row(self, cells: Sequence[Cell]) -> None:
        """Write one row."""

    def close(self) -> None:
        """Write what is left."""


async def export_registrations(reader: AsyncEngine, book: Book, out: Path, filters: Filters) -> int:
    """
    Write the registrations that the filters mean to a file; gives how many there were.

    Raises ValueError unless the file's name ends in `.xlsx` or `.csv`.
    """
    return await write_paper(reader, plan_of(book, book.languages[0]), out, filters)


async def write_paper(
    reader: AsyncEngine, plan: Plan, out: Path, filters: Filters, sorting: Sorting | None = None
) -> int:
    """Write the rows of a plan to a file, whose name says what kind it is."""
    with paper(out, plan) as sheet, _uncollected():
        return await write_rows(reader, plan, sheet, filters, sorting)


async def write_rows(
    reader: AsyncEngine,
    plan: Plan,
    sheet: Sheet,
    filters: Filters,
    sorting: Sorting | None = None,
) -> int:
    """
    Write the headings and all rows; gives how many registrations there were.

    Nothing is written before the first page is read, so what cannot be read leaves no paper.
    """
    count = 0
    pages = every(reader, filters, sorting, None if plan.each_product else plan.questions)
    page = await anext(pages, None)
    sheet.head(plan.columns)
    rows = Rows(plan)
    while page:
        for entry in page:
            for cells in rows.of(entry):
                sheet.row(cells)
        count += len(page)
        page = await anext(pages, None)
    return count


@contextmanager
def paper(out: Path, plan: Plan) -> Iterator[Sheet]:
    """
    A sheet to write to; the file is there once all is written.

    Raises ValueError unless the file's name ends in `.xlsx` or `.csv`.
    """
    if out.suffix.lower() not in SUFFIXES:
        raise ValueError(f"{out.name}: an export is a file that ends in {' or '.join(SUFFIXES)}")
    with _unfinished(out) as path, _sheet(path, plan) as sheet:
        yield sheet


@contextmanager
def _uncollected() -> Iterator[None]:
    """
    Without the collector of cycles, which would take half of the time.

    A page is ten thousands of rows that live for a moment and hold no cycle.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _unfinished(out: Path) -> Iterator[Path]:
    """A path beside `out` that takes its name in the end, if nothing went wrong."""
    with tempfile.TemporaryDirectory(prefix="export-", dir=out.absolute().parent) as folder:
        path = Path(folder) / out.name
        yield path
        path.replace(out)


@contextmanager
def _sheet(path: Path, plan: Plan) -> Iterator[Sheet]:
    if path.suffix.lower() == CSV:
        with path.open("w", encoding=ENCODING, newline="") as stream:
            yield CsvSheet(stream)
        return
    from bot.papers.xlsx import XlsxSheet

    sheet = XlsxSheet(path, plan)
    try:
        yield sheet
    except BaseException:
        sheet.abandon()
        raise
    sheet.close()
