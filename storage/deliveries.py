"""
The ledger of notices: who takes which rows, and gives them back.

A worker takes a chunk, which makes it the only one that may send from it: each owner has a higher
epoch than the one before. A row found in flight when a chunk changes hands was perhaps sent: it
becomes unknown, and is not repeated. `storage.flights` puts rows in flight and settles them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import case, exists, func, or_, select, tuple_, update

from storage.columns import Announcing, Sending
from storage.flights import Claim, Held, Marked, Stopped, Told, mark, settle
from storage.instants import micros
from storage.schema import chunk, delivery, notice

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.outcomes import Outcome

CUT_OFF = "cut-off"
"""Why a row is unknown that was in flight when its worker died."""


class Deliveries:
    """The ledger as one worker sees it, who is told which others live."""

    def __init__(
        self, engine: AsyncEngine, worker: str, living: Callable[[], Select[tuple[str]]]
    ) -> None:
        self.worker = worker
        self.living = living
        self._engine = engine

    async def claim(self, account: str, now: datetime) -> Claim | None:
        """
        The next chunk of this account that nobody works on, now ours; None without one.

        One that is ours already was not given back: a worker has one chunk of an account.
        """
        idle = chunk.c.owner.in_(["", self.worker])
        theirs = or_(idle, chunk.c.owner.not_in(self.living()))
        free = (
            select(chunk.c.notice_id, chunk.c.first)
            .join(notice, notice.c.id == chunk.c.notice_id)
            .where(
                chunk.c.account == account,
                chunk.c.done.is_(False),
                theirs,
                or_(chunk.c.not_before.is_(None), chunk.c.not_before <= now),
                notice.c.status == Announcing.SENDING,
            )
            .order_by(chunk.c.notice_id, chunk.c.first)
            .limit(1)
            .with_for_update(skip_locked=True, of=chunk)
        )
        async with self._engine.begin() as connection:
            found = await connection.execute(
                update(chunk)
                .where(tuple_(chunk.c.notice_id, chunk.c.first).in_(free))
                .values(owner=self.worker, epoch=chunk.c.epoch + 1)
                .returning(chunk.c.notice_id, chunk.c.first, chunk.c.last, chunk.c.epoch)
            )
            row = found.first()
            if row is None:
                return None
            claim = Claim(row.notice_id, account, row.first, row.last, row.epoch)
            await connection.execute(
                update(delivery)
                .where(*_of(claim), delivery.c.status == Sending.IN_FLIGHT)
                .values(status=Sending.UNKNOWN, error=CUT_OFF, at=now)
            )
        return claim

    async def due(self, claim: Claim, most: int, now: datetime) -> list[int]:
        """The next rows of a chunk that may be sent now."""
        may = or_(delivery.c.not_before.is_(None), delivery.c.not_before <= now)
        rows = (
            select(delivery.c.n)
            .where(*_of(claim), delivery.c.status == Sending.PENDING, may)
            .order_by(delivery.c.n)
            .limit(most)
        )
        async with self._engine.connect() as connection:
            return list((await connection.scalars(rows)).all())

    async def fly(
        self,
        claim: Claim,
        outcomes: Sequence[Outcome],
        told: Mapping[int, Told],
        rows: Sequence[int],
        topic: str,
        now: datetime,
    ) -> list[Marked]:
        """
        Write down what became of rows that were in flight, and put these in flight.

        Gives those that may be sent; those that may not any more are skipped. Raises `Stopped` or
        `Held`, the outcomes written all the same, when nothing may be sent from the chunk.
        """
        at = micros(now)

        def both(connection: Connection) -> list[Marked] | Stopped | Held:
            with connection.begin():
                settle(connection, claim, outcomes, told, at)
                return mark(connection, claim, rows, topic, at) if rows else []

        async with self._engine.connect() as connection:
            marked = await connection.run_sync(both)
        if isinstance(marked, Exception):
            raise marked
        return marked

    async def release(self, claim: Claim) -> None:
        """Give a chunk back until its next row is due; it is done when all of it is over."""
        open_ones = delivery.c.status.in_([Sending.PENDING, Sending.IN_FLIGHT])
        left = exists(select(delivery.c.n).where(*_of(claim), open_ones))
        # One row that may be sent at once is reason enough not to wait for the others.
        at_once = exists(
            select(delivery.c.n).where(*_of(claim), open_ones, delivery.c.not_before.is_(None))
        )
        due = select(func.min(delivery.c.not_before)).where(*_of(claim), open_ones)
        later = case((~at_once, due.scalar_subquery()))
        async with self._engine.begin() as connection:
            await connection.execute(
                update(chunk)
                .where(
                    chunk.c.notice_id == claim.notice,
                    chunk.c.first == claim.first,
                    chunk.c.epoch == claim.epoch,
                )
                .values(owner="", done=~left, not_before=later)
            )


unfinished = exists(
    select(chunk.c.first).where(chunk.c.notice_id == notice.c.id, chunk.c.done.is_(False))
)
"""The condition on `notice` that something of it is still to be sent."""


def _of(claim: Claim) -> tuple[ColumnElement[bool], ...]:
    return (
        delivery.c.notice_id == claim.notice,
        delivery.c.n >= claim.first,
        delivery.c.n <= claim.last,
    )
