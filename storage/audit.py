"""
Who did what: rows that only ever get more, each with the hash of the one before.

A row that is changed or taken out afterwards breaks the chain, and `first_broken` finds where.
The rows name no person but staff: a subject is a number or a code, never a name or a phone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select, update

from storage.engine import insert
from storage.instants import micros
from storage.schema import audit, counter, staff

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

_COUNTER = "audit"


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did; `staff` is nobody's number where it was not known who."""

    action: str
    staff: int | None
    subject: str = ""
    detail: str = ""
    address: str = ""


async def note(connection: AsyncConnection, deed: Deed, at: datetime) -> None:
    """Write one row, in the transaction of what it tells about; writers take turns."""
    number = await _next_number(connection)
    previous = await connection.scalar(
        select(audit.c.hash).where(audit.c.id < number).order_by(audit.c.id.desc()).limit(1)
    )
    await connection.execute(
        insert(connection.dialect, audit).values(
            id=number,
            at=at,
            staff_id=deed.staff,
            action=deed.action,
            subject=deed.subject,
            detail=deed.detail,
            address=deed.address,
            previous_hash=previous or "",
            hash=_hash(previous or "", number, deed, at),
        )
    )


class Done(NamedTuple):
    """One row as it is shown: by whose name, or nobody's."""

    at: datetime
    by: str
    action: str
    subject: str
    detail: str
    address: str


async def newest(
    reader: AsyncEngine, actions: Sequence[str], person: int = 0, size: int = 200
) -> tuple[Done, ...]:
    """The newest deeds of these kinds, perhaps those of one of the staff alone."""
    wanted = (
        select(audit.c.at, staff.c.name, *(audit.c[name] for name in Done._fields[2:]))
        .outerjoin(staff, staff.c.id == audit.c.staff_id)
        .where(audit.c.action.in_(actions))
        .order_by(audit.c.id.desc())
        .limit(size)
    )
    if person:
        wanted = wanted.where(audit.c.staff_id == person)
    async with reader.connect() as connection:
        rows = await connection.execute(wanted)
        return tuple(Done(row[0], row[1] or "", *row[2:]) for row in rows)


async def first_broken(reader: AsyncEngine) -> int | None:
    """The number of the first row that is not as it was written or is gone, or None."""
    last = ""
    expected = 1
    ever = select(counter.c.next).where(counter.c.name == _COUNTER)
    async with reader.connect() as connection:
        after_all = await connection.scalar(ever) or 1
        rows = await connection.stream(select(audit).order_by(audit.c.id))
        async for row in rows:
            deed = Deed(row.action, row.staff_id, row.subject, row.detail, row.address)
            whole = row.previous_hash == last and row.hash == _hash(last, row.id, deed, row.at)
            if row.id != expected or not whole:
                return int(min(row.id, expected))
            last, expected = row.hash, expected + 1
    return expected if expected < after_all else None


async def _next_number(connection: AsyncConnection) -> int:
    """The number of the next row; its row in `counter` is locked until the transaction ends."""
    await connection.execute(
        insert(connection.dialect, counter).values(name=_COUNTER, next=1).on_conflict_do_nothing()
    )
    after = await connection.execute(
        update(counter)
        .where(counter.c.name == _COUNTER)
        .values(next=counter.c.next + 1)
        .returning(counter.c.next)
    )
    return int(after.scalar_one()) - 1


def _hash(previous: str, number: int, deed: Deed, at: datetime) -> str:
    told = (number, micros(at), deed.staff, deed.action, deed.subject, deed.detail, deed.address)
    text = json.dumps((previous, *told), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
