"""
What became of messages at the other end: that they reached somebody's phone, and were looked at.

A row is found by its chat, where its name is read among the chat's messages: an index by name would
have to be written by every send of every channel.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.types import BigInteger

from storage.instants import micros
from storage.prepared import Prepared
from storage.schema import conversation, message, outbox

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

LOOKED_BACK = timedelta(days=30)
"""How long rows that were sent are kept."""


class Arrival(NamedTuple):
    """A message of ours reached somebody, or was seen by them; it has the channel's name for it."""

    address: str
    message_id: str
    seen: bool
    at: datetime


_arrived = Prepared(
    lambda _: (
        update(outbox)
        .where(outbox.c.id == bindparam("row"))
        .values(
            delivered_at=func.coalesce(
                outbox.c.delivered_at, bindparam("reached", type_=BigInteger())
            ),
            seen_at=func.coalesce(outbox.c.seen_at, bindparam("looked", type_=BigInteger())),
        )
    ),
    "reached looked row",
)


async def write_arrivals(
    engine: AsyncEngine, reader: AsyncEngine, account: str, arrivals: Sequence[Arrival]
) -> list[Arrival]:
    """
    Note on their rows what is known of them first; gives back those whose row is not there.

    What was seen has also arrived, though nobody may have told so.
    """
    rows = await _rows(reader, account, arrivals)
    found = [(one, rows[one.address, one.message_id]) for one in arrivals if _key(one) in rows]
    if found:
        values = [
            (micros(one.at), micros(one.at) if one.seen else None, row)
            for one, row in sorted(found, key=lambda pair: pair[1])
        ]
        async with engine.begin() as connection:
            await connection.run_sync(_arrived.many, values)
    return [one for one in arrivals if _key(one) not in rows]


async def _rows(
    reader: AsyncEngine, account: str, arrivals: Sequence[Arrival]
) -> dict[tuple[str, str], int]:
    """The rows that these are about, by address and name."""
    since = min(one.at for one in arrivals) - LOOKED_BACK
    wanted = (
        select(conversation.c.address, outbox.c.message_id, outbox.c.id)
        .join(message, message.c.contact_id == conversation.c.contact_id)
        .join(outbox, outbox.c.id == message.c.outbox_id)
        .where(
            conversation.c.account == account,
            conversation.c.address.in_({one.address for one in arrivals}),
            message.c.at >= since,
            outbox.c.message_id.in_({one.message_id for one in arrivals}),
        )
    )
    async with reader.connect() as connection:
        found = await connection.execute(wanted)
        return {(row.address, row.message_id): row.id for row in found}


def _key(one: Arrival) -> tuple[str, str]:
    return one.address, one.message_id
