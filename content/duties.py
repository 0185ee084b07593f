"""
What the office owes whoever asks about their own data, and the authority after a breach.

The law gives the days (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP); an office may write others
into `book.toml`. Where the law does not say whether working days are meant, the stricter is taken:
days of the calendar.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from content.tables import Table

SATURDAY = 5


class Asked(StrEnum):
    """What somebody may ask of us about their data."""

    SEE = "see"
    CORRECT = "correct"
    STOP = "stop"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Duties:
    """
    The days for each; `longer_days` is the one extension there may be. `holidays` are no working
    days.
    """

    reply_working_days: int = 2
    see_days: int = 10
    correct_days: int = 10
    stop_days: int = 15
    erase_days: int = 20
    longer_days: int = 15
    breach_hours: int = 72
    assessment_days: int = 60
    holidays: tuple[date, ...] = ()

    def reply_by(self, received: date) -> date:
        """The last day for a first reply to what came on that day."""
        day, left = received, self.reply_working_days
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < SATURDAY and day not in self.holidays
        return day

    def done_by(self, asked: Asked, received: date) -> date:
        """The last day to do what was asked on that day."""
        days = {
            Asked.SEE: self.see_days,
            Asked.CORRECT: self.correct_days,
            Asked.STOP: self.stop_days,
            Asked.ERASE: self.erase_days,
        }
        return received + timedelta(days=days[asked])

    def later(self, due: date) -> date:
        """The last day after the one extension."""
        return due + timedelta(days=self.longer_days)


USUAL = Duties()


def read(table: Table) -> Duties:
    """How long the office has; what is not said is as the law has it."""
    given: dict[str, Any] = {"holidays": table.days("holidays")}
    for field in fields(Duties):
        key = field.name.replace("_", "-")
        count = None if field.name in given else table.number(key)
        if count is not None and count < 1:
            table.wrong(f"`{key}` must be 1 or more")
        elif count is not None:
            given[field.name] = count
    table.close()
    return Duties(**given)
