"""
Reads a day told by the moon ("rằm tháng 8", "mồng 10 tháng giêng năm ngoái", "30 tết").

Papers carry the other calendar: what is read is always said back with the day that it is there.
"""

from __future__ import annotations

import re
from datetime import date

from handlers.reading.moon import days_in, lunar_year, solar
from handlers.reading.relative import dated
from handlers.reading.spelling import any_spelling


def _one_of(words: str) -> str:
    return "(?:" + "|".join(sorted(any_spelling(words), key=len, reverse=True)) + ")"


_TELLS = re.compile(
    rf"(?<!\w)(?:{_one_of('rằm, giêng, chạp, tết, âm, âm lịch, lịch ta, nhuận')}|al)(?!\w)"
)
_MONTH_WORD = _one_of("tháng, thg")
_FIRST = re.compile(rf"(?<!\w){_MONTH_WORD} {_one_of('giêng')}(?!\w)")
_LAST = re.compile(rf"(?<!\w){_MONTH_WORD} {_one_of('chạp')}(?!\w)")
_FULL_MOON = re.compile(rf"(?<!\w){_one_of('rằm')}(?!\w)")
_LEAP = re.compile(rf"(?<!\w){_one_of('nhuận')}(?!\w)")
_DAY_OF_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\s+{_MONTH_WORD}\s*|\s*[/.-]\s*)(\d{{1,2}})(?!\d)"
)
_NEW_YEAR = re.compile(rf"(?<!\d)(\d{{1,2}})\s+{_one_of('tết')}(?!\w)")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
FULL_MOON = 15
HOLIDAYS = 10
"""Days after the new year that are counted by it; the last days of the old year are from 23 on."""

EVE = 30


def is_lunar(small: str) -> bool:
    """Whether a small text tells a day by the moon."""
    return bool(_TELLS.search(small))


def by_the_moon(written: str, today: date, *, ahead: bool) -> date | None:
    """
    The day that a small text with its numbers in digits tells by the moon; None for none.

    Without a year it is the last such day up to today, or with `ahead` the next from today on.
    """
    this_year = lunar_year(today)
    text = _FIRST.sub("tháng 1", _LAST.sub("tháng 12", dated(written, date(this_year, 7, 1))))
    if _FULL_MOON.search(text):
        text = _FULL_MOON.sub(str(FULL_MOON), text)
    leap, year = bool(_LEAP.search(text)), _YEAR.search(text)
    if year is not None:
        return _told(text, int(year[1]), leap=leap)
    near = (_told(text, this_year + away, leap=leap) for away in (-1, 0, 1))
    days = [day for day in near if day is not None]
    if ahead:
        return min((day for day in days if day >= today), default=None)
    return max((day for day in days if day <= today), default=None)


def _told(text: str, year: int, *, leap: bool) -> date | None:
    """The day in a lunar year; the last days before a new year belong to the old one."""
    if of_month := _DAY_OF_MONTH.search(text):
        return solar(int(of_month[1]), int(of_month[2]), year, leap=leap)
    holiday = _NEW_YEAR.search(text)
    if holiday is None:
        return None
    day = int(holiday[1])
    if day <= HOLIDAYS:
        return solar(day, 1, year)
    return solar(min(day, days_in(12, year - 1)) if day == EVE else day, 12, year - 1)
