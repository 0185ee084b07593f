"""The audit as it is read: the newest rows first, by who, what and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from storage.schema import audit, staff

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine

PAGE = 50


@dataclass(frozen=True, slots=True)
class Sought:
    """Which rows are wanted; each part empty or None unless it means something."""

    person: int | None = None
    action: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """One row; `who` is empty where it was not known."""

    id: int
    at: datetime
    who: str
    action: str
    subject: str
    detail: str
    address: str


async def newest_deeds(
    reader: AsyncEngine, sought: Sought, before: int | None, limit: int
) -> list[Noted]:
    """So many rows before one of them, the newest first."""
    wanted = (
        select(audit, staff.c.name)
        .outerjoin(staff, staff.c.id == audit.c.staff_id)
        .where(*_conditions(sought))
        .order_by(audit.c.id.desc())
        .limit(limit)
    )
    if before is not None:
        wanted = wanted.where(audit.c.id < before)
    async with reader.connect() as connection:
        return [
            Noted(row.id, row.at, row.name or "", row.action, row.subject, row.detail, row.address)
            for row in await connection.execute(wanted)
        ]


async def actions(reader: AsyncEngine) -> list[str]:
    """Everything that was ever noted to be done."""
    async with reader.connect() as connection:
        found = await connection.scalars(select(audit.c.action).distinct().order_by(audit.c.action))
        return list(found)


def _conditions(sought: Sought) -> list[Any]:
    found: list[Any] = []
    if sought.person is not None:
        found.append(audit.c.staff_id == sought.person)
    if sought.action:
        found.append(audit.c.action == sought.action)
    if sought.since is not None:
        found.append(audit.c.at >= sought.since)
    if sought.until is not None:
        found.append(audit.c.at < sought.until)
    return found
