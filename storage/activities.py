"""
Activities as rows: what is on, who comes, who was there.

Every change by staff is one guarded statement and is noted in the audit; a subject is a number or a
code, never a name.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from sqlalchemy import and_, func, select, update

from content.activities import Activity, ActivityKind, ActivityWords
from handlers.seats import OCCUPIED, Standing
from storage.audit import Deed, note
from storage.engine import insert, take_turns
from storage.queries import COMMUNE
from storage.schema import activity, answer, registration, seat
from storage.seating import give_up, keep, known, live

if TYPE_CHECKING:
    from sqlalchemy import ScalarSelect, Select
    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

PRODUCER = "est-name"
TOKEN_BYTES = 18


class Guest(NamedTuple):
    """
    Somebody on the list of an activity, with the establishment that their phone registered.

    `attended` is None until somebody says.
    """

    id: int
    name: str
    phone: str
    producer: str
    commune: str
    standing: Standing
    line: int
    arrived_at: datetime | None
    attended: bool | None


class Entered(NamedTuple):
    """An activity as it was entered: whom it is announced to, and its calendar's name."""

    activity: Activity
    audience: str
    token: str


async def create(engine: AsyncEngine, one: Activity, audience: str, at: datetime) -> int:
    """Write a new activity, which people see within a second; gives its number."""
    async with engine.begin() as connection:
        number = await _written(connection, one, audience, at)
        await _noted(connection, "create", number, at)
    return number


async def seed(engine: AsyncEngine, examples: Sequence[Activity], at: datetime) -> None:
    """Enter the demo's activities into a database that has none."""
    if not examples:
        return
    async with engine.begin() as connection:
        await take_turns(connection, "activities")
        if await connection.scalar(select(func.count()).select_from(activity)):
            return
        for one in examples:
            await _written(connection, one, "{}", at)


async def coming(reader: AsyncEngine, now: datetime) -> Sequence[Entered]:
    """Those that are not over, cancelled ones too, as they stand."""
    async with reader.connect() as connection:
        rows = await connection.execute(_standing().where(activity.c.ends_at > now))
        return [_entered(row) for row in rows]


async def newest(reader: AsyncEngine, size: int = 50) -> Sequence[Entered]:
    """Those made last, newest first."""
    wanted = _standing().order_by(None).order_by(activity.c.id.desc()).limit(size)
    async with reader.connect() as connection:
        return [_entered(row) for row in await connection.execute(wanted)]


async def find(reader: AsyncEngine, number: int) -> Entered:
    """The activity with this number; raises LookupError."""
    async with reader.connect() as connection:
        row = (await connection.execute(_standing().where(activity.c.id == number))).first()
    if row is None:
        raise LookupError(number)
    return _entered(row)


async def by_token(reader: AsyncEngine, token: str) -> Entered | None:
    """The activity whose calendar file has this name."""
    async with reader.connect() as connection:
        row = (await connection.execute(_standing().where(activity.c.token == token))).first()
    return None if row is None else _entered(row)


async def cancel(engine: AsyncEngine, number: int, at: datetime) -> bool:
    """Call an activity off; whether it was on. Whoever has a seat is told."""
    async with engine.begin() as connection:
        changed = await connection.execute(
            update(activity)
            .where(activity.c.id == number, activity.c.cancelled_at.is_(None))
            .values(cancelled_at=at)
        )
        if changed.rowcount:
            await _noted(connection, "cancel", number, at)
    return bool(changed.rowcount)


async def guests(reader: AsyncEngine, number: int) -> Sequence[Guest]:
    """Everybody on the list: those with a seat first, then the waiting list in its order."""
    last = seat.c.standing == Standing.WAITING
    wanted = _on_the_list().where(seat.c.activity_id == number).order_by(last, seat.c.id)
    async with reader.connect() as connection:
        return [_guest(row) for row in await connection.execute(wanted)]


async def check_in(engine: AsyncEngine, number: int, one: int, at: datetime) -> Guest | None:
    """
    Note that somebody has come; gives who it is, as they stood before. None is nobody of this list.

    Only somebody with a seat is noted, and only the first time.
    """
    wanted = _on_the_list().where(seat.c.id == one, seat.c.activity_id == number)
    async with engine.begin() as connection:
        found = await connection.execute(wanted)
        row = found.first()
        if row is None:
            return None
        await connection.execute(
            update(seat)
            .where(seat.c.id == one, seat.c.standing.in_(OCCUPIED), seat.c.arrived_at.is_(None))
            .values(arrived_at=at, attended=True, standing=Standing.HELD)
        )
    return _guest(row)


