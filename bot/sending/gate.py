"""A gate that senders pass: open, shut, or shut but for one who goes ahead to see."""

from __future__ import annotations

import asyncio
from collections import deque


class Gate:
    """
    Shut for as many reasons as it was shut for.

    `open` costs the sender one look; only behind a shut gate does anybody wait.
    """

    def __init__(self) -> None:
        self.open = True
        self._reasons: set[str] = set()
        self._one = False
        self._waiting: deque[asyncio.Future[None]] = deque()

    def shut(self, reason: str) -> None:
        """Let nobody through for this reason."""
        self._reasons.add(reason)
        self.open = False

    def clear(self, reason: str) -> None:
        """The reason is gone; with the last of them the gate opens."""
        self._reasons.discard(reason)
        if self._reasons:
            return
        self.open, self._one = True, False
        while self._waiting:
            self._wake()

    def let_one_through(self) -> None:
        """Send one ahead to see whether the way is free."""
        self._one = True
        if self._waiting:
            self._wake()

    async def passed(self) -> bool:
        """Wait until there is a way through; true for the one who goes ahead."""
        while not self.open and not self._one:
            ahead: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(ahead)
            await ahead
        alone, self._one = not self.open, False
        return alone

    def _wake(self) -> None:
        ahead = self._waiting.popleft()
        if not ahead.done():
            ahead.set_result(None)
