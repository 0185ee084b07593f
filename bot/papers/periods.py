"""Months, quarters and years as an office counts them: each ends on the closing day of a month."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from handlers.days import VIETNAM

LAST_DAY = 31
"""The closing day that is each month's own last."""


class Span(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """
    One month, quarter or year, by its year and its place in it, which is counted from 1.

    With a `closing` day of 25 July runs from 26 June to 25 July.
    """

    span: Span
    year: int
    number: int
    closing: int = LAST_DAY

    @property
    def first(self) -> date:
        """Its first day."""
        return _closed(self.year, (self.number - 1) * MONTHS[self.span], self.closing) + DAY

    @property
    def last(self) -> date:
        """Its last day."""
        return _closed(self.year, self.number * MONTHS[self.span], self.closing)

    @property
    def since(self) -> datetime:
        """When it begins."""
        return datetime.combine(self.first, time(), VIETNAM)

    @property
    def until(self) -> datetime:
        """When it is over."""
        return datetime.combine(self.last + DAY, time(), VIETNAM)

    def before(self) -> Period:
        """The one before it."""
        if self.number > 1:
            return Period(self.span, self.year, self.number - 1, self.closing)
        return Period(self.span, self.year - 1, 12 // MONTHS[self.span], self.closing)

    def year_before(self) -> Period:
        """The same one of the year before."""
        return Period(self.span, self.year - 1, self.number, self.closing)

    def whole_year(self) -> Period:
        """The year that it is in."""
        return Period(Span.YEAR, self.year, 1, self.closing)


DAY = timedelta(days=1)


def period_of(day: date, span: Span, closing: int = LAST_DAY) -> Period:
    """The period that a day is in."""
    year, month = day.year, day.month
    if day > _closed(year, month, closing):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return Period(span, year, (month - 1) // MONTHS[span] + 1, closing)


def _closed(year: int, month: int, closing: int) -> date:
    """The closing day of a month; month 0 is the December before."""
    if month == 0:
        year, month = year - 1, 12
    return date(year, month, min(closing, monthrange(year, month)[1]))
