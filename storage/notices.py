"""
Notices as rows: what is said, to whom, and how far each has come.

A notice goes from draft to scheduled, and by itself, when it is due, to preparing, sending and
done; staff may pause, resume and cancel it on the way. Every step is one guarded statement, so two
people (or two programs) that decide at the same moment cannot both win, and each is noted in the
audit with who and when.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import and_, case, or_, select, update

from handlers.effects import Attachment
from storage.audience import EVERYONE, Audience, read, written
from storage.audit import Deed, note
from storage.columns import Announcing
from storage.engine import insert
from storage.instants import micros
from storage.schema import notice

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

LATE = "late"
"""Why a notice waits that was due while no program ran."""

ERRORS = "errors"
"""Why a notice waits of which too much failed."""

OPEN = (Announcing.SCHEDULED, Announcing.PREPARING, Announcing.SENDING)
"""A notice that goes on by itself."""


@dataclass(frozen=True, slots=True)
class Door:
    """A button beneath a notice: by language what it says, and the command that it is."""

    leads: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """
    A notice as staff write it; `texts` has the book's first language at least.

    The `picture` is among the media already.
    """

    title: str
    topic: str
    texts: Mapping[str, str]
    doors: tuple[Door, ...] = ()
    audience: Audience = EVERYONE
    picture: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """
    A notice as it stands; `total` counts the rows of its ledger written so far.

    `reason` says why it is paused where nobody paused it (`LATE`, `ERRORS`).
    """

    id: int
    draft: Draft
    status: Announcing
    total: int
    reason: str
    created_at: datetime
    send_at: datetime | None
    frozen_at: datetime | None
    finished_at: datetime | None


class Refused(Exception):
    """A notice cannot take this step from where it stands; `status` is where that is."""

    def __init__(self, status: Announcing) -> None:
        super().__init__(status.name.lower())
        self.status = status


async def create(engine: AsyncEngine, draft: Draft, at: datetime) -> int:
    """Write a new notice; gives its number."""
    async with engine.begin() as connection:
        row = await connection.execute(
            insert(connection.dialect, notice)
            .values(
                title=draft.title,
                topic=draft.topic,
                texts=orjson.dumps(dict(draft.texts)).decode(),
                buttons=orjson.dumps([asdict(door) for door in draft.doors]).decode(),
                audience=written(draft.audience),
                picture=orjson.dumps(tuple(draft.picture)).decode() if draft.picture else "",
                status=Announcing.DRAFT,
                created_at=at,
            )
            .returning(notice.c.id)
        )
        number = int(row.scalar_one())
        await _noted(connection, "create", number, at)
    return number


async def find(reader: AsyncEngine, number: int) -> Notice | None:
    """The notice with this number."""
    async with reader.connect() as connection:
        row = (await connection.execute(select(notice).where(notice.c.id == number))).first()
    return None if row is None else _notice(row)


async def newest(reader: AsyncEngine, size: int = 50) -> Sequence[Notice]:
    """The notices made last, newest first."""
    async with reader.connect() as connection:
        rows = await connection.execute(select(notice).order_by(notice.c.id.desc()).limit(size))
        return [_notice(row) for row in rows]


async def schedule(engine: AsyncEngine, number: int, send_at: datetime, at: datetime) -> None:
    """Have a draft sent from a moment on; raises Refused for one that is no draft."""
    changes = {"status": int(Announcing.SCHEDULED), "send_at": send_at}
    await _step(engine, "send", number, at, (Announcing.DRAFT,), changes)


async def pause(engine: AsyncEngine, number: int, at: datetime, reason: str = "") -> None:
    """Send nothing more for now; raises Refused where nothing is on its way."""
    changes = {"status": int(Announcing.PAUSED), "reason": reason, "owner": ""}
    await _step(engine, "pause", number, at, OPEN, changes)


async def resume(engine: AsyncEngine, number: int, at: datetime) -> None:
    """Go on where it was paused; raises Refused for one that is not paused."""
    where = case(
        (notice.c.frozen_at.is_not(None), int(Announcing.SENDING)),
        (notice.c.total > 0, int(Announcing.PREPARING)),
        else_=int(Announcing.SCHEDULED),
    )
    changes: dict[str, Any] = {"status": where, "reason": ""}
    changes["send_at"] = case((notice.c.total > 0, notice.c.send_at), else_=micros(at))
    await _step(engine, "resume", number, at, (Announcing.PAUSED,), changes)


async def cancel(engine: AsyncEngine, number: int, at: datetime) -> None:
    """Never send what is not sent yet; raises Refused for one that is over."""
    changes = {"status": int(Announcing.CANCELLED), "finished_at": at}
    await _step(engine, "cancel", number, at, (Announcing.DRAFT, Announcing.PAUSED, *OPEN), changes)


async def take_due(
    engine: AsyncEngine, worker: str, living: Any, now: datetime, late: datetime
) -> Notice | None:
    """
    A notice whose audience this worker is to write down: one that is due, or that nobody is at.

    Nobody is where its worker is dead, or is this one, which asks for work. One that was due
    before `late` is paused instead: staff decide whether it still makes sense.
    """
    due = and_(notice.c.status == Announcing.SCHEDULED, notice.c.send_at <= now)
    idle = or_(notice.c.owner == worker, notice.c.owner.not_in(living))
    left = and_(notice.c.status == Announcing.PREPARING, idle)
    async with engine.begin() as connection:
        await connection.execute(
            update(notice)
            .where(due, notice.c.send_at < late)
            .values(status=Announcing.PAUSED, reason=LATE)
        )
        row = (
            await connection.execute(
                update(notice)
                .where(
                    notice.c.id
                    == select(notice.c.id)
                    .where(or_(due, left))
                    .order_by(notice.c.send_at, notice.c.id)
                    .limit(1)
                    .with_for_update(skip_locked=True)
                    .scalar_subquery()
                )
                .values(status=Announcing.PREPARING, owner=worker)
                .returning(notice)
            )
        ).first()
    return None if row is None else _notice(row)


async def finish_those_done(
    engine: AsyncEngine, unfinished: ColumnElement[bool], at: datetime
) -> None:
    """Close the notices of which nothing is left to send; `unfinished` holds for the others."""
    async with engine.begin() as connection:
        await connection.execute(
            update(notice)
            .where(notice.c.status == Announcing.SENDING, ~unfinished)
            .values(status=Announcing.DONE, finished_at=at)
        )


async def _step(
    engine: AsyncEngine,
    action: str,
    number: int,
    at: datetime,
    allowed: Sequence[Announcing],
    changes: Mapping[str, Any],
) -> None:
    async with engine.begin() as connection:
        taken = await connection.execute(
            update(notice)
            .where(notice.c.id == number, notice.c.status.in_(allowed))
            .values(**changes)
        )
        if not taken.rowcount:
            stands = await connection.scalar(select(notice.c.status).where(notice.c.id == number))
            raise LookupError(number) if stands is None else Refused(Announcing(stands))
        await _noted(connection, action, number, at)


async def _noted(connection: AsyncConnection, action: str, number: int, at: datetime) -> None:
    await note(connection, Deed(f"notice-{action}", None, subject=f"notice {number}"), at)


def _notice(row: Row[Any]) -> Notice:
    doors = tuple(Door(one["leads"], one["labels"]) for one in orjson.loads(row.buttons))
    picture = Attachment(*orjson.loads(row.picture)) if row.picture else None
    return Notice(
        id=row.id,
        draft=Draft(
            row.title, row.topic, orjson.loads(row.texts), doors, read(row.audience), picture
        ),
        status=Announcing(row.status),
        total=row.total,
        reason=row.reason,
        created_at=row.created_at,
        send_at=row.send_at,
        frozen_at=row.frozen_at,
        finished_at=row.finished_at,
    )
