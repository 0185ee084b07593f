"""
Reads a list that somebody hands in, XLSX or CSV, in a process of its own.

`python -m bot.papers.reading FILE` prints the rows as JSON, every cell as the text that a person
sees in it, or ends with the word for what is wrong with the file. The file is a stranger's: it is
opened with little memory and little time, and a package that would unfold to too much is not.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.text import clean

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 5_000
MOST_COLUMNS = 60
LONGEST_CELL = 1_000
BEGINNING = 10_000
"""Characters of a CSV file that tell what stands between its cells."""
MOST_UNFOLDED = 60 * 1024 * 1024
MOST_PARTS = 500
MEMORY = 1024 * 1024 * 1024
SECONDS = 30
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCODINGS = ("utf-8-sig", "cp1258")


TROUBLES = ("old-excel", "too-large", "too-many-rows", "empty", "broken", "not-a-list")
"""The words for what may be wrong with a file."""


class Unreadable(Exception):
    """The file is not a list that can be read; the text is the word for why."""


def rows_of(content: bytes) -> list[list[str]]:
    """The rows that hold anything, each as long as the longest; raises Unreadable."""
    if content.startswith(_OLD_EXCEL):
        raise Unreadable("old-excel")
    found = _sheet(content) if content.startswith(_ZIP) else _lines(content)
    rows: list[list[str]] = []
    for row in found:
        cells = [_text(cell) for cell in row[:MOST_COLUMNS]]
        if any(cells):
            rows.append(cells)
        if len(rows) > MOST_ROWS + 1:
            raise Unreadable("too-many-rows")
    if len(rows) < 2:
        raise Unreadable("empty")
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def _sheet(content: bytes) -> Iterator[tuple[Any, ...]]:
    """The rows of the sheet that was open when the file was saved; of a formula, what it gave."""
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNFOLDED:
            raise Unreadable("too-large")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.active or book.worksheets[0]
        sheet.reset_dimensions()
        yield from sheet.iter_rows(values_only=True, max_row=20 * MOST_ROWS)
    except Unreadable:
        raise
    except MemoryError:
        raise Unreadable("too-large") from None
    except Exception:  # noqa: BLE001 (whatever a stranger's file makes the library raise)
        raise Unreadable("broken") from None


def _lines(content: bytes) -> Iterable[list[str]]:
    """The rows of a CSV file, whichever way Excel wrote it."""
    text = _decoded(content)
    first = text[:BEGINNING].splitlines()
    marked = {mark: max((line.count(mark) for line in first), default=0) for mark in ";\t,"}
    mark = max(marked, key=marked.__getitem__)
    if "\0" in text or not marked[mark]:
        raise Unreadable("not-a-list")
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    except csv.Error:
        raise Unreadable("broken") from None


def _decoded(content: bytes) -> str:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", "replace")
    for encoding in _ENCODINGS:
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    raise Unreadable("not-a-list")


def _text(cell: object) -> str:
    """What a person sees in the cell, with a decimal comma."""
    match cell:
        case None:
            return ""
        case datetime() | date():
            return f"{cell:%d/%m/%Y}"
        case float() if cell.is_integer():
            return str(int(cell))
        case float():
            return f"{cell:.15g}".replace(".", ",")
        case _:
            return " ".join(clean(str(cell)).split())[:LONGEST_CELL]


def _limit() -> None:
    """Take no more than it takes to read a decent file."""
    with suppress(ImportError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def main() -> None:
    """Read the file that is named, and print it."""
    _limit()
    try:
        rows = rows_of(Path(sys.argv[1]).read_bytes())
    except Unreadable as trouble:
        sys.exit(str(trouble))
    json.dump(rows, sys.stdout)


if __name__ == "__main__":
    main()
