"""Looks again and again what is wrong with an account of ours, and says so when that changes."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

LOOK_SECONDS = 60.0

log = logging.getLogger(__name__)


async def watch(
    account: str, look: Callable[[], Awaitable[str]], seconds: float | None = None
) -> None:
    """
    Look until cancelled, every minute if not told otherwise.

    `look` gives what is wrong in a few words, or nothing.
    """
    trouble = ""
    while True:
        found = await look()
        if found != trouble:
            trouble = found
            log.warning("%s: %s", account, trouble or "all is well again")
        await asyncio.sleep(LOOK_SECONDS if seconds is None else seconds)
