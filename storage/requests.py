"""What people ask staff for: questions and call-backs, until somebody marks them done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, exists, func, select, update

from storage.queries import COMMUNE
from storage.schema import answer, contact, registration, request

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

PAGE = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which requests are meant; `communes` are all that an officer may see."""

    done: bool = False
    communes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """One request, and the numbers of what the same person registered."""

    id: int
    wish: str
    phone: str
    name: str
    hour: str
    language: str
    text: str
    channel: str
    at: datetime
    done_at: datetime | None
    registrations: tuple[int, ...]


async def count_requests(reader: AsyncEngine, wanted: Wanted) -> int:
    """How many requests there are."""
    async with reader.connect() as connection:
        found = await connection.scalar(
            select(func.count()).select_from(request).where(*_conditions(wanted))
        )
    return found or 0


async def waiting_longest(
    reader: AsyncEngine, wanted: Wanted, after: int = 0, size: int = PAGE
) -> tuple[Asking, ...]:
    """A page of requests, the one that waits longest first; done ones begin with the newest."""
    order = request.c.id.desc() if wanted.done else request.c.id
    further = request.c.id < after if wanted.done else request.c.id > after
    found = select(request, contact.c.account).join(contact, contact.c.id == request.c.contact_id)
    found = found.where(*_conditions(wanted)).order_by(order).limit(size)
    if after:
        found = found.where(further)
    async with reader.connect() as connection:
        rows = (await connection.execute(found)).all()
        numbers = await _numbers(connection, [row.contact_id for row in rows], wanted.communes)
    return tuple(
        Asking(
            row.id,
            row.wish,
            row.phone,
            row.name,
            row.hour,
            row.language,
            row.text,
            row.account.partition(":")[0],
            row.at,
            row.done_at,
            numbers.get(row.contact_id, ()),
        )
        for row in rows
    )


async def mark_done(connection: AsyncConnection, number: int, wanted: Wanted, at: datetime) -> bool:
    """Whether the request was still open, and is done now."""
    done = await connection.execute(
        update(request)
        .where(request.c.id == number, *_conditions(Wanted(communes=wanted.communes)))
        .values(done_at=at)
    )
    return done.rowcount == 1


async def phone_of(reader: AsyncEngine, number: int, wanted: Wanted) -> str:
    """The phone number that somebody left with a request, or an empty string."""
    async with reader.connect() as connection:
        found = await connection.scalar(
            select(request.c.phone).where(request.c.id == number, *_conditions(wanted))
        )
    return found or ""


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        request.c.done_at.is_not(None) if wanted.done else request.c.done_at.is_(None)
    ]
    if wanted.communes is not None:
        conditions.append(
            exists().where(
                registration.c.contact_id == request.c.contact_id,
                answer.c.registration_id == registration.c.id,
                answer.c.question == COMMUNE,
                answer.c.value.in_(sorted(wanted.communes)),
            )
        )
    return conditions


async def _numbers(
    connection: AsyncConnection, people: Sequence[int], communes: frozenset[str] | None
) -> Mapping[int, tuple[int, ...]]:
    wanted = (
        select(registration.c.contact_id, registration.c.id)
        .where(registration.c.contact_id.in_(people))
        .order_by(registration.c.id)
    )
    if communes is not None:
        wanted = wanted.where(
            exists().where(
                answer.c.registration_id == registration.c.id,
                answer.c.question == COMMUNE,
                answer.c.value.in_(sorted(communes)),
            )
        )
    numbers: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
    for person, number in await connection.execute(wanted):
        numbers[person] += (number,)
    return numbers
