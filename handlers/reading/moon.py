"""
The Vietnamese lunar calendar: which day a day of its months is.

A month begins on the day of the new moon in Vietnam (UTC+7); the eleventh has the winter solstice;
between two of them there are twelve months, or thirteen, and then the first in which the sun enters
no new sign bears the number of the month before it. The moments of the moon and the sun are from
the series in Jean Meeus, Astronomical Algorithms, shortened; so is the method that Hồ Ngọc Đức
published. They are right to a few minutes, so that far from our time a new moon within minutes of
midnight may be taken for the day beside it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import floor, pi, radians, sin

_EARLIEST, _LATEST = 1900, 2100
_HOURS_EAST = 7
_DAY_ZERO = date(2000, 1, 1).toordinal() - 2451545
"""What a day's ordinal is less than the number of its Julian day."""

SOLSTICE = 9
"""The twelfth of its circle that the sun enters then."""

_MONTH = 29.530588861
_FIRST_MOON = 2415021.076998695
"""Julian days: the mean length of a month, and a new moon in January 1900."""


def solar(day: int, month: int, year: int, *, leap: bool = False) -> date | None:
    """The day that a lunar day is; None when it is not in the year, or the year is far away."""
    begins = _months(year).get((month, leap)) if _EARLIEST <= year <= _LATEST else None
    if begins is None or not 1 <= day <= _length(begins):
        return None
    return date.fromordinal(begins + day - 1)


def days_in(month: int, year: int, *, leap: bool = False) -> int:
    """How many days a lunar month has, 29 or 30; 0 when the year has no such month."""
    begins = _months(year).get((month, leap))
    return 0 if begins is None else _length(begins)


def lunar_year(day: date) -> int:
    """The lunar year that a day belongs to: before the new year's day it is the last one's."""
    return day.year - (day.toordinal() < _months(day.year)[1, False])


@lru_cache(maxsize=64)
def _months(year: int) -> dict[tuple[int, bool], int]:
    """Where each month of a lunar year begins; the key says its number, and whether it is leap."""
    found = {}
    for of in (year, year + 1):
        for month, leap, begins in _numbered(of):
            # a lunar year begins with the third month of its solstice year
            if (of == year) == (month < 11):
                found[month, leap] = begins
    return found


@lru_cache(maxsize=64)
def _numbered(year: int) -> tuple[tuple[int, bool, int], ...]:
    """The months from the eleventh of the year before to before the eleventh of this year."""
    first, last = _eleventh(year - 1), _eleventh(year)
    at = round((first + 14 - _DAY_ZERO - _FIRST_MOON) / _MONTH)
    starts = [begins for k in range(at - 1, at + 15) if first <= (begins := _new_moon(k)) < last]
    leaps = len(starts) > 12
    found, number = [], 10
    for begins, after in zip(starts, [*starts[1:], last], strict=True):
        leap = leaps and begins != first and _sign(begins) == _sign(after)
        leaps = leaps and not leap
        number += not leap
        found.append(((number - 1) % 12 + 1, leap, begins))
    return tuple(found)


@lru_cache(maxsize=64)
def _eleventh(year: int) -> int:
    """Where the month with the winter solstice begins."""
    end = date(year, 12, 31).toordinal()
    k = floor((end - _DAY_ZERO - _FIRST_MOON) / _MONTH)
    begins = max(one for one in (_new_moon(k + 1), _new_moon(k), _new_moon(k - 1)) if one <= end)
    return begins if _sign(begins) < SOLSTICE else _new_moon_before(begins)


def _new_moon_before(begins: int) -> int:
    k = round((begins - 15 - _DAY_ZERO - _FIRST_MOON) / _MONTH)
    return max(one for one in (_new_moon(k - 1), _new_moon(k), _new_moon(k + 1)) if one < begins)


def _length(begins: int) -> int:
    k = round((begins + 30 - _DAY_ZERO - _FIRST_MOON) / _MONTH)
    return min(one for one in map(_new_moon, (k - 1, k, k + 1)) if one > begins) - begins


@lru_cache(maxsize=512)
def _new_moon(k: int) -> int:
    """The day in Vietnam (an ordinal) of the k-th new moon since January 1900."""
    t = k / 1236.85
    mean = 2415020.75933 + 29.53058868 * k + (0.0001178 - 0.000000155 * t) * t**2
    mean += 0.00033 * sin(radians(166.56 + 132.87 * t - 0.009173 * t**2))
    sun = radians(359.2242 + 29.10535608 * k - (0.0000333 + 0.00000347 * t) * t**2)
    moon = radians(306.0253 + 385.81691806 * k + (0.0107306 + 0.00001236 * t) * t**2)
    node = radians(21.2964 + 390.67050646 * k - (0.0016528 + 0.00000239 * t) * t**2)
    true = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun) - 0.4068 * sin(moon)
    true += 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon) + 0.0104 * sin(2 * node)
    true -= 0.0051 * sin(sun + moon) + 0.0074 * sin(sun - moon) - 0.0004 * sin(2 * node + sun)
    true -= 0.0004 * sin(2 * node - sun) + 0.0006 * sin(2 * node + moon)
    true += 0.0010 * sin(2 * node - moon) + 0.0005 * sin(2 * moon + sun)
    late = -0.000278 + (0.000265 + 0.000262 * t) * t
    return floor(mean + true - late + 0.5 + _HOURS_EAST / 24) + _DAY_ZERO


@lru_cache(maxsize=512)
def _sign(day: int) -> int:
    """Which twelfth of its circle the sun is in when a day begins in Vietnam; 0 is spring's."""
    t = (day - _DAY_ZERO - 0.5 - _HOURS_EAST / 24 - 2451545) / 36525
    mean = radians(357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3)
    longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    longitude += (1.914600 - 0.004817 * t - 0.000014 * t**2) * sin(mean)
    longitude += (0.019993 - 0.000101 * t) * sin(2 * mean) + 0.000290 * sin(3 * mean)
    return floor(radians(longitude) % (2 * pi) / (pi / 6))
