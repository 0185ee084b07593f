"""What becomes of notices by itself: one that is due is begun, and one that is over is closed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select, update

from storage.columns import Announcing
from storage.notices import LATE, notice_in
from storage.schema import notice

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.notices import Notice


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
    return None if row is None else notice_in(row)


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
