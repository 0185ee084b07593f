"""
Asks a service for updates again and again, and waits out whatever goes wrong, longer each time.

A service that cannot be asked, a database that cannot store and a mistake of our own all end the
same way: the question is asked again.
"""

from __future__ import annotations

import asyncio
import logging
from time import monotonic
from typing import TYPE_CHECKING

from bot.turn import NotStored

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

LONGEST_PAUSE = 60.0
SHORTEST_WAIT = 0.3

log = logging.getLogger(__name__)


class Stuck(Exception):
    """The service cannot be asked just now; says in a word or two why."""


async def ask_forever(
    service: str, once: Callable[[], Awaitable[bool]], chance: Callable[[], float]
) -> None:
    """
    Ask until cancelled.

    `once` asks one question and hears everything in its answer; it says whether there was anything,
    and raises `Stuck` or `NotStored`. `chance` gives numbers from 0 to 1, so that two who fell out
    of step do not return in step.
    """
    troubles = 0
    while True:
        asked = monotonic()
        try:
            found = await once()
        except (Stuck, NotStored) as trouble:
            if not troubles:
                word = str(trouble) or type(trouble).__name__
                log.warning("%s: polling waits: %s", service, word)
        except Exception:  # this loop owns the task
            log.exception("%s: polling stumbled", service)
        else:
            troubles = 0
            if not found and monotonic() - asked < SHORTEST_WAIT:
                await asyncio.sleep(SHORTEST_WAIT)  # a server that does not wait when asked to
            continue
        # 1, 2, 4 … 60 seconds, more or less
        pause = min(2.0**troubles, LONGEST_PAUSE)
        troubles = min(troubles + 1, 10)
        await asyncio.sleep(pause * (0.5 + chance()))
