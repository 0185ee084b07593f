"""How the program is doing, as its tables tell: what waits, who works, what was heard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from storage.columns import Sending
from storage.schema import inbox, outbox, worker

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

LATELY = 20_000
"""So many rows of the outbox are looked at for what went wrong."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Messages that are still to be sent, and since when the oldest of them."""

    count: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Worker:
    """A program that serves from these tables, and when it last showed a sign of life."""

    name: str
    started_at: datetime
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One account of ours: when it last heard somebody, and of late how many sends went wrong."""

    account: str
    heard_at: datetime | None
    failed: int
    unknown: int
    last_error: str
    error_at: datetime | None


@dataclass(frozen=True, slots=True)
class Health:
    """All of it."""

    waiting: Waiting
    workers: list[Worker]
    lines: list[Line]


async def health(reader: AsyncEngine) -> Health:
    """How it is just now."""
    async with reader.connect() as connection:
        return Health(
            await _waiting(connection), await _workers(connection), await _lines(connection)
        )


async def _waiting(connection: AsyncConnection) -> Waiting:
    is_open = outbox.c.status.in_([Sending.PENDING, Sending.IN_FLIGHT])
    found = await connection.execute(select(func.count(), func.min(outbox.c.at)).where(is_open))
    count, oldest = found.one()
    return Waiting(count, oldest)


async def _workers(connection: AsyncConnection) -> list[Worker]:
    rows = await connection.execute(select(worker).order_by(worker.c.seen_at.desc()))
    return [Worker(row.id, row.started_at, row.seen_at) for row in rows]


async def _lines(connection: AsyncConnection) -> list[Line]:
    heard = await connection.execute(
        select(inbox.c.account, func.max(inbox.c.at).label("at")).group_by(inbox.c.account)
    )
    heard_at: dict[str, datetime] = {row.account: row.at for row in heard}
    newest = await connection.scalar(select(func.max(outbox.c.id))) or 0
    lately = await connection.execute(
        select(outbox.c.account, outbox.c.status, outbox.c.error, outbox.c.at)
        .where(
            outbox.c.id > newest - LATELY,
            outbox.c.status.in_([Sending.FAILED, Sending.UNKNOWN]),
        )
        .order_by(outbox.c.id)
    )
    wrong = lately.all()
    lines = []
    for account in sorted(heard_at.keys() | {row.account for row in wrong}):
        own = [row for row in wrong if row.account == account]
        last = next((row for row in reversed(own) if row.error), None)
        lines.append(
            Line(
                account,
                heard_at.get(account),
                sum(row.status == Sending.FAILED for row in own),
                sum(row.status == Sending.UNKNOWN for row in own),
                last.error if last else "",
                last.at if last else None,
            )
        )
    return lines
