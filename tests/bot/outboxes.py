"""An outbox on a real database, and the rows that turns would have written."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.outbox import Outbox
from handlers.effects import Message
from storage.codec import encode_message
from storage.columns import Sending, metadata
from storage.engine import open_engine
from storage.hearing import Queued
from storage.outbox import Ledger
from storage.pace import Buckets
from storage.schema import contact, outbox, spending
from tests.bot.scripted import Scripted

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@dataclass(slots=True)
class Desk:
    """One database and one account, with what a turn would do to them."""

    engine: AsyncEngine
    account: str = "test:1"
    ids: Iterable[int] = field(default_factory=lambda: itertools.count(1))

    async def write(self, chats: Sequence[str], each: int = 1, owner: str = "w1") -> list[Queued]:
        """Rows for these chats, `each` of them, as a turn leaves them; said 1, 2, 3 …"""
        numbers = iter(self.ids)
        rows = [
            Queued(next(numbers), self.account, chat, seq, Message(f"{chat} says {seq}"))
            for seq in range(1, each + 1)
            for chat in chats
        ]
        async with self.engine.begin() as connection:
            await connection.execute(
                insert(outbox),
                [
                    {
                        "id": row.id,
                        "account": row.account,
                        "address": row.address,
                        "seq": row.seq,
                        "payload": encode_message(row.message),
                        "status": int(Sending.PENDING),
                        "owner": owner,
                        "at": NOW,
                    }
                    for row in rows
                ],
            )
        return rows

    async def know(self, chats: Sequence[str]) -> None:
        """These chats have a contact."""
        async with self.engine.begin() as connection:
            await connection.execute(
                insert(contact),
                [{"account": self.account, "address": chat, "created_at": NOW} for chat in chats],
            )

    async def statuses(self) -> list[Sending]:
        """What became of each row, by number."""
        async with self.engine.begin() as connection:
            found = await connection.execute(select(outbox.c.status).order_by(outbox.c.id))
            return [Sending(status) for (status,) in found]

    async def row(self, number: int) -> Row[Any]:
        """One row as it is written."""
        async with self.engine.begin() as connection:
            found = await connection.execute(select(outbox).where(outbox.c.id == number))
            return found.one()

    async def spent(self) -> dict[str, tuple[int, int]]:
        """How many messages were paid for, and how much for, by the way it was paid."""
        async with self.engine.begin() as connection:
            found = await connection.execute(select(spending))
            return {row.cost: (row.messages, row.price) for row in found}

    async def contact(self, chat: str) -> Row[Any]:
        """A chat's contact as it is written."""
        async with self.engine.begin() as connection:
            found = await connection.execute(select(contact).where(contact.c.address == chat))
            return found.one()

    @asynccontextmanager
    async def sending(
        self, channel: Scripted, worker: str = "w1", limit: float = 30.0
    ) -> AsyncIterator[Outbox]:
        """A running outbox; at the end it is emptied and stopped, as on SIGTERM."""
        ledger = Ledger(self.engine, worker)
        one = Outbox([channel], ledger, Buckets(self.engine), {self.account: limit})
        await one.open()
        running = asyncio.create_task(one.run())
        try:
            yield one
            await one.emptied(within=2.0)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


@asynccontextmanager
async def desk_at(url: str) -> AsyncIterator[Desk]:
    """A desk on a database with empty tables."""
    engine = open_engine(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        yield Desk(engine)
    finally:
        await engine.dispose()


async def until(true: Callable[[], bool], within: float = 5.0) -> None:
    """Wait for something to become true."""
    async with asyncio.timeout(within):
        while not true():
            await asyncio.sleep(0.01)
