"""
Notices when Zalo brings nothing any more: a webhook that failed too often is switched off there,
and nobody is told but the administrators of the app.

How long is too long depends on how much there usually is to hear; nights do not count.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from handlers.days import VIETNAM
from storage.heard import heard_lately

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.heard import Lately

LEAST_HOURS = 4
EXPECTED = 10
"""So many events would have come by now, at the pace of the week before: none is no chance."""

DAY = (time(7), time(21))
_HOURS_A_WEEK = 7 * (DAY[1].hour - DAY[0].hour)


class Silence:
    """Of one account; `trouble` says in a few words that nothing comes, or nothing."""

    def __init__(self, reader: AsyncEngine, account: str, now: Callable[[], datetime]) -> None:
        self._reader = reader
        self._account = account
        self._now = now

    async def trouble(self) -> str:
        try:
            hours = silent_hours(await heard_lately(self._reader, self._account), self._now())
        except (SQLAlchemyError, OSError):
            return ""
        if not hours:
            return ""
        return f"no event for {hours} hours by day; is the webhook still switched on at Zalo?"


def silent_hours(lately: Lately, now: datetime) -> int:
    """For how many hours of daytime nothing came, where that is too long; else 0."""
    if lately.newest is None:
        return 0
    hours = daytime(lately.newest, now) / timedelta(hours=1)
    usual = lately.in_a_week / _HOURS_A_WEEK
    return int(hours) if hours >= LEAST_HOURS and hours * usual >= EXPECTED else 0


def daytime(start: datetime, end: datetime) -> timedelta:
    """How much of the time between lies in the day, by Vietnam's clock."""
    total = timedelta()
    day = start.astimezone(VIETNAM).date()
    while day <= end.astimezone(VIETNAM).date():
        opens, closes = (datetime.combine(day, hour, VIETNAM) for hour in DAY)
        total += max(min(end, closes) - max(start, opens), timedelta())
        day += timedelta(days=1)
    return total
