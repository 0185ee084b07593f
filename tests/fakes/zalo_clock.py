"""The clock of the made-up Zalo: it can be moved on, and what waits for a moment wakes up."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime, timedelta, timezone

MINUTE = 60.0
HOUR = 3600.0
DAY = 24 * HOUR
VIETNAM = timezone(timedelta(hours=7))


class Clock:
    """
    Seconds since 1970: `Clock()` runs with the real time, `Clock(moment)` stands still.

    Both jump ahead by `advance`.
    """

    def __init__(self, moment: float = 0.0) -> None:
        self._moment = moment
        self._ahead = 0.0
        self._jumped = asyncio.Event()

    def __call__(self) -> float:
        return (self._moment or time.time()) + self._ahead

    @property
    def local(self) -> datetime:
        """The time in Vietnam."""
        return self.at(self())

    def at(self, moment: float) -> datetime:
        """A moment in Vietnam."""
        return datetime.fromtimestamp(moment, VIETNAM)

    def advance(self, seconds: float) -> None:
        """Let time pass at once."""
        self._ahead += seconds
        jumped, self._jumped = self._jumped, asyncio.Event()
        jumped.set()

    async def until(self, moment: float) -> None:
        """Wait for a moment to come."""
        while (left := moment - self()) > 0:
            try:
                await asyncio.wait_for(self._jumped.wait(), None if self._moment else left)
            except TimeoutError:
                return
