"""
What became of messages at the other end: that they reached somebody's phone, and were looked at.
So a row of a notice is known to be sent of which that was not known.

A row is found by its chat, where its name is read among the chat's messages: an index by name would
have to be written by every send of every channel.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, func, literal_column, select, update
from sqlalchemy.types import BigInteger

from storage.columns import Sending
from storage.instants import micros
from storage.prepared import Prepared
from storage.schema import contact, conversation, delivery, message, notice, outbox

if TYPE_CHECKING:
    from sqlalchemy import Column, ColumnElement, Select, Table
    from sqlalchemy.ext.asyncio import AsyncEngine

LOOKED_BACK = timedelta(days=30)
"""How long rows that were sent are kept."""

RECENT = timedelta(days=2)
"""How long ago a notice may have begun of which something still arrives."""

ABOUT = timedelta(minutes=10)
"""How far apart a message and the end of waiting for its answer may lie."""


class Arrival(NamedTuple):
    """A message of ours reached somebody, or was seen by them; it has the channel's name for it."""

    address: str
    message_id: str
    seen: bool
    at: datetime


_UNKNOWN = delivery.c.status == Sending.UNKNOWN
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


tapped = Prepared(
    lambda _: (
        update(delivery)
        .where(
            delivery.c.notice_id == bindparam("notice"),
            delivery.c.n == bindparam("row"),
            delivery.c.contact_id == bindparam("person"),
            delivery.c.status == literal_column(str(int(Sending.UNKNOWN))),
        )
        .values(status=literal_column(str(int(Sending.SENT))), error=literal_column("''"))
    ),
    "notice row person",
)
"""Takes a row of a notice for sent that nobody knew of: the person tapped a button beneath it."""

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


async def vouch(
    engine: AsyncEngine, reader: AsyncEngine, account: str, arrivals: Sequence[Arrival]
) -> None:
    """
    Take rows of notices for sent whose answer was lost, and that came by these.

    Those that have a name no row has are about the one row of that person of which nobody knew at
    the time.
    """
    names = [await _rows(reader, of(), account, arrivals) for of in (_of_replies, _of_notices)]
    strange = [one for one in arrivals if not any(_name(one) in known for known in names)]
    lost = await _lost(reader, account, strange) if strange else {}
    for one in strange:
        rows = [key for at, key in lost.get(one.address, ()) if abs(at - one.at) <= ABOUT]
        if len(rows) == 1:
            number, n = rows[0]
            async with engine.begin() as connection:
                await connection.execute(
                    update(delivery)
                    .where(delivery.c.notice_id == number, delivery.c.n == n, _UNKNOWN)
                    .values(status=Sending.SENT, error="", message_id=one.message_id)
                )


async def _lost(
    reader: AsyncEngine, account: str, arrivals: Sequence[Arrival]
) -> dict[str, list[tuple[datetime, tuple[int, int]]]]:
    """By address: the rows of notices of which nobody knows, and since when."""
    here = select(contact.c.id).where(
        contact.c.account == account, contact.c.address.in_({one.address for one in arrivals})
    )
    since = min(one.at for one in arrivals) - RECENT
    wanted = (
        select(contact.c.address, delivery.c.at, delivery.c.notice_id, delivery.c.n)
        .join(contact, contact.c.id == delivery.c.contact_id)
        .where(
            delivery.c.notice_id.in_(select(notice.c.id).where(notice.c.frozen_at >= since)),
            delivery.c.contact_id.in_(here),
            _UNKNOWN,
        )
    )
    found: dict[str, list[tuple[datetime, tuple[int, int]]]] = {}
    async with reader.connect() as connection:
        for address, at, number, n in await connection.execute(wanted):
            found.setdefault(address, []).append((at, (number, n)))
    return found