async def mark(engine: AsyncEngine, number: int, there: Mapping[int, bool], at: datetime) -> None:
    """Write down who was there, by the numbers of their seats."""
    async with engine.begin() as connection:
        for one, was in there.items():
            await connection.execute(
                update(seat)
                .where(seat.c.id == one, seat.c.activity_id == number)
                .values(attended=was)
            )
        await _noted(connection, "attended", number, at)


async def confirm(engine: AsyncEngine, number: int, one: int, at: datetime) -> bool:
    """Confirm an offered seat for somebody who said so on the phone; whether it was offered."""
    whose = and_(seat.c.id == one, seat.c.activity_id == number)
    return await _by_staff(engine, "confirm", number, at, lambda c: keep(c, whose))


async def take_back(engine: AsyncEngine, number: int, one: int, at: datetime) -> bool:
    """Give up a seat for somebody who said so on the phone; whether there was one."""
    whose = and_(seat.c.id == one, seat.c.activity_id == number)
    return await _by_staff(
        engine, "give-up", number, at, lambda c: give_up(c, whose, Standing.GIVEN_UP, at)
    )


async def _by_staff(
    engine: AsyncEngine, deed: str, number: int, at: datetime, do: Callable[[Connection], int]
) -> bool:
    async with engine.begin() as connection:
        count = await connection.run_sync(do)
        if count:
            await _noted(connection, deed, number, at)
    return bool(count)


async def _written(connection: AsyncConnection, one: Activity, audience: str, at: datetime) -> int:
    words = {language: asdict(words) for language, words in one.words.items()}
    row = await connection.execute(
        insert(connection.dialect, activity)
        .values(
            kind=one.kind.value,
            starts_at=one.starts,
            ends_at=one.ends,
            deadline=one.deadline,
            seats=one.seats,
            commune=one.commune,
            words=orjson.dumps(words).decode(),
            audience=audience,
            token=secrets.token_urlsafe(TOKEN_BYTES),
            created_at=at,
        )
        .returning(activity.c.id)
    )
    return int(row.scalar_one())


async def _noted(connection: AsyncConnection, action: str, number: int, at: datetime) -> None:
    await note(connection, Deed(f"activity-{action}", None, subject=f"activity {number}"), at)


def _standing() -> Select[Any]:
    """Activities, each with how many of its seats are occupied and how many people wait."""
    here = seat.c.activity_id == activity.c.id
    counted = select(func.count()).where(here)
    occupied = counted.where(seat.c.standing.in_(OCCUPIED)).scalar_subquery()
    waiting = counted.where(seat.c.standing == Standing.WAITING).scalar_subquery()
    columns = (occupied.label("occupied"), waiting.label("waiting"))
    return select(activity, *columns).order_by(activity.c.starts_at, activity.c.id)


def _on_the_list() -> Select[Any]:
    producer, commune = _registered(PRODUCER), _registered(COMMUNE)
    return known().add_columns(producer.label("producer"), commune.label("commune")).where(live)


def _registered(question: str) -> ScalarSelect[Any]:
    """What the newest registration of a seat's phone says."""
    newest_one = (
        select(func.max(registration.c.id))
        .where(registration.c.contact_id == seat.c.contact_id)
        .scalar_subquery()
    )
    return (
        select(answer.c.value)
        .where(answer.c.registration_id == newest_one, answer.c.question == question)
        .limit(1)
        .scalar_subquery()
    )


def _guest(row: Any) -> Guest:
    return Guest(
        row.id,
        row.name,
        row.phone,
        row.producer or "",
        row.commune or "",
        Standing(row.standing),
        row.line,
        row.arrived_at,
        row.attended,
    )


def _entered(row: Any) -> Entered:
    words = {name: ActivityWords(**own) for name, own in orjson.loads(row.words).items()}
    one = Activity(
        number=row.id,
        kind=ActivityKind(row.kind),
        starts=row.starts_at,
        ends=row.ends_at,
        deadline=row.deadline,
        seats=row.seats,
        commune=row.commune,
        words=words,
        left=row.seats - row.occupied,
        waiting=row.waiting,
        cancelled=row.cancelled_at is not None,
    )
    return Entered(one, row.audience, row.token)
