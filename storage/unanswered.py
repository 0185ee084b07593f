"""What people asked that the book could not answer, the most asked first; nobody is named."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from storage.schema import unanswered

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


class Question(NamedTuple):
    """One question as it was first typed, and how often and when it was asked."""

    text: str
    times: int
    first_at: datetime
    last_at: datetime


async def asked(reader: AsyncEngine, since: datetime | None = None) -> list[Question]:
    """The questions, or those of them that were asked since a time."""
    columns = (getattr(unanswered.c, name) for name in Question._fields)
    wanted = select(*columns).order_by(unanswered.c.times.desc(), unanswered.c.folded)
    if since is not None:
        wanted = wanted.where(unanswered.c.last_at >= since)
    async with reader.connect() as connection:
        return [Question(*row) for row in await connection.execute(wanted)]
