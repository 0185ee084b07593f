"""
Who was there, from a file that somebody filled in: the list as CSV, with its last column.

Only the columns of the code and of who was there are read, whatever else stands beside them. A file
with a mistake changes nothing.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from bot.activities.lists import NOT_THERE
from bot.papers.csv import ENCODING
from bot.tell import tell
from content.folding import fold
from handlers import codes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from content.model import Book

WAS = frozenset({"x", "v", "co", "yes", "1", "✔"})
WAS_NOT = frozenset({NOT_THERE, "0", "k", "ko", "khong", "vang", "no"})


class Unreadable(Exception):
    """The file cannot be taken as it is; `lines` says everything that is wrong with it."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = list(lines)
        super().__init__("\n".join(self.lines))


def read(path: Path, book: Book, listed: Collection[int]) -> dict[int, bool]:
    """Who was there by the number of their seat; those of whom nothing is said are left out."""
    try:
        text = path.read_text(f"{ENCODING}-sig")
    except UnicodeDecodeError:
        raise Unreadable([tell("attended-encoding")]) from None
    rows = csv.reader(text.splitlines(), delimiter=_delimiter(text))
    head = [fold(name) for name in next(rows, [])]
    names = [
        fold(book.wording.say(book.languages[0], key))
        for key in ("attendance-code", "attendance-there")
    ]
    if missing := [name for name in names if name not in head]:
        raise Unreadable([tell("attended-column", name=name) for name in missing])
    code_at, there_at = map(head.index, names)
    there, wrong = dict[int, bool](), list[str]()
    for line, row in enumerate(rows, 2):
        cells = [*row, *[""] * len(head)]
        said, number = fold(cells[there_at].strip("' ")), codes.number(cells[code_at])
        if not any(row) or not said:
            continue
        if number not in listed:
            wrong.append(tell("attended-code", line=str(line), code=cells[code_at]))
        elif said not in WAS | WAS_NOT:
            wrong.append(tell("attended-mark", line=str(line), said=cells[there_at]))
        elif number is not None:
            there[number] = said in WAS
    if wrong:
        raise Unreadable(wrong)
    return there


def _delimiter(text: str) -> str:
    """Excel in Vietnam separates by semicolons, which our own files do not."""
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","
