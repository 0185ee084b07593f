"""
What became of the outbox's rows, written in batches; and the rows of workers that died.

The turn that wrote a row gave it an owner, who sends it from memory at once: such a row, pending
under an owner, may already be on its way. So a row found pending under a dead owner is sent by
another worker once more, and is marked in flight just before: cut again, it is `unknown`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, literal, select, text, update

from storage.codec import decode_message
from storage.columns import Sending
from storage.engine import insert
from storage.instants import SECOND, Instant
from storage.outcomes import Outcome, Outcomes
from storage.pace import clock
from storage.prepared import Prepared
from storage.saying import NOBODY
from storage.schema import contact, outbox, still_open, worker
from storage.spending import spend

if TYPE_CHECKING:
    from sqlalchemy import Select, Update
    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

    from handlers.effects import Message

BEAT = 3.0
"""Seconds between two signs of life, where nobody says otherwise."""

MISSED = 3
"""A worker is dead that missed so many."""

FORGOTTEN = 24 * 3600 * SECOND
SLICE = 2000
"""Rows taken over in one transaction, so that no write lasts over a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A channel refused a contact; `gone` when nothing reaches them any more."""

    account: str
    address: str
    reason: str
    gone: bool


@dataclass(frozen=True, slots=True)
class Orphan:
    """A row taken over, without its message; it waits until `not_before` where that is given."""

    id: int
    account: str
    address: str
    seq: int
    tries: int
    not_before: datetime | None


class Ledger:
    """
    The outbox as one worker sees it; `worker` is its name, new with each start.

    All of a database give signs of life `every` so many seconds; `outcomes` are those that the
    turns of the same worker may write down too.
    """

    def __init__(self, engine: AsyncEngine, worker: str, every: float = BEAT) -> None:
        self.worker = worker
        self.every = every
        self.outcomes = Outcomes()
        self.alone = False
        self._engine = engine

    async def settle(self, refusals: Sequence[Refusal], now: datetime) -> None:
        """
        Write down what became of the rows, unless another worker has taken them over.

        What could not be written is among the `outcomes` again.
        """
        with self.outcomes.drawn() as drawn:
            sent = [one for one in drawn if one.passing]
            others = [self._written(one) for one in drawn if not one.passing]
            if not (sent or others or refusals):
                return
            async with self._engine.begin() as connection:
                await connection.run_sync(write_sent, self.worker, sent)
                if others:
                    await connection.execute(_SETTLED, others)
                await connection.run_sync(spend, [one.charge for one in drawn])
                for refusal in refusals:
                    await connection.execute(_refused(refusal, now))

    async def mark(self, rows: Sequence[int]) -> dict[int, Message]:
        """
        Put rows in flight that may have been sent before; gives their messages back.

        A row that is missing from the answer is no longer ours to send.
        """
        statement = (
            update(outbox)
            .where(outbox.c.id.in_(rows), outbox.c.owner == self.worker, _OPEN)
            .values(status=Sending.IN_FLIGHT)
            .returning(outbox.c.id, outbox.c.payload)
        )
        async with self._engine.begin() as connection:
            found = await connection.execute(statement)
            return {row: decode_message(payload) for row, payload in found}

    async def beat(self) -> None:
        """Show that this worker lives; workers long gone are forgotten."""
        now = clock(self._engine.dialect)
        row = insert(self._engine.dialect, worker).values(
            id=self.worker, started_at=now, seen_at=now
        )
        seen = row.on_conflict_do_update(index_elements=["id"], set_={"seen_at": now})
        async with self._engine.begin() as connection:
            await connection.execute(seen)
            await connection.execute(
                delete(worker).where(worker.c.seen_at < now - FORGOTTEN, worker.c.id != self.worker)
            )

    async def be_alone(self) -> None:
        """No other worker lives: whoever holds the only lease of a database may say so."""
        async with self._engine.begin() as connection:
            await connection.execute(delete(worker).where(worker.c.id != self.worker))
        self.alone = True

    async def leave(self) -> None:
        """This worker sends nothing more: whoever looks next may take its rows over."""
        async with self._engine.begin() as connection:
            await connection.execute(delete(worker).where(worker.c.id == self.worker))

    async def left_here(self) -> bool:
        """Whether a command has left something to be sent, which no worker owns."""
        left = select(outbox.c.id).where(_OPEN, outbox.c.owner == NOBODY).limit(1)
        async with self._engine.connect() as connection:
            return await connection.scalar(left) is not None

    async def take_over(self, accounts: Sequence[str], after: int = 0) -> list[Orphan]:
        """
        The next rows of dead workers for these accounts, from now on ours, in the order of writing.

        At most a slice of them, those `after` a number: ask again until there are none. What a dead
        worker had already repeated, and was cut at again, becomes unknown.
        """
        dead = outbox.c.owner.not_in(self.living())
        theirs = (_OPEN, dead, outbox.c.account.in_(accounts))
        rows = (
            select(outbox.c.id)
            .where(*theirs, outbox.c.id > after, outbox.c.status == Sending.PENDING)
            .order_by(outbox.c.id)
            .limit(SLICE)
            .with_for_update(skip_locked=True)
        )
        async with self._engine.begin() as connection:
            if not after:
                await connection.execute(
                    update(outbox)
                    .where(*theirs, outbox.c.status == Sending.IN_FLIGHT)
                    .values(status=Sending.UNKNOWN, error="cut off twice")
                )
            found = await connection.execute(
                update(outbox)
                .where(outbox.c.id.in_(rows))
                .values(owner=self.worker)
                .returning(
                    outbox.c.id,
                    outbox.c.account,
                    outbox.c.address,
                    outbox.c.seq,
                    outbox.c.tries,
                    outbox.c.not_before,
                )
            )
            return sorted((Orphan(*row) for row in found), key=lambda row: row.id)

    def living(self) -> Select[tuple[str]]:
        """The names of the workers that gave a sign of life lately."""
        lately = clock(self._engine.dialect) - round(MISSED * self.every * SECOND)
        return select(worker.c.id).where(worker.c.seen_at > lately)

    def _written(self, outcome: Outcome) -> dict[str, object]:
        return {
            "row": outcome.id,
            "mine": self.worker,
            "now_status": int(outcome.status),
            "now_tries": outcome.tries,
            "again": outcome.again,
            "why": outcome.error,
            "named": outcome.message_id,
            "paid": outcome.charge.cost,
            "at_price": outcome.charge.price,
        }


def write_sent(connection: Connection, owner: str, sent: Sequence[Outcome]) -> None:
    """Write down that these rows of a worker have arrived."""
    _SENT.many(connection, [(one.message_id, one.id, owner) for one in sent])


# The first condition names the partial index, so that the database uses it.
_OPEN = still_open

_MINE = (outbox.c.id == bindparam("row"), outbox.c.owner == bindparam("mine"))

_SENT = Prepared(
    lambda _dialect: (
        update(outbox)
        .where(*_MINE)
        .values(status=text(str(int(Sending.SENT))), message_id=bindparam("named"))
    ),
    "named row mine",
)

_SETTLED = (
    update(outbox)
    .where(*_MINE)
    .values(
        status=bindparam("now_status"),
        tries=bindparam("now_tries"),
        not_before=bindparam("again"),
        error=bindparam("why"),
        message_id=bindparam("named"),
        cost=bindparam("paid"),
        price=bindparam("at_price"),
    )
)


def _refused(refusal: Refusal, now: datetime) -> Update:
    """Mark the contact; what it already was unreachable for stays."""
    marks: dict[str, object] = {"refused_at": now}
    if refusal.gone:
        first = func.coalesce(contact.c.unreachable_since, literal(now, Instant))
        marks |= {"unreachable_since": first, "reason": refusal.reason}
    return (
        update(contact)
        .where(contact.c.account == refusal.account, contact.c.address == refusal.address)
        .values(marks)
    )
