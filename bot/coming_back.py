"""
Talks that staff have taken over come back to the bot when nobody has said anything for hours.

Until when, is in a row that each word in the talk moves (`matter.until`). The talk itself decides,
in a turn like any other, so one that somebody spoke in at that very moment stays with staff.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.channels.base import Incoming
from bot.jobs import Job, every
from bot.notices.night import left
from bot.turn import NotStored
from handlers.events import HandedBack, Moment
from storage.attending import idle, let_go
from storage.instants import micros

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.setting_kinds import QuietHours

LOOK = timedelta(seconds=10)
MOST = 40
"""Talks at each look, so that a morning full of them holds up no replies."""


@dataclass(frozen=True, slots=True)
class Comer:
    """What it takes to have talks come back; `accounts` are those this process can send by."""

    engine: AsyncEngine
    reader: AsyncEngine
    hear: Callable[[Incoming], Awaitable[object]]
    accounts: Sequence[str]
    quiet: QuietHours


async def bring_back(one: Comer, now: datetime) -> None:
    """Put to each talk that is due that staff are silent; by night nobody is spoken to."""
    if left(one.quiet, now):
        return
    for person, account, address, until in await idle(one.reader, one.accounts, now, MOST):
        key = f"silent:{person}:{micros(until)}"
        with suppress(NotStored):
            await one.hear(Incoming(account, address, key, HandedBack(Moment(now, now, 0), 0)))
            async with one.engine.begin() as connection:
                await let_go(connection, person, now)


def coming_back(one: Comer) -> Job:
    """The job that does it."""

    async def look() -> None:
        await bring_back(one, datetime.now(UTC))

    return Job("coming-back", every(LOOK), look)
