"""Another province that somebody named, and the department that they are sent to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.folding import fold
from handlers.move import Line
from handlers.reading.places import ELSEWHERE

if TYPE_CHECKING:
    from content.model import Book
    from content.provinces import Abroad
    from handlers.state import Answers


def name(b: Book, text: str) -> str:
    """The name of another province that a text has, in our own spelling; empty for none."""
    found = b.provinces.find(text)
    return _spelled(found) if found else ""


def confirmed(b: Book, raw: str) -> Line | None:
    """Whether the province that was said is meant; None when none was named."""
    found = b.provinces.find(raw)
    return (
        _told(found, "form-confirm-elsewhere", "form-confirm-elsewhere-merged") if found else None
    )


def department(b: Book, answers: Answers) -> tuple[Line, ...]:
    """Whose department it is where the product is made, if a province was named."""
    named = (b.provinces.find(one.raw) for one in answers.values() if one.value == ELSEWHERE)
    return tuple(
        _told(found, "elsewhere-department", "elsewhere-department-merged")
        for found in named
        if found
    )


def _told(found: Abroad, key: str, merged: str) -> Line:
    """The sentence about the province of today, or the one that names what is part of it now."""
    province, was = found.province, _spelled(found)
    today = Line(f"place-{province.rank}", {"name": province.name})
    if fold(was) == fold(province.name):
        return Line(key, {"province": today})
    return Line(merged, {"was": was, "province": today})


def _spelled(found: Abroad) -> str:
    """The name that was said, spelled as it should be; another name is that of today."""
    province = found.province
    return next((one for one in province.made_from if fold(one) == found.said), province.name)
