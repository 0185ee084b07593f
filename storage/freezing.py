"""
Writes down a notice's audience: who is chosen now, one row each, before the first is sent to.

Slice by slice, each its own short transaction, so that no turn waits for it; killed anywhere, it
is gone on with after the last slice that was written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, and_, case, func, literal, null, select, update

from storage.audience import agreed, chosen, people, reachable
from storage.columns import Announcing, Sending
from storage.engine import insert
from storage.instants import micros
from storage.schema import chunk, contact, delivery, notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from storage.notices import Notice

SLICE = 5000
"""Rows in one transaction."""

CHUNK = 500
"""Rows that one worker takes on at a time."""

UNREACHABLE = "unreachable"
"""Why a row is skipped whose contact left, or blocked us, before it was written."""


@dataclass(frozen=True, slots=True)
class _Place:
    """How far the writing has come: rows so far, and the last contact of this account."""

    total: int
    account: str
    contact: int


class Overtaken(Exception):
    """The notice was paused or cancelled, or another worker writes its audience now."""


async def freeze(engine: AsyncEngine, worker: str, one: Notice, now: datetime) -> int:
    """
    Write the whole audience down and let the sending begin; gives how many there are.

    Raises Overtaken when somebody stopped it; what is written then stays for a resume.
    """
    place = await _place(engine, one.id)
    for account in await _accounts(engine, place.account):
        after = place.contact if account == place.account else 0
        full = True
        while full:
            async with engine.begin() as connection:
                await _still_mine(connection, worker, one.id)
                written, after = await _slice(connection, one, account, after, now)
            full = written == SLICE
    async with engine.begin() as connection:
        begun = await connection.execute(
            update(notice)
            .where(*_mine(worker, one.id))
            .values(status=Announcing.SENDING, frozen_at=now, owner="")
            .returning(notice.c.total)
        )
        row = begun.first()
        if row is None:
            raise Overtaken
    return int(row.total)


async def _place(engine: AsyncEngine, number: int) -> _Place:
    last = (
        select(notice.c.total, contact.c.account, delivery.c.contact_id)
        .select_from(notice)
        .outerjoin(
            delivery,
            and_(delivery.c.notice_id == notice.c.id, delivery.c.n == notice.c.total - 1),
        )
        .outerjoin(contact, contact.c.id == delivery.c.contact_id)
        .where(notice.c.id == number)
    )
    async with engine.connect() as connection:
        total, account, person = (await connection.execute(last)).one()
    return _Place(total, account or "", person or 0)


async def _accounts(engine: AsyncEngine, first: str) -> list[str]:
    """The accounts that people wrote to, from the one on that the writing has come to."""
    known = select(contact.c.account).where(contact.c.account >= first).distinct()
    async with engine.connect() as connection:
        return [row.account for row in await connection.execute(known.order_by(contact.c.account))]


def _mine(worker: str, number: int) -> tuple[ColumnElement[bool], ...]:
    return (
        notice.c.id == number,
        notice.c.status == Announcing.PREPARING,
        notice.c.owner == worker,
    )


async def _still_mine(connection: AsyncConnection, worker: str, number: int) -> None:
    """Hold the notice until the slice is written: a pause comes before it or after it."""
    held = await connection.execute(
        update(notice).where(*_mine(worker, number)).values(owner=worker)
    )
    if not held.rowcount:
        raise Overtaken


async def _slice(
    connection: AsyncConnection, one: Notice, account: str, after: int, now: datetime
) -> tuple[int, int]:
    """Write the next rows of an account; gives how many, and the last contact among them."""
    begin = await connection.scalar(select(notice.c.total).where(notice.c.id == one.id)) or 0
    page = (
        select(contact.c.id, case((reachable(), 1), else_=0).label("open"))
        .select_from(people)
        .where(
            contact.c.account == account,
            contact.c.id > after,
            chosen(one.draft.audience),
            agreed(one.draft.topic),
        )
        .order_by(contact.c.id)
        .limit(SLICE)
        .subquery()
    )
    rows = select(
        literal(one.id, BigInteger),
        func.row_number().over(order_by=page.c.id) + (begin - 1),
        page.c.id,
        case((page.c.open == 1, int(Sending.PENDING)), else_=int(Sending.SKIPPED)),
        case((page.c.open == 1, ""), else_=UNREACHABLE),
        case((page.c.open == 1, null()), else_=literal(micros(now), BigInteger)),
    )
    columns = ("notice_id", "n", "contact_id", "status", "error", "at")
    await connection.execute(
        insert(connection.dialect, delivery).from_select(
            [delivery.c[name] for name in columns], rows
        )
    )
    here = (delivery.c.notice_id == one.id, delivery.c.n >= begin)
    count, last = (
        await connection.execute(select(func.count(), func.max(delivery.c.contact_id)).where(*here))
    ).one()
    if count:
        await connection.execute(
            insert(connection.dialect, chunk),
            [{"notice_id": one.id, "account": account, **part} for part in _parts(begin, count)],
        )
        await connection.execute(
            update(notice).where(notice.c.id == one.id).values(total=begin + count)
        )
    return count, last or after


def _parts(begin: int, count: int) -> Iterator[dict[str, int]]:
    """The chunks of rows that were written together."""
    for first in range(begin, begin + count, CHUNK):
        yield {"first": first, "last": min(first + CHUNK, begin + count) - 1}
