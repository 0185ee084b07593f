"""What people ask staff for: questions, call-backs and voice notes, until they are marked done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, update

from handlers.effects import Wish
from handlers.state import HELPED
from storage.columns import Keeping
from storage.queries import made_in
from storage.schema import answer, contact, media, registration, request

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

PAGE = 50
_WHO = {"contact-name": "name", "contact-phone": "phone"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which requests are meant; `communes` are all that an officer may see."""

    done: bool = False
    communes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """
    One request, and the numbers of what the same person registered.

    Who left no name or phone with it is known by those of the newest registration of their own, if
    there is one.
    `media` is a voice note, and `mime` what kind it is, once it is here; `on_its_way` until then.
    """

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
    media: str
    mime: str
    on_its_way: bool
    registrations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What a person's registrations say: their numbers, and the last name and phone given."""

    numbers: tuple[int, ...] = ()
    name: str = ""
    phone: str = ""


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
    found = _asked(wanted).order_by(order).limit(size)
    if after:
        found = found.where(further)
    async with reader.connect() as connection:
        return await _read(connection, found, wanted)


async def one_request(reader: AsyncEngine, number: int, wanted: Wanted) -> Asking | None:
    """The request of this number, if it is among those meant."""
    async with reader.connect() as connection:
        found = await _read(connection, _asked(wanted).where(request.c.id == number), wanted)
    return found[0] if found else None


async def mark_done(connection: AsyncConnection, number: int, wanted: Wanted, at: datetime) -> bool:
    """
    Mark a request that is among those meant as done, or one that was done as open again.

    A claim is neither: it is confirmed or refused.
    """
    changed = await connection.execute(
        update(request)
        .where(request.c.id == number, request.c.wish != Wish.CLAIM.value, *_conditions(wanted))
        .values(done_at=None if wanted.done else at)
    )
    return changed.rowcount == 1


async def voices_done(engine: AsyncEngine, notes: Sequence[str], at: datetime) -> None:
    """Mark the requests to listen to these voice notes as done."""
    if notes:
        async with engine.begin() as connection:
            await connection.execute(
                update(request)
                .where(request.c.media.in_(notes), request.c.done_at.is_(None))
                .values(done_at=at)
            )


def _asked(wanted: Wanted) -> Select[tuple[Any, ...]]:
    return (
        select(request, contact.c.account, media.c.state, media.c.mime)
        .join(contact, contact.c.id == request.c.contact_id)
        .outerjoin(media, media.c.id == request.c.media)
        .where(*_conditions(wanted))
    )


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        request.c.done_at.is_not(None) if wanted.done else request.c.done_at.is_(None)
    ]
    if wanted.communes is not None:
        about = or_(
            registration.c.contact_id == request.c.contact_id,
            registration.c.id == request.c.registration_id,
        )
        conditions.append(exists().where(about, made_in(wanted.communes)))
    return conditions


async def _read(
    connection: AsyncConnection, found: Select[tuple[Any, ...]], wanted: Wanted
) -> tuple[Asking, ...]:
    rows = (await connection.execute(found)).all()
    people = await _known(connection, [row.contact_id for row in rows], wanted.communes)
    return tuple(
        Asking(
            id=row.id,
            wish=row.wish,
            phone=row.phone or people[row.contact_id].phone,
            name=row.name or people[row.contact_id].name,
            hour=row.hour,
            language=row.language,
            text=row.text,
            channel=row.account.partition(":")[0],
            at=row.at,
            done_at=row.done_at,
            media=row.media,
            mime=row.mime if row.state == Keeping.KEPT else "",
            on_its_way=row.state == Keeping.WANTED,
            registrations=people[row.contact_id].numbers,
        )
        for row in rows
    )


async def _known(
    connection: AsyncConnection, people: Sequence[int], communes: frozenset[str] | None
) -> Mapping[int, _Known]:
    """What the people's registrations say of them, in the communes that may be seen."""
    wanted = (
        select(registration.c.contact_id, registration.c.id, answer.c.question, answer.c.value)
        .outerjoin(
            answer,
            and_(
                answer.c.registration_id == registration.c.id,
                answer.c.question.in_(_WHO),
                registration.c.agreed.not_in(HELPED),
            ),
        )
        .where(registration.c.contact_id.in_(people))
        .order_by(registration.c.id)
    )
    if communes is not None:
        wanted = wanted.where(made_in(communes))
    known: defaultdict[int, _Known] = defaultdict(_Known)
    for person, number, question, value in await connection.execute(wanted):
        said = {_WHO[question]: value} if question else {}
        numbers = tuple(dict.fromkeys((*known[person].numbers, number)))
        known[person] = replace(known[person], numbers=numbers, **said)
    return known
