"""
The pace of one account's replies.

Replies follow what people say, so they need no pace of their own until the other side asks for
one. Then nothing is sent for as long as it says, and for a minute of calm after that every reply
takes a time slot from the account's bucket, which all workers share. Slots are reserved for the
replies that wait at that moment, in one statement, and dropped when they grow stale. Where this
process stood still for a moment, those who wake late go one after the other, not all at once.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from storage.instants import SECOND
from storage.pace import CALM, MARGIN

if TYPE_CHECKING:
    from storage.pace import Buckets

MOST = 32
STALE = 1.0
"""Seconds after which a slot is no longer used: this process stood still, others may send now."""


class Pace:
    """One bucket, as this worker sees it; `limit` is what may be sent in a second of calm."""

    def __init__(self, buckets: Buckets, key: str, limit: float) -> None:
        self.key = key
        self.limit = limit
        self._buckets = buckets
        self._kept_until = 0.0
        self._slots: deque[float] = deque()
        self._reserving = asyncio.Lock()
        self._leaving = asyncio.Lock()
        self._gap = 0.0
        self._free_at = 0.0

    async def recall(self) -> float:
        """How long the account is blocked still, as this worker or another one noted it."""
        blocked = await self._buckets.blocked(self.key)
        self._keep(blocked)
        return blocked

    async def block(self, seconds: float) -> None:
        """The other side wants nothing for so long; noted for other workers and for a restart."""
        self._slots.clear()
        self._keep(seconds)
        await self._buckets.block(self.key, seconds, self.limit)

    def kept(self) -> bool:
        """Whether each reply needs a slot now."""
        return asyncio.get_running_loop().time() < self._kept_until

    async def slot(self, waiting: int) -> None:
        """Wait for the next slot; `waiting` replies are there to use the following ones."""
        time = asyncio.get_running_loop().time
        while not self._slots or self._slots[0] < time() - STALE:
            async with self._reserving:
                await self._reserve(min(waiting + 1, MOST))
        await asyncio.sleep(self._slots.popleft() - time())
        async with self._leaving:
            await asyncio.sleep(self._free_at - time())
            self._free_at = time() + self._gap

    async def _reserve(self, count: int) -> None:
        """Unless another one did while we waited for our turn to."""
        now = asyncio.get_running_loop().time()
        while self._slots and self._slots[0] < now - STALE:
            self._slots.popleft()
        if self._slots:
            return
        slots = await self._buckets.reserve(self.key, count)
        self._gap = slots.step / MARGIN
        start = asyncio.get_running_loop().time() + slots.wait
        self._slots.extend(start + place * slots.step for place in range(count))

    def _keep(self, blocked: float) -> None:
        until = asyncio.get_running_loop().time() + blocked + CALM / SECOND
        self._kept_until = max(self._kept_until, until)
