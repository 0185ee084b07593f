"""
What became of messages at the other end: that they reached somebody's phone, and were looked at.

A row is found by its chat, where its name is read among the chat's messages: an index by name would
have to be written by every send of every channel.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, func, select, update
from sqlalchemy.types import BigInteger

from storage.instants import micros
from storage.prepared import Prepared
from storage.schema import conversation, delivery, message, outbox

if TYPE_CHECKING:
    from sqlalchemy import Column, ColumnElement, Select, Table
    from sqlalchemy.ext.asyncio import AsyncEngine

LOOKED_BACK = timedelta(days=30)
"""How long rows that were sent are kept."""


class Arrival(NamedTuple):
    """A message of ours reached somebody, or was seen by them; it has the channel's name for it."""

    address: str
    message_id: str
    seen: bool
    at: datetime


_Name = tuple[str, str]
_Key = tuple[int, ...]


def _noted(table: Table, *keys: Column[Any]) -> Prepared:
    """Notes what is known first of a row with these keys."""

    def first(name: str, given: str) -> ColumnElement[int]:
        return func.coalesce(table.c[name], bindparam(given, type_=BigInteger()))

    names = [f"row_{key.name}" for key in keys]
    return Prepared(
        lambda _: (
            update(table)
            .where(*(key == bindparam(name) for key, name in zip(keys, names, strict=True)))
            .values(delivered_at=first("delivered_at", "reached"), seen_at=first("seen_at", "seen"))
        ),
        " ".join(["reached", "seen", *names]),
    )


_replies = _noted(outbox, outbox.c.id)
_notices = _noted(delivery, delivery.c.notice_id, delivery.c.n)


async def write_arrivals(
    engine: AsyncEngine, reader: AsyncEngine, account: str, arrivals: Sequence[Arrival]
) -> list[Arrival]:
    """
    Note on their rows what is known of them first; gives back those whose row is not there.

    What was seen has also arrived, though nobody may have told so.
    """
    found = [
        (noted, await _rows(reader, wanted, account, arrivals))
        for noted, wanted in ((_replies, _of_replies()), (_notices, _of_notices()))
    ]
    for noted, rows in found:
        if values := _values(arrivals, rows):
            async with engine.begin() as connection:
                await connection.run_sync(noted.many, values)
    known = {name for _, rows in found for name in rows}
    return [one for one in arrivals if _name(one) not in known]


def _values(
    arrivals: Sequence[Arrival], rows: dict[_Name, _Key]
) -> list[tuple[int, int | None, *_Key]]:
    """What is written, in the order of the rows."""
    found = [(rows[_name(one)], one) for one in arrivals if _name(one) in rows]
    return [
        (micros(one.at), micros(one.at) if one.seen else None, *key)
        for key, one in sorted(found, key=lambda pair: pair[0])
    ]


def _of_replies() -> Select[Any]:
    return select(conversation.c.address, outbox.c.message_id, outbox.c.id).join_from(
        message, outbox, outbox.c.id == message.c.outbox_id
    )


def _of_notices() -> Select[Any]:
    row = and_(delivery.c.notice_id == message.c.notice_id, delivery.c.n == message.c.notice_row)
    return select(
        conversation.c.address, delivery.c.message_id, delivery.c.notice_id, delivery.c.n
    ).join_from(message, delivery, row)


async def _rows(
    reader: AsyncEngine, wanted: Select[Any], account: str, arrivals: Sequence[Arrival]
) -> dict[_Name, _Key]:
    """The keys of the rows that these are about, by address and name."""
    since = min(one.at for one in arrivals) - LOOKED_BACK
    named = wanted.selected_columns.message_id
    rows = wanted.join(conversation, conversation.c.contact_id == message.c.contact_id).where(
        conversation.c.account == account,
        conversation.c.address.in_({one.address for one in arrivals}),
        message.c.at >= since,
        named.in_({one.message_id for one in arrivals}),
    )
    async with reader.connect() as connection:
        return {(row[0], row[1]): tuple(row[2:]) for row in await connection.execute(rows)}


def _name(one: Arrival) -> _Name:
    return one.address, one.message_id
