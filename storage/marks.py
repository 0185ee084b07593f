"""
What open pages look at to know whether something is new: small marks, each read by an index.

A mark that differs from the one before says only that there is something new, not what.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from handlers.state import Status
from storage.schema import matter, message, outbox, registration

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

LATELY = timedelta(days=1)
"""What became of messages older than that changes no more."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Of the inbox, of the registrations nobody has looked at, and of single talks by contact."""

    inbox: datetime | None = None
    registrations: int = 0
    talks: Mapping[int, tuple[object, ...]] = field(default_factory=dict)


async def read_marks(reader: AsyncEngine, people: Collection[int], now: datetime) -> Marks:
    """The marks just now, of the talks of these people."""
    waiting = select(func.count()).where(registration.c.status == Status.INTEREST.value)
    newest = select(func.max(matter.c.changed_at))
    async with reader.connect() as connection:
        inbox = await connection.scalar(newest)
        count = await connection.scalar(waiting) or 0
        if not people:
            return Marks(inbox, count)
        talks = (
            select(
                message.c.contact_id,
                func.max(message.c.at),
                func.sum(outbox.c.status),
                func.count(outbox.c.delivered_at),
                func.count(outbox.c.seen_at),
                func.max(matter.c.changed_at),
            )
            .outerjoin(outbox, outbox.c.id == message.c.outbox_id)
            .outerjoin(matter, matter.c.contact_id == message.c.contact_id)
            .where(message.c.contact_id.in_(people), message.c.at > now - LATELY)
            .group_by(message.c.contact_id)
        )
        rows = await connection.execute(talks)
        return Marks(inbox, count, {row[0]: tuple(row[1:]) for row in rows})
