"""Numbers in digits, with every value that their points and commas allow."""

from __future__ import annotations

import re

ONE = 1_000_000
"""A whole one, counted in millionths."""

_MOST_DIGITS = 30
_TOO_MUCH = 10**_MOST_DIGITS * ONE


def values_of(text: str, *, scaled: bool) -> tuple[int, ...]:
    """Every value that digits with points and commas may have; none when they are no number."""
    text = text.replace(" ", "")
    if text[:1] in {".", ","}:
        text = f"0{text}"
    if len(text) > _MOST_DIGITS:
        return (_TOO_MUCH,)
    if text.isdigit():
        return (int(text) * ONE,)
    groups = re.split(r"[.,]", text)
    marks = [mark for mark in text if mark in ".,"]
    if len(marks) == 1:
        return _one_mark(groups, marks[0], scaled=scaled)
    if len(set(marks[:-1])) > 1 or any(len(group) != 3 for group in groups[1:-1]):
        return ()
    if len(groups[0]) > 3:
        return ()
    if marks[-1] != marks[0]:
        return (_decimal("".join(groups[:-1]), groups[-1]),)
    return (int("".join(groups)) * ONE,) if len(groups[-1]) == 3 else ()


def _one_mark(groups: list[str], mark: str, *, scaled: bool) -> tuple[int, ...]:
    whole, part = groups
    decimal = _decimal(whole, part)
    if len(part) != 3 or len(whole) > 3 or whole.startswith("0"):
        return (decimal,)
    thousands = int(whole + part) * ONE
    return (thousands,) if mark == "." and not scaled else (thousands, decimal)


def _decimal(whole: str, part: str) -> int:
    return int(whole) * ONE + int(part[:6].ljust(6, "0"))
