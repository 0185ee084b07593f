"""How long this worker may believe that the rows in its memory are still its own."""

from __future__ import annotations

import asyncio

from storage.outbox import MISSED


class Lease:
    """
    Lapses when this process stood still or the database did not answer.

    Others think us dead a sign of life later; those are given `every` so many seconds.
    """

    def __init__(self, every: float) -> None:
        self._held = (MISSED - 1) * every
        self._until = 0.0
        self._renewed = asyncio.Event()

    @property
    def held(self) -> bool:
        """Whether rows may be sent from memory."""
        return asyncio.get_running_loop().time() < self._until

    def renew(self, seen: float) -> None:
        """The sign of life given at this moment, in the loop's time, has been written."""
        self._until = seen + self._held
        self._renewed.set()

    async def regained(self) -> None:
        """Wait until it is held again."""
        while not self.held:
            self._renewed.clear()
            await self._renewed.wait()
