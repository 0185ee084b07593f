"""Months, quarters and years that end on an office's closing day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.papers.periods import DAY, Period, Span, period_of


@pytest.mark.parametrize(
    ("day", "span", "closing", "first", "last"),
    [
        (date(2026, 11, 23), Span.MONTH, 31, date(2026, 11, 1), date(2026, 11, 30)),
        (date(2026, 11, 23), Span.QUARTER, 31, date(2026, 10, 1), date(2026, 12, 31)),
        (date(2026, 11, 23), Span.YEAR, 31, date(2026, 1, 1), date(2026, 12, 31)),
        (date(2026, 7, 25), Span.MONTH, 25, date(2026, 6, 26), date(2026, 7, 25)),
        (date(2026, 7, 26), Span.MONTH, 25, date(2026, 7, 26), date(2026, 8, 25)),
        (date(2026, 12, 28), Span.MONTH, 25, date(2026, 12, 26), date(2027, 1, 25)),
        (date(2028, 2, 29), Span.MONTH, 30, date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 1, 3), Span.YEAR, 14, date(2025, 12, 15), date(2026, 12, 14)),
    ],
)
def test_periods(day: date, span: Span, closing: int, first: date, last: date) -> None:
    period = period_of(day, span, closing)

    assert (period.first, period.last) == (first, last)


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(Span),
    st.integers(1, 31),
)
def test_every_day_is_in_one_period_and_they_leave_no_gap(
    day: date, span: Span, closing: int
) -> None:
    period = period_of(day, span, closing)

    assert period.first <= day <= period.last
    assert period.before().last + DAY == period.first
    assert period_of(period.first, span, closing) == period == period_of(period.last, span, closing)
    assert period.year_before() == Period(span, period.year - 1, period.number, closing)
    assert period.whole_year().first <= period.first
    assert period.last <= period.whole_year().last
