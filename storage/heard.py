"""How much an account has heard lately, and when last."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from storage.schema import inbox

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

WEEK = timedelta(days=7)


class Lately(NamedTuple):
    """When the newest event came, None for never, and how many there were in the week to it."""

    newest: datetime | None
    in_a_week: int


async def heard_lately(reader: AsyncEngine, account: str) -> Lately:
    """What the keys of events tell, which are kept for 30 days."""
    here = inbox.c.account == account
    async with reader.connect() as connection:
        newest = await connection.scalar(select(func.max(inbox.c.at)).where(here))
        if newest is None:
            return Lately(None, 0)
        counted = select(func.count()).where(here, inbox.c.at > newest - WEEK)
        return Lately(newest, int(await connection.scalar(counted) or 0))
