"""What staff see of a notice's ledger, and decide about it: counts, the rest, once more."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, case, func, select, update

from storage.audit import Deed, note
from storage.columns import Announcing, Sending
from storage.deliveries import CUT_OFF
from storage.flights import CALLED
from storage.schema import chunk, delivery, notice

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.ext.asyncio import AsyncEngine

MOST_REASONS = 20
CANCELLED = "cancelled"
"""Why a row is skipped that was not sent when its notice was cancelled."""


async def counts(reader: AsyncEngine, number: int) -> dict[Sending, int]:
    """How many rows of a notice are in each state."""
    wanted = (
        select(delivery.c.status, func.count())
        .where(delivery.c.notice_id == number)
        .group_by(delivery.c.status)
    )
    async with reader.connect() as connection:
        found = {Sending(status): count for status, count in await connection.execute(wanted)}
    return {status: found.get(status, 0) for status in Sending if status is not Sending.ANSWERED}


class Pace(NamedTuple):
    """How far one account is: its rows, those that are over, and those over since a moment."""

    account: str
    rows: int
    over: int
    lately: int


async def paces(reader: AsyncEngine, number: int, since: datetime) -> tuple[Pace, ...]:
    """How far each account of a notice is."""
    here = and_(
        delivery.c.notice_id == chunk.c.notice_id,
        delivery.c.n.between(chunk.c.first, chunk.c.last),
    )
    over = delivery.c.status.not_in((Sending.PENDING, Sending.IN_FLIGHT))
    sent = delivery.c.status.in_((Sending.SENT, Sending.FAILED, Sending.UNKNOWN))
    sums = (over, and_(sent, delivery.c.at >= since))
    wanted = (
        select(
            chunk.c.account,
            func.count(),
            *(func.sum(case((condition, 1), else_=0)) for condition in sums),
        )
        .select_from(chunk.join(delivery, here))
        .where(chunk.c.notice_id == number)
        .group_by(chunk.c.account)
        .order_by(chunk.c.account)
    )
    async with reader.connect() as connection:
        found = await connection.execute(wanted)
        return tuple(Pace(row[0], *map(int, row[1:])) for row in found)


async def reasons(reader: AsyncEngine, number: int) -> tuple[tuple[Sending, str, int], ...]:
    """Why rows were not sent, most frequent first: what became of them, the reason, how many."""
    count = func.count()
    wanted = (
        select(delivery.c.status, delivery.c.error, count)
        .where(
            delivery.c.notice_id == number,
            delivery.c.status.in_((Sending.FAILED, Sending.UNKNOWN, Sending.SKIPPED)),
        )
        .group_by(delivery.c.status, delivery.c.error)
        .order_by(count.desc(), delivery.c.error)
        .limit(MOST_REASONS)
    )
    async with reader.connect() as connection:
        found = await connection.execute(wanted)
        return tuple((Sending(row[0]), row[1], row[2]) for row in found)


async def arrived(reader: AsyncEngine, number: int) -> tuple[int, int]:
    """How many are known to have reached somebody's phone, and to have been looked at."""
    wanted = select(func.count(delivery.c.delivered_at), func.count(delivery.c.seen_at)).where(
        delivery.c.notice_id == number
    )
    async with reader.connect() as connection:
        delivered, seen = (await connection.execute(wanted)).one()
    return delivered, seen


async def skip_rest(engine: AsyncEngine, number: int, now: datetime) -> None:
    """Of a notice that was cancelled, skip what was not sent; a chunk at a time."""
    chunks = select(chunk.c.first, chunk.c.last).where(
        chunk.c.notice_id == number, chunk.c.done.is_(False)
    )
    async with engine.connect() as connection:
        open_ones = (await connection.execute(chunks)).all()
    for first, last in open_ones:
        async with engine.begin() as connection:
            await connection.execute(
                update(delivery)
                .where(
                    delivery.c.notice_id == number,
                    delivery.c.n.between(first, last),
                    delivery.c.status == Sending.PENDING,
                )
                .values(status=Sending.SKIPPED, error=CANCELLED, at=now)
            )


async def close_cancelled(
    engine: AsyncEngine, living: Select[tuple[str]], number: int, now: datetime
) -> None:
    """
    Of a notice that was cancelled, settle the chunks that no living worker is at.

    What was put back meanwhile is skipped, and what was in flight under a worker that died is
    unknown: in the end its counts add up like those of any other.
    """
    idle = (chunk.c.notice_id == number, chunk.c.done.is_(False), chunk.c.owner.not_in(living))
    async with engine.connect() as connection:
        wanted = select(chunk.c.first, chunk.c.last).where(*idle)
        open_ones = (await connection.execute(wanted)).all()
    for first, last in open_ones:
        here = (delivery.c.notice_id == number, delivery.c.n.between(first, last))
        ends = (
            (Sending.PENDING, Sending.SKIPPED, CANCELLED),
            (Sending.IN_FLIGHT, Sending.UNKNOWN, CUT_OFF),
        )
        async with engine.begin() as connection:
            for before, after, why in ends:
                await connection.execute(
                    update(delivery)
                    .where(*here, delivery.c.status == before)
                    .values(status=after, error=why, at=now)
                )
            await connection.execute(
                update(chunk).where(*idle, chunk.c.first == first).values(done=True)
            )


async def again(
    engine: AsyncEngine, number: int, status: Sending, now: datetime, by: int | None = None
) -> int:
    """
    Put rows that failed, or of which nobody knows, back to be sent; gives how many.

    Only ever at the wish of staff: somebody of whom nobody knows may get it twice. Whoever was
    called has heard of it.
    """
    here = (
        delivery.c.notice_id == number,
        delivery.c.status == status,
        delivery.c.called_at.is_(None),
    )
    async with engine.begin() as connection:
        back = await connection.execute(
            update(delivery).where(*here).values(status=Sending.PENDING, tries=0, at=None, error="")
        )
        if back.rowcount:
            await note(connection, Deed("notice-again", by, f"notice {number}"), now)
            await connection.execute(
                update(chunk).where(chunk.c.notice_id == number).values(done=False, not_before=None)
            )
            await connection.execute(
                update(notice)
                .where(notice.c.id == number, notice.c.status == Announcing.DONE)
                .values(status=Announcing.SENDING, finished_at=None)
            )
    return back.rowcount


async def mark_called(
    engine: AsyncEngine, number: int, rows: Collection[int], now: datetime, by: int | None = None
) -> int:
    """
    Note that staff told these people by phone; gives of how many that was not known.

    What was still to be sent to them is skipped.
    """
    these = (delivery.c.notice_id == number, delivery.c.n.in_(rows))
    async with engine.begin() as connection:
        marked = await connection.execute(
            update(delivery).where(*these, delivery.c.called_at.is_(None)).values(called_at=now)
        )
        await connection.execute(
            update(delivery)
            .where(*these, delivery.c.status == Sending.PENDING)
            .values(status=Sending.SKIPPED, error=CALLED, at=now)
        )
        if marked.rowcount:
            deed = Deed("notice-called", by, f"notice {number}", f"people={marked.rowcount}")
            await note(connection, deed, now)
    return marked.rowcount
