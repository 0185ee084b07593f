"""
XLSX in bounded memory: each row goes to the disk as it comes.

Every text is written as text, so nothing that was typed becomes a formula, a link or a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it carries no types

from bot.papers.plan import Cell, Column, Plan, Shape

MOST_ROWS = 1_048_576
HEAD_HEIGHT = 48
SAFE = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_HEAD = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E3EFE8", "border": 1}


class XlsxSheet:
    """Writes rows into a workbook; more rows than a sheet can hold go on in a next one."""

    def __init__(self, path: Path, plan: Plan, most_rows: int = MOST_ROWS) -> None:
        self._book = xlsxwriter.Workbook(str(path), {**SAFE, "tmpdir": str(path.parent)})
        self._plan = plan
        self._most = most_rows
        self._head = self._book.add_format(_HEAD)
        self._day = self._book.add_format({"num_format": "dd/mm/yyyy"})
        self._time = self._book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        self._number = self._book.add_format({"num_format": "#,##0"})
        self._year = self._book.add_format({"num_format": "0"})
        self._formats = [self._format(column) for column in plan.columns]
        self._sheets = 0
        self._row = most_rows
        self._sheet: Any

    def head(self, columns: Sequence[Column]) -> None:
        """A sheet with its headings frozen, a filter on each, and columns as wide as they need."""
        self._finish()
        self._sheets += 1
        name = self._plan.title if self._sheets == 1 else f"{self._plan.title} {self._sheets}"
        self._sheet = self._book.add_worksheet(name[:31])
        for at, column in enumerate(columns):
            self._sheet.set_column(at, at, column.width)
        self._sheet.freeze_panes(1, 1)
        self._sheet.set_row(0, HEAD_HEIGHT)
        for at, column in enumerate(columns):
            self._sheet.write_string(0, at, column.header, self._head)
        self._row = 1

    def row(self, cells: Sequence[Cell]) -> None:
        """One row; cells without a value are not written."""
        if self._row == self._most:
            self.head(self._plan.columns)
        for at, cell in enumerate(cells):
            if cell is not None:
                self._write(at, cell)
        self._row += 1

    def close(self) -> None:
        """Put the workbook together; before this there is no file."""
        self._finish()
        self._book.close()

    def _finish(self) -> None:
        if self._sheets:
            self._sheet.autofilter(0, 0, self._row - 1, len(self._plan.columns) - 1)

    def _write(self, at: int, cell: str | int | date | datetime) -> None:
        match cell:
            case str():
                self._sheet.write_string(self._row, at, _no_markup(cell))
            case datetime():
                self._sheet.write_datetime(self._row, at, cell, self._time)
            case date():
                self._sheet.write_datetime(self._row, at, cell, self._day)
            case int():
                self._sheet.write_number(self._row, at, cell, self._formats[at])

    def _format(self, column: Column) -> Any:
        return self._year if column.shape is Shape.YEAR else self._number


def _no_markup(text: str) -> str:
    """
    The text so that the library takes it for text.

    In constant memory xlsxwriter writes what lies between `<r>` and `</r>` as it stands, taking it
    for rich text of its own making.
    """
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
