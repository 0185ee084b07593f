"""
Notices as rows: what is said, to whom, and how far each has come.

A notice goes from draft to ready and scheduled, and by itself, when it is due, to preparing,
sending and done; staff may pause, resume and cancel it on the way, and edit it until it is due.
Every step is one guarded statement, so two people (or two programs) that decide at the same moment
cannot both win, and each is noted in the audit with who and when.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import case, select, update

from handlers.effects import Attachment
from storage.audience import EVERYONE, Audience, read, written
from storage.audit import Deed, note
from storage.columns import Announcing
from storage.engine import insert
from storage.instants import micros
from storage.schema import notice

if TYPE_CHECKING:
    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncEngine

LATE = "late"
"""Why a notice waits that was due while no program ran."""

ERRORS = "errors"
"""Why a notice waits of which too much failed."""

BREAKS_RULES = "rules"
"""Why a notice waits that the service says breaks its rules."""

EDITABLE = (Announcing.DRAFT, Announcing.READY, Announcing.SCHEDULED)
"""A notice of which nobody has been told yet, nor chosen."""

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

    `reason` says why it is paused where nobody paused it (`LATE`, `ERRORS`, `BREAKS_RULES`), and
    `tested_at` when staff last sent it to themselves as it is now.
    """

    id: int
    draft: Draft
    status: Announcing
    total: int
    reason: str
    created_at: datetime
    tested_at: datetime | None
    send_at: datetime | None
    frozen_at: datetime | None
    finished_at: datetime | None


class Refused(Exception):
    """A notice cannot take this step from where it stands; `status` is where that is."""

    def __init__(self, status: Announcing) -> None:
        super().__init__(status.name.lower())
        self.status = status


async def create(engine: AsyncEngine, draft: Draft, at: datetime, by: int | None = None) -> int:
    """Write a new notice, made `by` one of staff; gives its number."""
    values = {**_written(draft), "status": Announcing.DRAFT, "created_at": at}
    async with engine.begin() as connection:
        row = await connection.execute(
            insert(connection.dialect, notice).values(**values).returning(notice.c.id)
        )
        number = int(row.scalar_one())
        await note(connection, _deed("create", number, by), at)
    return number


async def edit(
    engine: AsyncEngine, number: int, draft: Draft, at: datetime, by: int | None = None
) -> None:
    """
    Write a notice anew; raises Refused for one that is under way, or over.

    One that was ready is a draft again, and one that is scheduled goes out as it is now.
    """
    ready = (notice.c.status == Announcing.READY, int(Announcing.DRAFT))
    changes = {**_written(draft), "status": case(ready, else_=notice.c.status), "tested_at": None}
    await _step(engine, _deed("edit", number, by), number, at, EDITABLE, changes)


async def find(reader: AsyncEngine, number: int) -> Notice | None:
    """The notice with this number."""
    async with reader.connect() as connection:
        row = (await connection.execute(select(notice).where(notice.c.id == number))).first()
    return None if row is None else notice_in(row)


async def newest(
    reader: AsyncEngine,
    size: int = 50,
    states: Sequence[Announcing] = (),
    before: int | None = None,
) -> Sequence[Notice]:
    """The notices made last, newest first: in one of these states, and before that number."""
    wanted = select(notice).order_by(notice.c.id.desc()).limit(size)
    if states:
        wanted = wanted.where(notice.c.status.in_(states))
    if before is not None:
        wanted = wanted.where(notice.c.id < before)
    async with reader.connect() as connection:
        return [notice_in(row) for row in await connection.execute(wanted)]


async def make_ready(engine: AsyncEngine, number: int, at: datetime, by: int | None = None) -> None:
    """Say that a draft may go out; raises Refused for one that is no draft."""
    changes = {"status": int(Announcing.READY)}
    await _step(engine, _deed("ready", number, by), number, at, (Announcing.DRAFT,), changes)


async def note_test(engine: AsyncEngine, number: int, at: datetime, by: int | None = None) -> None:
    """Note that staff sent it to themselves; raises Refused for one that is under way, or over."""
    await _step(engine, _deed("test", number, by), number, at, EDITABLE, {"tested_at": at})


async def schedule(
    engine: AsyncEngine, number: int, send_at: datetime, at: datetime, by: int | None = None
) -> None:
    """Have a draft, or a ready one, sent from a moment on; raises Refused for any other."""
    changes = {"status": int(Announcing.SCHEDULED), "send_at": send_at}
    await _step(
        engine, _deed("send", number, by), number, at, (Announcing.DRAFT, Announcing.READY), changes
    )


async def recall(engine: AsyncEngine, number: int, at: datetime, by: int | None = None) -> None:
    """Take back the time of one that is scheduled; raises Refused where that has begun."""
    changes = {"status": int(Announcing.READY), "send_at": None}
    await _step(engine, _deed("recall", number, by), number, at, (Announcing.SCHEDULED,), changes)


async def pause(
    engine: AsyncEngine, number: int, at: datetime, reason: str = "", by: int | None = None
) -> None:
    """Send nothing more for now; raises Refused where nothing is on its way."""
    changes = {"status": int(Announcing.PAUSED), "reason": reason, "owner": ""}
    await _step(engine, _deed("pause", number, by), number, at, OPEN, changes)


async def resume(engine: AsyncEngine, number: int, at: datetime, by: int | None = None) -> None:
    """Go on where it was paused; raises Refused for one that is not paused."""
    where = case(
        (notice.c.frozen_at.is_not(None), int(Announcing.SENDING)),
        (notice.c.total > 0, int(Announcing.PREPARING)),
        else_=int(Announcing.SCHEDULED),
    )
    changes: dict[str, Any] = {"status": where, "reason": ""}
    changes["send_at"] = case((notice.c.total > 0, notice.c.send_at), else_=micros(at))
    await _step(engine, _deed("resume", number, by), number, at, (Announcing.PAUSED,), changes)


async def cancel(engine: AsyncEngine, number: int, at: datetime, by: int | None = None) -> None:
    """Never send what is not sent yet; raises Refused for one that is over."""
    changes = {"status": int(Announcing.CANCELLED), "finished_at": at}
    may = (Announcing.DRAFT, Announcing.READY, Announcing.PAUSED, *OPEN)
    await _step(engine, _deed("cancel", number, by), number, at, may, changes)


async def _step(
    engine: AsyncEngine,
    deed: Deed,
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
        await note(connection, deed, at)


def _deed(action: str, number: int, by: int | None) -> Deed:
    return Deed(f"notice-{action}", by, subject=f"notice {number}")


def _written(draft: Draft) -> dict[str, str]:
    return {
        "title": draft.title,
        "topic": draft.topic,
        "texts": orjson.dumps(dict(draft.texts)).decode(),
        "buttons": orjson.dumps([asdict(door) for door in draft.doors]).decode(),
        "audience": written(draft.audience),
        "picture": orjson.dumps(tuple(draft.picture)).decode() if draft.picture else "",
    }


def notice_in(row: Row[Any]) -> Notice:
    """The notice of a row of its table."""
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
        tested_at=row.tested_at,
        send_at=row.send_at,
        frozen_at=row.frozen_at,
        finished_at=row.finished_at,
    )
