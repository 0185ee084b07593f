"""
Reminds people of what they left half done: a look at the timers, and an event for each that rings.

The talk decides what is said, in a turn like any other, so a reminder is stored and sent as replies
are. The timer goes in the same transaction, and its key is heard once: neither a crash nor another
process makes it ring twice.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.channels.base import Incoming
from bot.jobs import Job, every
from bot.notices.night import left
from bot.turn import NotStored
from handlers.events import Moment, Rested
from storage.instants import micros

if TYPE_CHECKING:
    from bot.setting_kinds import QuietHours
    from storage.hearing import Heard
    from storage.timers import Ringing, Timers

LOOK = timedelta(seconds=10)
MOST = 40
"""Reminders at each look: four a second, so that a morning full of them holds up no replies."""

log = logging.getLogger(__name__)

Hear = Callable[[Incoming], Awaitable["Heard"]]


def reminders(timers: Timers, hear: Hear, accounts: Sequence[str], quiet: QuietHours) -> Job:
    """The job that reminds the people of these accounts, in the daytime."""

    async def look() -> None:
        now = datetime.now(UTC)
        if left(quiet, now):
            return
        ringing = await timers.ringing(accounts, now, MOST)
        heard = await asyncio.gather(*(_ring(hear, one) for one in ringing))
        if ringing:
            log.info("%d of %d timers rang", sum(heard), len(ringing))

    return Job("reminders", every(LOOK), look)


async def _ring(hear: Hear, one: Ringing) -> bool:
    """Let one timer ring; one that could not be stored rings at the next look."""
    now = datetime.now(UTC)
    key = f"timer:{one.address}:{micros(one.due_at)}"
    event = Rested(Moment(now, now, 0), one.bound_to)
    try:
        await hear(Incoming(one.account, one.address, key, event))
    except NotStored:
        return False
    return True
