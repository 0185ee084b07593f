"""
Timers that are due: which of them ring, and which are put off or let go.

A turn writes a timer when a form is opened, and no other turn looks at it: most people go on, and
a row written at each of their answers would cost more than all reminders together. So a timer that
is due may be out of date. Where the person was heard since, or stands at another question, it is
bound to where they stand now and put off; where nothing is open any more, it is let go.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import and_, bindparam, delete, select, update

from storage.codec import decode_conversation
from storage.schema import contact, conversation, timer

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from handlers.state import Conversation

SLICE = 500
"""Timers that are looked at in one transaction, so that no write lasts over a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Ringing:
    """A chat that rested for as long as its timer was set for, at the question it is bound to."""

    account: str
    address: str
    bound_to: str
    due_at: datetime


class Timers:
    """The timers of a database; `standing` says where somebody stands who is to be reminded."""

    def __init__(
        self, engine: AsyncEngine, reader: AsyncEngine, standing: Callable[[Conversation], str]
    ) -> None:
        self._engine = engine
        self._reader = reader
        self._standing = standing

    async def ringing(self, accounts: Sequence[str], now: datetime, most: int) -> list[Ringing]:
        """Those of these accounts that ring now, at most so many; with none due it only reads."""
        while True:
            due = await self._due(accounts, now)
            true = [row for row in due if self._is_true(row, now)]
            stale = [row for row in due if not self._is_true(row, now)]
            if not stale or len(true) >= most:
                return [Ringing(*row[:4]) for row in true[:most]]
            async with self._engine.begin() as connection:
                await self._renew(connection, stale)

    async def _due(self, accounts: Sequence[str], now: datetime) -> Sequence[Row[*tuple[Any, ...]]]:
        """The next timers that are due, with what is known of their chats."""
        statement = (
            select(
                timer.c.account,
                timer.c.address,
                timer.c.bound_to,
                timer.c.due_at,
                timer.c.rest,
                conversation.c.state,
                conversation.c.heard_at,
                contact.c.unreachable_since,
            )
            .join(conversation, _CHAT)
            .join(contact, contact.c.id == conversation.c.contact_id)
            .where(timer.c.due_at <= now, timer.c.account.in_(accounts))
            .order_by(timer.c.due_at, timer.c.account, timer.c.address)
            .limit(SLICE)
        )
        async with self._reader.connect() as connection:
            return (await connection.execute(statement)).all()

    def _place(self, row: Row[*tuple[Any, ...]]) -> str:
        """Where the person of a timer stands; nowhere, if nothing can be sent to them."""
        if row.unreachable_since is not None:
            return ""
        return self._standing(decode_conversation(row.state))

    def _is_true(self, row: Row[*tuple[Any, ...]], now: datetime) -> bool:
        return _rested_at(row) <= now and self._place(row) == row.bound_to

    async def _renew(
        self, connection: AsyncConnection, stale: Sequence[Row[*tuple[Any, ...]]]
    ) -> None:
        """Put these timers off, or let them go, unless a turn was quicker."""
        gone, moved = [], []
        for row in stale:
            same = {"here": row.account, "chat": row.address, "was": row.due_at}
            if place := self._place(row):
                moved.append(same | {"place": place, "then": _rested_at(row)})
            else:
                gone.append(same)
        if gone:
            await connection.execute(delete(timer).where(*_SAME), gone)
        if moved:
            renewed = update(timer).where(*_SAME)
            await connection.execute(
                renewed.values(bound_to=bindparam("place"), due_at=bindparam("then")), moved
            )


_CHAT = and_(conversation.c.account == timer.c.account, conversation.c.address == timer.c.address)
_SAME = (
    timer.c.account == bindparam("here"),
    timer.c.address == bindparam("chat"),
    timer.c.due_at == bindparam("was"),
)


def _rested_at(row: Row[*tuple[Any, ...]]) -> datetime:
    """When the person of a timer will have rested for long enough."""
    return cast("datetime", row.heard_at) + timedelta(microseconds=row.rest)
