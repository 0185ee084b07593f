"""
The ledger of notices: who takes which rows, who is being sent to, and what became of each.

A worker takes a chunk, which makes it the only one that may send from it. Just before its request
a row is marked in flight, and only if the notice still goes out, the chunk is still ours and the
person still agrees: nothing is sent on the strength of what was true a moment before. A row found
in flight when a chunk changes hands was perhaps sent: it becomes unknown, and is not repeated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import BigInteger, and_, bindparam, case, exists, func, or_, select, tuple_, update

from storage.audience import agreed, people, reachable
from storage.columns import Announcing, Sending
from storage.engine import insert
from storage.outbox import living
from storage.schema import chunk, contact, delivery, message, notice
from storage.spending import spend
from storage.standings import PROMOTION

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from storage.outcomes import Outcome

CUT_OFF, WITHDREW, GONE = "cut-off", "withdrew", "gone"
"""Why a row is unknown or skipped."""

_PENDING, _IN_FLIGHT = (delivery.c.status == one for one in (Sending.PENDING, Sending.IN_FLIGHT))


@dataclass(frozen=True, slots=True)
class Claim:
    """A chunk that is ours for as long as nobody takes it with a higher `epoch`."""

    notice: int
    account: str
    first: int
    last: int
    epoch: int


class Marked(NamedTuple):
    """A row in flight: to whom it goes, the language they chose, and how often it was tried."""

    n: int
    contact: int
    address: str
    language: str
    tries: int


class Told(NamedTuple):
    """What a person was told, for the record of their talk."""

    contact: int
    text: str


class Stopped(Exception):
    """Nothing more may be sent from this chunk: it is no longer ours, or the notice stands."""


class Deliveries:
    """The ledger as one worker sees it; `worker` is the name that it gives signs of life by."""

    def __init__(self, engine: AsyncEngine, worker: str) -> None:
        self.worker = worker
        self._engine = engine

    async def claim(self, account: str, now: datetime) -> Claim | None:
        """
        The next chunk of this account that nobody works on, now ours; None without one.

        One that is ours already was not given back: a worker has one chunk of an account.
        """
        idle = chunk.c.owner.in_(["", self.worker])
        theirs = or_(idle, chunk.c.owner.not_in(living(self._engine.dialect)))
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
                .where(*_of(claim), _IN_FLIGHT)
                .values(status=Sending.UNKNOWN, error=CUT_OFF, at=now)
            )
        return claim

    async def due(self, claim: Claim, most: int, now: datetime) -> list[int]:
        """The next rows of a chunk that may be sent now."""
        rows = (
            select(delivery.c.n)
            .where(*_of(claim), _PENDING, _may_be_sent(now))
            .order_by(delivery.c.n)
            .limit(most)
        )
        async with self._engine.connect() as connection:
            return list((await connection.scalars(rows)).all())

    async def mark(
        self, claim: Claim, rows: Sequence[int], topic: str, now: datetime
    ) -> list[Marked]:
        """
        Put rows in flight; gives those that may be sent, and skips those that may not any more.

        Raises Stopped, and marks nothing, when nothing may be sent from the chunk.
        """
        wanted = and_(*_of(claim), delivery.c.n.in_(rows), _PENDING)
        async with self._engine.begin() as connection:
            await self._hold(connection, claim)
            open_to = (
                select(contact.c.id)
                .select_from(people)
                .where(contact.c.id == delivery.c.contact_id, agreed(topic), reachable())
            )
            found = await connection.execute(
                update(delivery)
                .where(wanted, exists(open_to))
                .values(status=Sending.IN_FLIGHT)
                .returning(delivery.c.contact_id, delivery.c.n, delivery.c.tries)
            )
            marked = {contact_id: (n, tries) for contact_id, n, tries in found}
            if len(marked) < len(rows):
                await self._skip(connection, wanted, topic, now)
            named = await connection.execute(
                select(contact.c.id, contact.c.address, contact.c.language).where(
                    contact.c.id.in_(list(marked))
                )
            )
            return [
                Marked(n, contact_id, address, language, tries)
                for contact_id, address, language in named
                for n, tries in [marked[contact_id]]
            ]

    async def settle(
        self, claim: Claim, outcomes: Sequence[Outcome], told: Mapping[int, Told], now: datetime
    ) -> None:
        """
        Write down what became of rows that were in flight, and what was said to whom.

        A row that is to be tried again goes back only while the chunk is ours; what is known of
        the others is true, whoever owns it.
        """
        if not outcomes:
            return
        rows = [
            {
                "row": one.id,
                "now_status": int(one.status),
                "named": one.message_id,
                "now_tries": one.tries,
                "again": one.again,
                "why": one.error,
                "known": None if one.status is Sending.PENDING else now,
            }
            for one in outcomes
        ]
        lines = [
            {"contact_id": contact_id, "at": now, "author": "bot", "kind": kind, "text": text}
            for one in outcomes
            if one.status is Sending.SENT
            for contact_id, text in [told[one.id]]
            for kind in [PROMOTION if one.charge.cost == PROMOTION else "notice"]
        ]
        async with self._engine.begin() as connection:
            await connection.execute(_settled(claim), rows)
            await spend(connection, (one.charge for one in outcomes))
            if lines:
                line = insert(connection.dialect, message).on_conflict_do_nothing()
                await connection.execute(line, lines)

    async def release(self, claim: Claim) -> None:
        """Give a chunk back until its next row is due; it is done when all of it is over."""
        still = (*_of(claim), delivery.c.status.in_([Sending.PENDING, Sending.IN_FLIGHT]))
        left = exists(select(delivery.c.n).where(*still))
        due = select(func.min(delivery.c.not_before)).where(*still).scalar_subquery()
        async with self._engine.begin() as connection:
            await connection.execute(
                update(chunk).where(*_owned(claim)).values(owner="", done=~left, not_before=due)
            )

    async def _hold(self, connection: AsyncConnection, claim: Claim) -> None:
        """Nobody takes the chunk, or stops the notice, before this transaction is over."""
        held = await connection.execute(
            select(notice.c.status, chunk.c.epoch)
            .join(notice, notice.c.id == chunk.c.notice_id)
            .where(chunk.c.notice_id == claim.notice, chunk.c.first == claim.first)
            .with_for_update(read=True)
        )
        status, epoch = held.one()
        if status != Announcing.SENDING or epoch != claim.epoch:
            raise Stopped

    async def _skip(
        self, connection: AsyncConnection, wanted: ColumnElement[bool], topic: str, now: datetime
    ) -> None:
        """Skip the rows that could not be marked, each with its reason."""
        agrees = exists(
            select(contact.c.id)
            .select_from(people)
            .where(contact.c.id == delivery.c.contact_id, agreed(topic))
        )
        await connection.execute(
            update(delivery)
            .where(wanted)
            .values(status=Sending.SKIPPED, error=case((agrees, GONE), else_=WITHDREW), at=now)
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


def _owned(claim: Claim) -> tuple[ColumnElement[bool], ...]:
    return (
        chunk.c.notice_id == claim.notice,
        chunk.c.first == claim.first,
        chunk.c.epoch == claim.epoch,
    )


def _may_be_sent(now: datetime) -> ColumnElement[bool]:
    return or_(delivery.c.not_before.is_(None), delivery.c.not_before <= now)


def _settled(claim: Claim) -> Any:
    """A row's outcome is written over one in flight, or over our not knowing."""
    back = bindparam("now_status", type_=BigInteger()) == int(Sending.PENDING)
    ours = exists(select(chunk.c.first).where(*_owned(claim)))
    return (
        update(delivery)
        .where(
            delivery.c.notice_id == claim.notice,
            delivery.c.n == bindparam("row"),
            or_(
                and_(~back, or_(_IN_FLIGHT, delivery.c.status == Sending.UNKNOWN)),
                and_(back, _IN_FLIGHT, ours),
            ),
        )
        .values(
            status=bindparam("now_status"),
            message_id=bindparam("named"),
            tries=bindparam("now_tries"),
            not_before=bindparam("again"),
            error=bindparam("why"),
            at=bindparam("known"),
        )
    )
