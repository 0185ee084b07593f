"""
XLSX row by row: what is written goes through the compressor to the disk, so memory stays small.

An XLSX file is a zip of a few XML parts (ECMA-376, part 1). Only the part with the rows grows;
the others are fixed but for names and sizes. Every text is an inline string, which is text to
every program, whatever it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from bot.papers.plan import Cell, Column, Plan, Shape
from bot.papers.xlsx_parts import DAY, HEAD, NUMBER, TEXT, TIME, YEAR, fixed_parts

MOST_ROWS = 1_048_576
MOST_BYTES = 1_500_000_000
"""Of one sheet before it is compressed: beyond 2 GB a zip needs what Excel warns about."""

LONGEST_TEXT = 32_767
LONGEST_HEAD = 240
"""Characters above a printed page; Excel takes 255 with its own marks."""

ROWS_AT_ONCE = 64
LEVEL = 3
_FIRST_DAY = date(1899, 12, 30)
_FIRST_MOMENT = datetime.combine(_FIRST_DAY, datetime.min.time())
_ONE_DAY = timedelta(days=1)
_SURE_FROM = date(1900, 3, 1)
"""Before it Excel counts a 29 February 1900 that never was."""

_MARKUP = re.compile("[&<>]")
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("_(x[0-9A-Fa-f]{4}_)")


class XlsxSheet:
    """Writes rows into a workbook; what one sheet cannot hold goes on in a next one."""

    def __init__(
        self, path: Path, plan: Plan, most_rows: int = MOST_ROWS, most_bytes: int = MOST_BYTES
    ) -> None:
        self._zip = ZipFile(path, "w", ZIP_DEFLATED, compresslevel=LEVEL)
        self._plan = plan
        self._most_rows = most_rows
        self._most_bytes = most_bytes
        self._letters = [letters(at) for at in range(len(plan.columns))]
        years = (column.shape is Shape.YEAR for column in plan.columns)
        self._number_style = [YEAR if is_year else NUMBER for is_year in years]
        self._ends: list[str] = []
        self._row = self._size = 0
        self._waiting: list[str] = []
        self._part: IO[bytes]

    def head(self, columns: Sequence[Column]) -> None:
        """A sheet with its headings frozen, a filter on each, and columns as wide as they need."""
        self._finish_sheet()
        self._ends.append("")
        self._part = self._zip.open(f"xl/worksheets/sheet{len(self._ends)}.xml", "w")
        self._row, self._size = 1, 0
        self._put(_beginning(columns, printed=bool(self._plan.printed)))
        cells = [
            _string(letter, 1, column.header, HEAD)
            for letter, column in zip(self._letters, columns, strict=True)
        ]
        self._put(f'<row r="1" ht="48" customHeight="1">{"".join(cells)}</row>')

    def row(self, cells: Sequence[Cell]) -> None:
        """One row; cells without a value are not written."""
        if self._row == self._most_rows or self._size > self._most_bytes:
            self.head(self._plan.columns)
        self._row += 1
        written = [self._cell(at, cell) for at, cell in enumerate(cells) if cell is not None]
        self._put(f'<row r="{self._row}">{"".join(written)}</row>')

    def close(self) -> None:
        """Write the parts that hold the sheets together; before this there is no whole file."""
        self._finish_sheet()
        for name, part in fixed_parts(self._plan.title, self._ends):
            self._zip.writestr(name, part)
        self._zip.close()

    def abandon(self) -> None:
        """Let go of the file, which is of no use to anybody."""
        if self._ends:
            self._part.close()
        self._zip.close()

    def _cell(self, at: int, cell: str | int | date | datetime) -> str:
        letter, row = self._letters[at], self._row
        match cell:
            case str():
                return _string(letter, row, cell, TEXT)
            case int():
                style = self._number_style[at]
                return f'<c r="{letter}{row}" s="{style}"><v>{cell}</v></c>'
            case _:
                return _moment(letter, row, cell)

    def _put(self, xml: str) -> None:
        self._waiting.append(xml)
        self._size += len(xml)
        if len(self._waiting) >= ROWS_AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        self._part.write("".join(self._waiting).encode())
        self._waiting.clear()

    def _finish_sheet(self) -> None:
        if not self._ends:
            return
        self._ends[-1] = f"{self._letters[-1]}{self._row}"
        self._put(f'</sheetData><autoFilter ref="A1:{self._ends[-1]}"/>')
        self._put(f"{_print_setup(self._plan.printed)}</worksheet>")
        self._flush()
        self._part.close()


def letters(at: int) -> str:
    """The name of a column: A, B … Z, AA …"""
    name = ""
    at += 1
    while at:
        at, letter = divmod(at - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _string(letter: str, row: int, text: str, style: int) -> str:
    return (
        f'<c r="{letter}{row}" s="{style}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{_plain(text)}</t></is></c>'
    )


def _plain(text: str) -> str:
    """
    The text so that XML and Excel read it back as it is.

    `_x0041_` would be read as the letter A (ECMA-376 part 1, 22.9.2.19); an underscore of ours
    before it, written the same way, keeps it.
    """
    text = text[:LONGEST_TEXT]
    if not text.isprintable():
        text = _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)
    if "_x" in text:
        text = _ESCAPED.sub(r"_x005F_\1", text)
    return escape(text) if _MARKUP.search(text) else text


def _moment(letter: str, row: int, when: date | datetime) -> str:
    """A day, or a time in days since Excel's first; the few that Excel miscounts stay text."""
    if isinstance(when, datetime):
        count = (when - _FIRST_MOMENT) / _ONE_DAY
        return f'<c r="{letter}{row}" s="{TIME}"><v>{count}</v></c>'
    if when < _SURE_FROM:
        return _string(letter, row, f"{when:%d/%m/%Y}", TEXT)
    return f'<c r="{letter}{row}" s="{DAY}"><v>{(when - _FIRST_DAY).days}</v></c>'


def _beginning(columns: Sequence[Column], *, printed: bool) -> str:
    fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' if printed else ""
    tall = '<sheetFormatPr defaultRowHeight="27" customHeight="1"/>' if printed else ""
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{column.width}" customWidth="1"/>'
        for at, column in enumerate(columns, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'{fit}<sheetViews><sheetView workbookViewId="0">'
        '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
        f"</sheetView></sheetViews>{tall}<cols>{widths}</cols><sheetData>"
    )


def _print_setup(words: str) -> str:
    """A4 across, with lines and these words above every page; nothing for what is only read."""
    if not words:
        return ""
    above = escape(words.replace("&", "&&")[:LONGEST_HEAD])
    return (
        '<printOptions horizontalCentered="1" gridLines="1"/>'
        '<pageMargins left="0.4" right="0.4" top="1" bottom="0.6" header="0.4" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
        f"<headerFooter><oddHeader>&amp;C{above}</oddHeader>"
        "<oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>"
    )
