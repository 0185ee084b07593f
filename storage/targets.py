"""How many registrations each commune is to bring in a year, as staff enter it; none at first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from storage.audit import Deed, note
from storage.engine import insert
from storage.schema import target

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


async def targets_of(reader: AsyncEngine, year: int) -> Mapping[str, int]:
    """The targets of a year by commune; those that have none are not in it."""
    wanted = select(target.c.commune, target.c.goal).where(target.c.year == year)
    async with reader.connect() as connection:
        return {row[0]: row[1] for row in await connection.execute(wanted)}


async def set_targets(
    engine: AsyncEngine, year: int, goals: Mapping[str, int], deed: Deed, at: datetime
) -> None:
    """Put these in place of the year's targets, and write down who did."""
    rows = [{"year": year, "commune": commune, "goal": goal} for commune, goal in goals.items()]
    async with engine.begin() as connection:
        await note(connection, deed, at)
        await connection.execute(delete(target).where(target.c.year == year))
        if rows:
            await connection.execute(insert(connection.dialect, target), rows)
