"""Waits for what must come, and no longer than it may take."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

LOOK = 0.03
"""Seconds between two looks."""


async def until(
    holds: Callable[[], Awaitable[bool]] | Callable[[], object], within: float = 30.0
) -> None:
    """Return as soon as it holds; raises TimeoutError when it does not come to that."""
    async with asyncio.timeout(within):
        while True:
            found = holds()
            if await found if isinstance(found, Awaitable) else found:
                return
            await asyncio.sleep(LOOK)
