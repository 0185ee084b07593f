"""Days and times as staff type them, on the clock of Vietnam."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from handlers.days import VIETNAM

YEARS = range(1900, 2200)
"""Any other year is a slip of the finger, and some lie beyond what a clock can count."""

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_TIME = re.compile(r"(\d{1,2}):(\d{1,2})", re.ASCII)


def read_day(typed: str) -> date | None:
    """A day written dd/mm/yyyy; None for what is none."""
    found = _DAY.fullmatch(typed.strip())
    day, month, year = map(int, found.groups()) if found else (0, 0, 0)
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def read_moment(typed: str) -> datetime | None:
    """A time written dd/mm/yyyy hh:mm; None for what is none."""
    written, _, clock = typed.strip().partition(" ")
    day, found = read_day(written), _TIME.fullmatch(clock.strip())
    if day is None or found is None:
        return None
    hour, minute = map(int, found.groups())
    try:
        return datetime.combine(day, time(hour, minute), VIETNAM)
    except ValueError:
        return None


def midnight(day: date) -> datetime:
    """When a day begins."""
    return datetime.combine(day, time.min, VIETNAM)
