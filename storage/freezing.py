"""
Writes down a notice's audience: who is chosen now, one row each, before the first is sent to.

Somebody with several contacts is told by one of them: all of theirs are written in one transaction,
so that it is exactly one, whatever they do meanwhile. Slice by slice, each its own short
transaction, so that no turn waits for it; killed anywhere, it is gone on with after the last slice
that was written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, and_, case, exists, false, func, literal, null, select, update

from storage.audience import agreed, chosen, people, reachable
from storage.columns import Announcing, Sending
from storage.engine import insert
from storage.instants import micros
from storage.persons import doubles
from storage.schema import chunk, contact, delivery, notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from storage.notices import Notice
    from storage.persons import Windows

SLICE = 5000
"""Contacts that are looked at in one transaction, whether they are chosen or not."""

CHUNK = 500
"""Rows that one worker takes on at a time."""

UNREACHABLE, SAME_PERSON = "unreachable", "same-person"
"""
Why a row is skipped: its contact left, or blocked us, before it was written; or the same person is
told by another contact of theirs.
"""


class Overtaken(Exception):
    """The notice was paused or cancelled, or another worker writes its audience now."""


@dataclass(frozen=True, slots=True)
class _Slice:
    """
    The contacts behind `after` up to `last`, of these accounts; those with a number of their own
    are looked at with all that have the same, where the first of them is one of the slice.
    """

    after: int
    last: int
    accounts: tuple[str, ...]
    phones: tuple[str, ...]

    def alone(self) -> ColumnElement[bool]:
        """The condition that a contact is one of those without a number."""
        here = contact.c.id.between(self.after + 1, self.last)
        return and_(here, contact.c.phone == "")

    def joined(self) -> ColumnElement[bool]:
        """The condition that a contact is one of those with a number."""
        return and_(contact.c.phone != "", contact.c.phone.in_(self.phones))


@dataclass(frozen=True, slots=True)
class _Page:
    """Contacts of one account that are written together; those not `open` are skipped, and why."""

    account: str
    whom: ColumnElement[bool]
    why: str
    open: ColumnElement[bool]


async def freeze(
    engine: AsyncEngine, worker: str, one: Notice, windows: Windows, now: datetime
) -> int:
    """
    Write the whole audience down and let the sending begin; gives how many there are.

    Raises Overtaken when somebody stopped it; what is written then stays for a resume.
    """
    while True:
        async with engine.begin() as connection:
            total, after = await _held(connection, worker, one.id)
            part = await _next(connection, after)
            for page in await _pages(connection, one, part, windows):
                total += await _write(connection, one, page, total, now)
            done = not part.accounts
            so_far = {"total": total, "reached": part.last}
            over = {"status": int(Announcing.SENDING), "frozen_at": now, "owner": ""}
            await connection.execute(
                update(notice)
                .where(notice.c.id == one.id)
                .values(**so_far, **(over if done else {}))
            )
        if done:
            return total


async def _held(connection: AsyncConnection, worker: str, number: int) -> tuple[int, int]:
    """
    Hold the notice until the slice is written: a pause comes before it or after it.

    Gives how many rows it has, and the last contact that was looked at for it.
    """
    held = await connection.execute(
        update(notice)
        .where(
            notice.c.id == number,
            notice.c.status == Announcing.PREPARING,
            notice.c.owner == worker,
        )
        .values(owner=worker)
        .returning(notice.c.total, notice.c.reached)
    )
    row = held.first()
    if row is None:
        raise Overtaken
    return row.total, row.reached


async def _next(connection: AsyncConnection, after: int) -> _Slice:
    """
    The next contacts, whoever they are: a slice costs the same however few of them are chosen.

    It is bounded by their numbers, for a database that misjudges a filter looks at everybody.
    """
    some = (
        select(contact.c.id, contact.c.account)
        .where(contact.c.id > after)
        .order_by(contact.c.id)
        .limit(SLICE)
        .subquery()
    )
    found = await connection.execute(
        select(some.c.account, func.max(some.c.id)).group_by(some.c.account)
    )
    last = dict(tuple(row) for row in found)
    end = max(last.values(), default=after)
    return _Slice(after, end, tuple(sorted(last)), await _phones(connection, after, end))


async def _phones(connection: AsyncConnection, after: int, last: int) -> tuple[str, ...]:
    """The numbers of which the first contact is one of these."""
    earlier = contact.alias("earlier")
    known = exists().where(
        earlier.c.phone == contact.c.phone, earlier.c.phone != "", earlier.c.id <= after
    )
    here = contact.c.id.between(after + 1, last)
    wanted = select(contact.c.phone).where(here, contact.c.phone != "", ~known).distinct()
    return tuple(await connection.scalars(wanted.order_by(contact.c.phone)))


async def _pages(
    connection: AsyncConnection, one: Notice, part: _Slice, windows: Windows
) -> list[_Page]:
    """What is written of a slice, each of one account."""
    pages = [_Page(account, part.alone(), UNREACHABLE, reachable()) for account in part.accounts]
    if not part.phones:
        return pages
    draft = one.draft
    others = contact.c.id.in_(doubles(draft.audience, draft.topic, windows, part.joined()))
    accounts = select(contact.c.account).where(part.joined()).distinct()
    for account in sorted(await connection.scalars(accounts)):
        pages.append(_Page(account, and_(part.joined(), others), SAME_PERSON, false()))
        pages.append(_Page(account, and_(part.joined(), ~others), UNREACHABLE, reachable()))
    return pages


async def _write(
    connection: AsyncConnection, one: Notice, part: _Page, begin: int, now: datetime
) -> int:
    """Write these rows, numbered from `begin`, and their chunks; gives how many."""
    page = (
        select(contact.c.id, case((part.open, 1), else_=0).label("open"))
        .select_from(people)
        .where(
            part.whom,
            contact.c.account == part.account,
            chosen(one.draft.audience),
            agreed(one.draft.topic),
        )
        .subquery()
    )
    rows = select(
        literal(one.id, BigInteger),
        func.row_number().over(order_by=page.c.id) + (literal(begin, BigInteger) - 1),
        page.c.id,
        case((page.c.open == 1, int(Sending.PENDING)), else_=int(Sending.SKIPPED)),
        case((page.c.open == 1, ""), else_=part.why),
        case((page.c.open == 1, null()), else_=literal(micros(now), BigInteger)),
    )
    columns = ("notice_id", "n", "contact_id", "status", "error", "at")
    written = await connection.execute(
        insert(connection.dialect, delivery).from_select(
            [delivery.c[name] for name in columns], rows
        )
    )
    chunks = [
        {"notice_id": one.id, "account": part.account, **span}
        for span in _spans(begin, written.rowcount)
    ]
    if chunks:
        await connection.execute(insert(connection.dialect, chunk), chunks)
    return written.rowcount


def _spans(begin: int, count: int) -> Iterator[dict[str, int]]:
    """The chunks of rows that were written together."""
    for first in range(begin, begin + count, CHUNK):
        yield {"first": first, "last": min(first + CHUNK, begin + count) - 1}
