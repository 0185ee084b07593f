"""What people ask staff for: questions, call-backs and voice notes, until they are marked done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select, update

from handlers.effects import Wish
from handlers.state import HELPED
from storage.columns import Keeping
from storage.matters import close_if_done, need
from storage.queries import made_in
from storage.schema import answer, contact, media, registration, request

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

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
    person: int
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
class Known:
    """What a person's registrations say: their numbers, and the last name and phone given."""

    numbers: tuple[int, ...] = ()
    name: str = ""
    phone: str = ""


async def one_request(reader: AsyncEngine, number: int, wanted: Wanted) -> Asking | None:
    """The request of this number, if it is among those meant."""
    async with reader.connect() as connection:
        found = await _read(connection, _asked(wanted).where(request.c.id == number), wanted)
    return found[0] if found else None


async def asked_by(
    connection: AsyncConnection, people: Sequence[int], wanted: Wanted
) -> tuple[Asking, ...]:
    """What these contacts ask for, the oldest first."""
    found = _asked(wanted).where(request.c.contact_id.in_(people)).order_by(request.c.id)
    return await _read(connection, found, wanted)


async def mark_done(
    connection: AsyncConnection, number: int, wanted: Wanted, by: int, at: datetime
) -> bool:
    """
    Mark a request that is among those meant as done, or one that was done as open again.

    A claim is neither: it is confirmed or refused. The last one that is done closes the matter.
    """
    changed = await connection.execute(
        update(request)
        .where(request.c.id == number, request.c.wish != Wish.CLAIM.value, *_conditions(wanted))
        .values(done_at=None if wanted.done else at)
        .returning(request.c.contact_id, request.c.wish)
    )
    row = changed.one_or_none()
    if row is None:
        return False
    if wanted.done:
        await connection.run_sync(need, row.contact_id, row.wish, at)
    else:
        await connection.run_sync(close_if_done, row.contact_id, by, at)
    return True


async def mark_answered(
    connection: AsyncConnection, person: int, wishes: Collection[Wish], at: datetime
) -> None:
    """Everything of these kinds that somebody asked for was answered in the talk."""
    kinds = [one.value for one in wishes if one is not Wish.CLAIM]
    await connection.execute(
        update(request)
        .where(
            request.c.contact_id == person, request.c.wish.in_(kinds), request.c.done_at.is_(None)
        )
        .values(done_at=at)
    )


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
    people = await known_of(connection, [row.contact_id for row in rows], wanted.communes)
    return tuple(
        Asking(
            id=row.id,
            person=row.contact_id,
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


async def known_of(
    connection: AsyncConnection, people: Sequence[int], communes: frozenset[str] | None
) -> Mapping[int, Known]:
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
    known: defaultdict[int, Known] = defaultdict(Known)
    for person, number, question, value in await connection.execute(wanted):
        said = {_WHO[question]: value} if question else {}
        numbers = tuple(dict.fromkeys((*known[person].numbers, number)))
        known[person] = replace(known[person], numbers=numbers, **said)
    return known
