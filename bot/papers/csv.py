"""
CSV as Excel and LibreOffice open it with its marks intact: UTF-8 with BOM, CRLF, all quoted.

Text that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import IO

from bot.papers.plan import Cell, Column

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
ENCODING = "utf-8"
_FORMULA = re.compile(r"[\t\r\n]|[\s\u200b-\u200d\u2060\ufeff]*[=+\-@＝＋－＠]")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


class CsvSheet:
    """Writes rows to a text stream as they come; the stream is opened with `newline=""`."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._write = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow

    def head(self, columns: Sequence[Column]) -> None:
        """The line of headings, which begins the file."""
        self._stream.write(BOM)
        self._write([harmless(column.header) for column in columns])

    def row(self, cells: Sequence[Cell]) -> None:
        """One line."""
        self._write([_text(cell) for cell in cells])

    def close(self) -> None:
        """Nothing is left to be written: each line was complete."""


def harmless(text: str) -> str:
    """The text, with an apostrophe before it where it could be taken for a formula."""
    if text[:1].isalnum() and "\0" not in text:
        return text
    text = text.replace("\0", "")
    if _FORMULA.match(text) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _text(cell: Cell) -> str:
    match cell:
        case str():
            return harmless(cell)
        case None:
            return ""
        case datetime():
            return f"{cell:%d/%m/%Y %H:%M}"
        case date():
            return f"{cell:%d/%m/%Y}"
        case int():
            return str(cell)
