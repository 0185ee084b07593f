"""
What is to be told about seats, and to whom; and offered seats that nobody says a word about.

Everything is found by looking at the rows. That a person was told is written in the transaction of
the turn that tells them (`handlers.effects.ToldNews`), so it happens once, whoever else looks.

A seat that was offered and not confirmed in time goes on the list of staff, who call. Only a day
after that does it go to the next in line, and only if somebody waits.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import BigInteger, and_, case, exists, literal, or_, select, update

from handlers.effects import Wish
from handlers.seats import LIVE, News, Seat, Standing
from storage.engine import insert
from storage.matters import need
from storage.schema import activity, contact, request, seat
from storage.seating import give_up, known, live, seat_in

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

TOLD = {news: 1 << place for place, news in enumerate(News)}
"""The bit of `seat.told` for each piece of news."""

WEEK, DAY = timedelta(days=7), timedelta(days=1)
TOO_LATE = timedelta(days=2)
"""So shortly before an activity the reminder of a day before is enough."""

CALLED_FOR = timedelta(days=1)
"""How long staff have to call before a seat may go to somebody else."""

MOST = 200
"""Rows looked at in one go."""


class Due(NamedTuple):
    """
    Something to be told: to whom, about which seat, and after how many changes of the activity.
    """

    news: News
    account: str
    address: str
    seat: Seat
    revision: int


async def due(reader: AsyncEngine, accounts: Collection[str], now: datetime) -> Sequence[Due]:
    """What is to be told now to people of these accounts."""
    kinds = _kinds(now)
    kind = case(*((condition, news.value) for news, condition in kinds), else_="")
    wanted = (
        known()
        .add_columns(kind.label("news"), contact.c.account, contact.c.address)
        .join(contact, contact.c.id == seat.c.contact_id)
        .where(
            or_(*(condition for _, condition in kinds)),
            activity.c.starts_at > now,
            _reachable(),
            contact.c.account.in_(accounts),
        )
        .order_by(seat.c.id)
        .limit(MOST)
    )
    async with reader.connect() as connection:
        return [
            Due(News(row.news), row.account, row.address, seat_in(row), row.revision)
            for row in await connection.execute(wanted)
        ]


async def silent(reader: AsyncEngine, now: datetime) -> Sequence[Seat]:
    """Offered seats that staff should call about: no word in time, or nobody to send a word to."""
    wanted = (
        known()
        .outerjoin(contact, contact.c.id == seat.c.contact_id)
        .where(
            seat.c.standing == Standing.OFFERED,
            seat.c.called_at.is_(None),
            activity.c.starts_at > now,
            activity.c.cancelled_at.is_(None),
            or_(seat.c.until < now, ~_reachable()),
        )
        .order_by(seat.c.id)
        .limit(MOST)
    )
    async with reader.connect() as connection:
        return [seat_in(row) for row in await connection.execute(wanted)]


async def have_called(engine: AsyncEngine, one: Seat, text: str, now: datetime) -> None:
    """Put a seat on the list of staff, once."""
    async with engine.begin() as connection:
        listed = await connection.execute(
            update(seat)
            .where(
                seat.c.id == one.id,
                seat.c.standing == Standing.OFFERED,
                seat.c.called_at.is_(None),
            )
            .values(called_at=now)
            .returning(seat.c.contact_id)
        )
        row = listed.first()
        if row is None:
            return
        await connection.execute(
            insert(connection.dialect, request).values(
                contact_id=row.contact_id,
                wish=Wish.QUESTION.value,
                name=one.name,
                phone=one.phone,
                text=text,
                at=now,
            )
        )
        await connection.run_sync(need, row.contact_id, Wish.QUESTION.value, now)


async def release(engine: AsyncEngine, reader: AsyncEngine, now: datetime) -> int:
    """Give seats on to the next in line that staff had a day to call about; gives how many."""
    waits = seat.alias("waits")
    wanted = (
        select(seat.c.id)
        .join(activity, activity.c.id == seat.c.activity_id)
        .where(
            _overdue(now),
            activity.c.starts_at > now,
            activity.c.cancelled_at.is_(None),
            exists(
                select(literal(1)).where(
                    waits.c.activity_id == seat.c.activity_id,
                    waits.c.standing == Standing.WAITING,
                )
            ),
        )
        .order_by(seat.c.id)
        .limit(MOST)
    )
    async with reader.connect() as connection:
        numbers = list(await connection.scalars(wanted))
    count = 0
    for number in numbers:
        async with engine.begin() as connection:
            count += await connection.run_sync(_release, number, now)
    return count


def _release(connection: Connection, number: int, now: datetime) -> int:
    """Whoever confirmed a moment ago keeps the seat."""
    return give_up(connection, and_(seat.c.id == number, _overdue(now)), Standing.RELEASED, now)


def _overdue(now: datetime) -> ColumnElement[bool]:
    return and_(
        seat.c.standing == Standing.OFFERED,
        seat.c.called_at < now - CALLED_FOR,
        or_(seat.c.until.is_(None), seat.c.until < now),
    )


def _kinds(now: datetime) -> Sequence[tuple[News, ColumnElement[bool]]]:
    """For each piece of news, which seats it is of and not told yet."""
    on, starts = activity.c.cancelled_at.is_(None), activity.c.starts_at
    held = and_(seat.c.standing == Standing.HELD, on)
    # Who has not heard of an offer yet hears the new time with it.
    offered = seat.c.told.bitwise_and(TOLD[News.OFFER]) != 0
    knows = or_(seat.c.standing != Standing.OFFERED, offered)
    found: dict[News, ColumnElement[bool]] = {
        News.CANCELLED: and_(seat.c.standing.in_(LIVE), ~on),
        News.OFFER: and_(seat.c.standing == Standing.OFFERED, on),
        News.CHANGED: and_(live, knows, on, seat.c.at <= activity.c.changed_at),
        News.RELEASED: and_(seat.c.standing == Standing.RELEASED, on),
        News.DAY: and_(held, starts <= now + DAY, _taken_before(DAY)),
        News.WEEK: and_(held, starts <= now + WEEK, starts > now + TOO_LATE, _taken_before(WEEK)),
    }
    untold = {news: seat.c.told.bitwise_and(TOLD[news]) == 0 for news in found}
    return [(news, and_(condition, untold[news])) for news, condition in found.items()]


def _taken_before(time: timedelta) -> ColumnElement[bool]:
    """Whoever took a seat later than the reminder would come knows the day well enough."""
    return seat.c.at < activity.c.starts_at - _length(time)


def _length(time: timedelta) -> ColumnElement[int]:
    return literal(time // timedelta(microseconds=1), BigInteger)


def _reachable() -> ColumnElement[bool]:
    return and_(contact.c.unreachable_since.is_(None), contact.c.erased_at.is_(None))
