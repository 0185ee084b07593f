"""The lunar calendar is that of Vietnam: by published calendars, and by what must always hold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from handlers.reading.moon import days_in, lunar_year, solar

NEW_YEARS = (
    "1900-01-31 1930-01-30 1945-02-13 1954-02-03 1968-01-29 1969-02-16 1975-02-11 1976-01-31 "
    "1985-01-21 1986-02-09 1990-01-27 1995-01-31 2000-02-05 2005-02-09 2006-01-29 2007-02-17 "
    "2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 "
    "2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 "
    "2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23"
)
LEAP_MONTHS = {2001: 4, 2004: 2, 2006: 7, 2009: 5, 2012: 4, 2014: 9, 2017: 6, 2020: 4, 2023: 2}
LEAP_MONTHS |= {2025: 6, 2028: 5, 2031: 3, 2033: 11, 2036: 6}


@pytest.mark.parametrize("day", [date.fromisoformat(one) for one in NEW_YEARS.split()])
def test_the_new_year_is_the_day_of_the_calendars(day: date) -> None:
    """Those of 2007 and 1985 came a day and a month before China's."""
    assert solar(1, 1, day.year) == day
    assert (lunar_year(day), lunar_year(day - timedelta(1))) == (day.year, day.year - 1)


def test_the_leap_months_are_those_of_the_calendars() -> None:
    found = {
        year: month
        for year in range(2001, 2037)
        for month in range(1, 13)
        if days_in(month, year, leap=True)
    }
    assert found == LEAP_MONTHS


def test_every_day_of_two_centuries_is_one_lunar_day() -> None:
    """The months of each year follow one another without a gap or a day twice."""
    day, years = solar(1, 1, 1900), range(1900, 2100)
    assert day is not None
    for year in years:
        months = [(n, leap) for n in range(1, 13) for leap in (False, True)]
        for month, leap in months:
            length = days_in(month, year, leap=leap)
            assert length in ((0, 29, 30) if leap else (29, 30))
            for n in range(1, length + 1):
                assert solar(n, month, year, leap=leap) == day
                day += timedelta(1)
            assert solar(length + 1, month, year, leap=leap) is None
    assert day == solar(1, 1, 2100)


@pytest.mark.parametrize("year", [0, 1, 1899, 2101, 9999])
def test_a_year_far_away_has_no_days(year: int) -> None:
    assert solar(1, 1, year) is None
