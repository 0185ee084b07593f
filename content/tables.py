"""
Reading TOML tables without trust: what is wrong is noted, and something usable put in its place.

So one mistake is told once and hides no other. A table knows which of its keys were asked for;
`close` notes the rest as unknown.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from content.problems import Problem

Word = TypeVar("Word", bound=StrEnum)

VIETNAM = timezone(timedelta(hours=7))
"""The clock that times are written by; Vietnam has no summer time."""

NO_DAY = date(1, 1, 1)
"""Stands for a day that was not given; the mistake is noted already."""


def read_text(folder: Path, file: str, problems: list[Problem]) -> str | None:
    """A text file of the pack, composed (NFC); None, and a problem, if it cannot be read."""
    try:
        text = (folder / file).read_text("utf-8-sig")
    except FileNotFoundError:
        problems.append(Problem(file, "", "is missing"))
    except OSError as why:
        problems.append(Problem(file, "", f"cannot be read: {why.strerror}"))
    except UnicodeDecodeError:
        problems.append(Problem(file, "", "is not saved as UTF-8"))
    else:
        return unicodedata.normalize("NFC", text)
    return None


def read_bytes(folder: Path, file: str, problems: list[Problem]) -> bytes:
    """A file of the pack as it is; nothing, and a problem, if it cannot be read."""
    try:
        return (folder / file).read_bytes()
    except FileNotFoundError:
        problems.append(Problem(file, "", "is missing"))
    except OSError as why:
        problems.append(Problem(file, "", f"cannot be read: {why.strerror}"))
    return b""


def read_toml(folder: Path, file: str, problems: list[Problem]) -> dict[str, Any] | None:
    """A TOML file of the pack; None, and a problem, if it cannot be read."""
    text = read_text(folder, file, problems)
    if text is None:
        return None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as mistake:
        message, _, where = str(mistake).rstrip(")").rpartition(" (at ")
        problems.append(Problem(file, where, f"is not TOML: {message}"))
        return None


LARGEST = 10**15
"""The largest number that can be kept."""


@dataclass(slots=True)
class Table:
    """One table of a file; `key` is how problems call it, `problems` is where they are noted."""

    raw: dict[str, Any]
    file: str
    problems: list[Problem]
    key: str = ""
    asked: set[str] = field(default_factory=set)

    def wrong(self, message: str) -> None:
        """Note a mistake in this table."""
        self.problems.append(Problem(self.file, self.key, message))

    def _take(self, name: str, kind: type, needed: str, *, required: bool) -> Any:
        self.asked.add(name)
        value = self.raw.get(name)
        if value is None:
            if required:
                self.wrong(f"`{name}` is missing")
            return None
        # to Python a bool is an int and a datetime a date, to the team they are not
        stranger = kind is not bool and isinstance(value, (bool, datetime))
        if stranger or not isinstance(value, kind):
            self.wrong(f"`{name}` must be {needed}")
            return None
        return value

    def text(self, name: str, *, required: bool = True, empty: bool = False) -> str:
        """A text; it may be empty only where that is said."""
        value = self._take(name, str, "a text in quotes", required=required)
        if value is not None and not value.strip() and not empty:
            self.wrong(f"`{name}` is empty")
        return (value or "").strip()

    def texts(self, name: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        value = self._take(name, list, "a list of texts", required=required)
        if value == [] and required:
            self.wrong(f"`{name}` is empty")
        value = value or []
        if not all(isinstance(each, str) and each.strip() for each in value):
            self.wrong(f"`{name}` must be a list of texts")
        return tuple(each for each in value if isinstance(each, str))

    def number(self, name: str, *, required: bool = False) -> int | None:
        """A whole number, or None where it is not given."""
        value: int | None = self._take(name, int, "a whole number", required=required)
        self._bounded(name, [value or 0])
        return value

    def numbers(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        value = self._take(name, list, "a list of whole numbers", required=False) or []
        if not all(type(each) is int for each in value):
            self.wrong(f"`{name}` must be a list of whole numbers")
        found = tuple(each for each in value if type(each) is int)
        self._bounded(name, found)
        return found

    def _bounded(self, name: str, found: Iterable[int]) -> None:
        if any(abs(each) > LARGEST for each in found):
            self.wrong(f"`{name}` is beyond every number that can be kept")

    def flag(self, name: str) -> bool:
        """True only where it is said."""
        return bool(self._take(name, bool, "true or false", required=False))

    def day(self, name: str) -> date:
        """A day, written 2026-10-31."""
        value: date | None = self._take(name, date, "a day like 2026-10-31", required=True)
        return value or NO_DAY

    def days(self, name: str) -> tuple[date, ...]:
        """A list of days, each written 2026-10-31."""
        value = self._take(name, list, "a list of days", required=False) or []
        if not all(type(each) is date for each in value):
            self.wrong(f"`{name}` must be a list of days like 2026-10-31")
        return tuple(each for each in value if type(each) is date)

    def moment(self, name: str) -> datetime:
        """A time in Vietnam, written "2026-10-31 08:00"."""
        text = self.text(name)
        try:
            return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM)
        except ValueError:
            if text:
                self.wrong(f'`{name}` must be a time like "2026-10-31 08:00"')
            return datetime.combine(NO_DAY, time(), VIETNAM)

    def word(self, name: str, words: type[Word], default: Word) -> Word:
        """One of a few words; the default stands in for an unknown one."""
        text = self.text(name)
        if text in set(words):
            return words(text)
        if text:
            self.wrong(f"`{name}` is unknown: {text!r}; known are {', '.join(words)}")
        return default

    def tables(self, name: str, naming: str = "key") -> Iterator[Table]:
        """The tables of a list, each called by its `naming` text in problems."""
        for number, raw in enumerate(self._take(name, list, "tables", required=False) or [], 1):
            if isinstance(raw, dict):
                called = raw.get(naming)
                key = called if isinstance(called, str) and called else f"{name} {number}"
                yield Table(raw, self.file, self.problems, key)
            else:
                self.wrong(f"`{name}` must be a list of tables")

    def table(self, name: str) -> Table:
        """A table inside this one, empty if it is not there."""
        raw = self._take(name, dict, "a table", required=False) or {}
        return Table(raw, self.file, self.problems, self.key)

    def close(self) -> None:
        """Note every key that nobody asked for."""
        for name in self.raw:
            if name not in self.asked:
                self.wrong(f"`{name}` is not a known key")
