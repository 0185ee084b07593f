"""
Reads the Council's list as it comes back: who each row is, the points, and what was decided.

Its columns are known by their headings, wherever they stand; rows above the headings are a title.
Nothing is concluded from points: that a product is chosen is for the Council to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from bot.papers.council import KNOWN, MOST, SCORES
from content.folding import fold
from handlers.codes import number

if TYPE_CHECKING:
    from content.model import Book

NEEDED = ("code", "maker", "product", "result")
TOTAL = "total"
WHOLE = 100
PASS = 70
"""Points below which nothing is chosen (circular 26, article 17)."""

DIGITS = 7
"""A spreadsheet that took a code for a number dropped the zeros before it."""

_HIGHEST_TITLE = 20


class NotTheList(Exception):
    """The columns that are needed are not there; the text names those that lack."""


class Ambiguous(Exception):
    """A column is there twice, and nobody can tell which counts; the text names it."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a row: a word for it, the column and what stands there."""

    why: str
    column: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """
    One row; `number` is the registration of its code, 0 where a digit must be wrong.

    `chosen` is None as long as there is no result; nothing is `wrong` with such a row.
    """

    number: int
    maker: str
    product: str
    points: Mapping[str, Decimal]
    chosen: bool | None
    remark: str
    wrong: tuple[Wrong, ...]


def headed(rows: Sequence[list[str]], book: Book) -> tuple[int, dict[int, str]]:
    """In which row the headings are, and what each column is; raises NotTheList, Ambiguous."""
    known = {
        fold(book.wording.say(language, f"council-{key}")): key
        for language in book.languages
        for key in (*KNOWN, *SCORES)
    }
    lacking: tuple[str, ...] = NEEDED
    for at, row in enumerate(rows[:_HIGHEST_TITLE]):
        named = ((column, known.get(fold(heading), "")) for column, heading in enumerate(row))
        columns = {column: key for column, key in named if key}
        lacks = tuple(one for one in NEEDED if one not in columns.values())
        if not lacks:
            for key, times in Counter(columns.values()).items():
                if times > 1:
                    raise Ambiguous(key)
            return at, columns
        lacking = min(lacking, lacks, key=len)
    raise NotTheList(" ".join(lacking))


def judged(cells: Sequence[str], columns: Mapping[int, str], book: Book) -> Judged:
    """A row by its columns."""
    told = {key: cells[at] if at < len(cells) else "" for at, key in columns.items()}
    points: dict[str, Decimal] = {}
    wrong: list[Wrong] = []
    for key, most in {**MOST, TOTAL: WHOLE}.items():
        if not (text := told.get(key, "")):
            continue
        value = _points(text)
        if value is None or not 0 <= value <= most:
            wrong.append(Wrong("points", key, text))
        else:
            points[key] = value
    registration = number(told["code"].rjust(DIGITS, "0"))
    if not registration:
        wrong.insert(0, Wrong("code", "code", told["code"]))
    text = told["result"]
    chosen = _result(text, book)
    if text and chosen is None:
        wrong.append(Wrong("result", "result", text))
    if not wrong and text:
        wrong += _contradicting(points, chosen=bool(chosen))
    if not text:
        wrong = []
    remark = told.get("remark", "")
    who = registration or 0, told["maker"], told["product"]
    return Judged(*who, points, chosen, remark, tuple(wrong))


def _contradicting(points: Mapping[str, Decimal], *, chosen: bool) -> list[Wrong]:
    """What of the points does not fit together, or not with the result."""
    each = [points[key] for key in MOST if key in points]
    summed = sum(each, Decimal())
    total = points.get(TOTAL)
    if len(each) == len(MOST) and total is not None and total != summed:
        return [Wrong("sum", TOTAL, f"{total:f} ≠ {summed:f}")]
    if total is None and len(each) == len(MOST):
        total = summed
    if chosen and total is not None and total < PASS:
        return [Wrong("below", TOTAL, f"{total:f}")]
    return []


def _points(text: str) -> Decimal | None:
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    return round(value, 2).normalize() if value.is_finite() and abs(value) <= WHOLE else None


def _result(text: str, book: Book) -> bool | None:
    said = fold(text).rstrip(" .")
    for language in book.languages:
        for key, chosen in (("council-says-chosen", True), ("council-says-not", False)):
            if said in {fold(one) for one in book.wording.say(language, key).split("/")}:
                return chosen
    return None
