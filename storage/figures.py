"""The figures of a report: what was sent, held and told in a time, each under its own key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from handlers.seats import Standing
from handlers.state import Status
from storage.columns import Announcing, Sending
from storage.schema import activity, delivery, notice, seat
from storage.statistics import Scope, by_commune, by_group, tally

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


async def figures(reader: AsyncEngine, since: datetime, until: datetime) -> Mapping[str, int]:
    """
    The figures of the time from `since` and before `until`.

    `registrations`, `activities`, `seats`, `attended`, `notices` and `told`; and of the
    registrations `status/…`, `channel/…`, `commune/…` and `group/…`.
    """
    scope = Scope(since, until, sent=True)
    counted = await tally(reader, scope)
    statuses = {one: number for one, number in counted.statuses.items() if one != Status.DRAFT}
    return {
        "registrations": sum(statuses.values()),
        **_under("status", statuses),
        **_under("channel", counted.channels),
        **_under("commune", await by_commune(reader, scope)),
        **_under("group", await by_group(reader, scope)),
        **await _activities(reader, since, until),
        **await _notices(reader, since, until),
    }


def _under(kind: str, counts: Mapping[str, int]) -> dict[str, int]:
    return {f"{kind}/{name}": number for name, number in counts.items() if name}


async def _activities(reader: AsyncEngine, since: datetime, until: datetime) -> dict[str, int]:
    """Those that were held, the seats that were kept, and who was there."""
    held = (
        activity.c.ends_at >= since,
        activity.c.ends_at < until,
        activity.c.cancelled_at.is_(None),
    )
    kept = (
        select(func.count())
        .select_from(seat)
        .join(activity)
        .where(*held, seat.c.standing == Standing.HELD)
    )
    there = or_(seat.c.attended, seat.c.arrived_at.is_not(None) & seat.c.attended.is_(None))
    async with reader.connect() as connection:
        return {
            "activities": await connection.scalar(select(func.count()).where(*held)) or 0,
            "seats": await connection.scalar(kept) or 0,
            "attended": await connection.scalar(kept.where(there)) or 0,
        }


async def _notices(reader: AsyncEngine, since: datetime, until: datetime) -> dict[str, int]:
    """Those that were sent, and how many messages of them."""
    over = (Announcing.DONE, Announcing.CANCELLED)
    sent = (
        notice.c.finished_at >= since,
        notice.c.finished_at < until,
        notice.c.status.in_(over),
        notice.c.total > 0,
    )
    told = (
        select(func.count())
        .select_from(delivery)
        .join(notice, notice.c.id == delivery.c.notice_id)
        .where(*sent, delivery.c.status == Sending.SENT)
    )
    async with reader.connect() as connection:
        return {
            "notices": await connection.scalar(select(func.count()).where(*sent)) or 0,
            "told": await connection.scalar(told) or 0,
        }
