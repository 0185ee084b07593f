"""Marks rows in flight just before they are sent, as many in one statement as wait for it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handlers.effects import Message
    from storage.outbox import Ledger


class Marker:
    """For rows that may have been sent before, or whose message is no longer in memory."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._turn = asyncio.Lock()
        self._wanted: set[int] = set()
        self._marked: dict[int, Message] = {}

    async def message(self, row: int) -> Message | None:
        """The row is in flight from now on, and this is what it says; None if it is not ours."""
        self._wanted.add(row)
        try:
            async with self._turn:
                if row in self._wanted:
                    await self._mark(tuple(self._wanted))
        finally:
            self._wanted.discard(row)
        return self._marked.pop(row, None)

    async def _mark(self, rows: tuple[int, ...]) -> None:
        """A row whose sender waits no longer stays wanted by nobody, so it is not asked for."""
        self._marked |= await self._ledger.mark(rows)
        self._wanted.difference_update(rows)
