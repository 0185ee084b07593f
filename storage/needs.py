"""What waits for one of the staff just now, counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from handlers.seats import Standing
from handlers.state import Status
from storage.columns import Announcing
from storage.filters import Filters
from storage.finding import count
from storage.inbox import Sought, Turn, count_matters
from storage.schema import breach, notice, petition, seat

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


async def petitioned(reader: AsyncEngine) -> Mapping[str, int]:
    """What of people's data waits: what they ask for, and breaches not reported yet."""
    asked = select(func.count()).where(petition.c.done_at.is_(None))
    lost = select(func.count()).where(breach.c.reported_at.is_(None), breach.c.closed_at.is_(None))
    async with reader.connect() as connection:
        found = {
            "petitions": await connection.scalar(asked) or 0,
            "breaches": await connection.scalar(lost) or 0,
        }
    return {key: number for key, number in found.items() if number}


async def needs(reader: AsyncEngine, communes: frozenset[str] | None) -> Mapping[str, int]:
    """
    How many of each there are, nothing where there are none.

    Of seats and notices an officer of certain communes is told nothing.
    """
    new = Filters(status=Status.INTEREST.value, communes=communes)
    found = {
        "requests": (await count_matters(reader, Sought(communes=communes)))[Turn.OPEN],
        "new": await count(reader, new),
    }
    if communes is None:
        seats = select(func.count()).where(
            seat.c.standing == Standing.OFFERED, seat.c.called_at.is_not(None)
        )
        paused = select(func.count()).where(notice.c.status == Announcing.PAUSED)
        async with reader.connect() as connection:
            found["seats"] = await connection.scalar(seats) or 0
            found["paused"] = await connection.scalar(paused) or 0
    return {key: number for key, number in found.items() if number}
