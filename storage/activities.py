"""
Activities as rows: what is on, and how many of its seats are taken.

Every change by staff is one guarded statement and is noted in the audit; a subject is a number or a
code, never a name.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from sqlalchemy import func, select, update

from content.activities import Activity, ActivityKind, ActivityWords
from handlers.effects import Attachment
from handlers.seats import OCCUPIED, Standing
from storage.audience import EVERYONE, Audience, read, written
from storage.audit import Deed, note
from storage.engine import insert, take_turns
from storage.schema import activity, seat
from storage.seating import TOKEN_BYTES

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine


class Invitation(NamedTuple):
    """Whom an activity is announced to; the `picture` that goes along is among the media."""

    audience: Audience = EVERYONE
    picture: Attachment | None = None


EVERYBODY = Invitation()


class Entered(NamedTuple):
    """An activity as it was entered: how it is announced, and its calendar's name."""

    activity: Activity
    invitation: Invitation
    token: str


async def create(
    engine: AsyncEngine,
    one: Activity,
    invitation: Invitation,
    at: datetime,
    by: int | None = None,
) -> int:
    """Write a new activity, which people see within a second; gives its number."""
    async with engine.begin() as connection:
        number = await _written(connection, one, invitation, at)
        await note(connection, deed("create", number, by), at)
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
            await _written(connection, one, EVERYBODY, at)


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


async def cancel(engine: AsyncEngine, number: int, at: datetime, by: int | None = None) -> bool:
    """Call an activity off; whether it was on. Whoever has a seat is told."""
    async with engine.begin() as connection:
        changed = await connection.execute(
            update(activity)
            .where(activity.c.id == number, activity.c.cancelled_at.is_(None))
            .values(cancelled_at=at)
        )
        if changed.rowcount:
            await note(connection, deed("cancel", number, by), at)
    return bool(changed.rowcount)


async def _written(
    connection: AsyncConnection, one: Activity, invitation: Invitation, at: datetime
) -> int:
    values = {"token": secrets.token_urlsafe(TOKEN_BYTES), "created_at": at}
    row = await connection.execute(
        insert(connection.dialect, activity)
        .values(**columns_of(one), **invited(invitation), **values)
        .returning(activity.c.id)
    )
    return int(row.scalar_one())


def columns_of(one: Activity) -> dict[str, Any]:
    """What is written of an activity."""
    words = {language: asdict(words) for language, words in one.words.items()}
    return {
        "kind": one.kind.value,
        "starts_at": one.starts,
        "ends_at": one.ends,
        "deadline": one.deadline,
        "seats": one.seats,
        "commune": one.commune,
        "words": orjson.dumps(words).decode(),
    }


def invited(invitation: Invitation) -> dict[str, str]:
    """What is written of how an activity is announced."""
    picture = invitation.picture
    return {
        "audience": written(invitation.audience),
        "picture": orjson.dumps(tuple(picture)).decode() if picture else "",
    }


def deed(action: str, number: int, by: int | None) -> Deed:
    """What one of staff did with an activity, or somebody at the commands."""
    return Deed(f"activity-{action}", by, subject=f"activity {number}")


def _standing() -> Select[Any]:
    """Activities, each with how many of its seats are occupied and how many people wait."""
    here = seat.c.activity_id == activity.c.id
    counted = select(func.count()).where(here)
    occupied = counted.where(seat.c.standing.in_(OCCUPIED)).scalar_subquery()
    waiting = counted.where(seat.c.standing == Standing.WAITING).scalar_subquery()
    columns = (occupied.label("occupied"), waiting.label("waiting"))
    return select(activity, *columns).order_by(activity.c.starts_at, activity.c.id)


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
        revision=row.revision,
    )
    picture = Attachment(*orjson.loads(row.picture)) if row.picture else None
    return Entered(one, Invitation(read(row.audience), picture), row.token)
