"""
Who has a seat: decided where everybody's seats are, in the transaction of the turn that asks.

Whoever takes a seat or gives one back holds the activity's row until the commit (SQLite has one
writer as it is). So no more seats are ever occupied than there are, whatever happens at once, and
a seat that comes free is the next one's in line before anybody else can ask for it.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, case, func, select, update

from content.folding import fold
from handlers.seats import (
    LIVE,
    MOST_OF_A_PHONE,
    OCCUPIED,
    AskSeats,
    Seat,
    SeatAnswer,
    SeatWish,
    Standing,
)
from storage.engine import insert
from storage.schema import activity, seat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.engine import Connection

TOKEN_BYTES = 18
live = seat.c.standing.in_(LIVE)


class Answered(NamedTuple):
    """What came of a wish: for which seat, and what the contact has now."""

    answer: SeatAnswer
    seat: int
    seats: tuple[Seat, ...]


class Hall(NamedTuple):
    """An activity whose row is held: its seats, how many are occupied, and how many wait."""

    id: int
    seats: int
    occupied: int
    waiting: int
    open_until: datetime
    starts: datetime


def answer(connection: Connection, contact: int, asked: AskSeats, at: datetime) -> Answered:
    """Do for this contact what is asked, if it can be done."""
    match asked.wish:
        case SeatWish.LOOK:
            done, number = SeatAnswer.DONE, asked.seat
        case SeatWish.TAKE:
            done, number = _take(connection, contact, asked, at)
        case SeatWish.LEAVE:
            left = _leave(connection, and_(_own(contact), seat.c.id == asked.seat), at)
            done, number = _done(left), asked.seat
        case SeatWish.NAME:
            named = update(seat).where(_own(contact), seat.c.id == asked.seat)
            done = _done(connection.execute(named.values(name=asked.name)).rowcount)
            number = asked.seat
        case SeatWish.KEEP:
            mine = and_(_own(contact), seat.c.id == asked.seat) if asked.seat else _own(contact)
            done, number = _done(keep(connection, mine)), asked.seat
    return Answered(done, number, seats_of(connection, contact, at))


def seats_of(connection: Connection, contact: int, at: datetime) -> tuple[Seat, ...]:
    """The seats that a contact has at activities to come."""
    wanted = known().where(
        seat.c.contact_id == contact,
        live,
        activity.c.ends_at > at,
        activity.c.cancelled_at.is_(None),
    )
    rows = connection.execute(wanted.order_by(activity.c.starts_at, seat.c.id))
    return tuple(seat_in(row) for row in rows)


def known() -> Select[Any]:
    """Seats with their activities; one that waits, with its place in the line."""
    ahead = seat.alias("ahead")
    line = (
        select(func.count())
        .where(
            ahead.c.activity_id == seat.c.activity_id,
            ahead.c.standing == Standing.WAITING,
            ahead.c.id <= seat.c.id,
        )
        .scalar_subquery()
    )
    waits = seat.c.standing == Standing.WAITING
    columns = (case((waits, line), else_=0).label("line"), activity.c.revision)
    return select(seat, *columns).join(activity, activity.c.id == seat.c.activity_id)


def seat_in(row: Any) -> Seat:
    """The seat of a row of `known`."""
    standing = Standing(row.standing)
    return Seat(
        row.id, row.activity_id, row.name, row.phone, standing, row.line, row.until, row.token
    )


def keep(connection: Connection, whose: ColumnElement[bool]) -> int:
    """Confirm those of these seats that are offered; gives how many."""
    kept = update(seat).where(whose, seat.c.standing == Standing.OFFERED)
    return connection.execute(kept.values(standing=Standing.HELD, until=None)).rowcount


def give_up(
    connection: Connection, whose: ColumnElement[bool], standing: Standing, at: datetime
) -> int:
    """Take seats back, in the name of a person or of staff; gives how many were live."""
    return _leave(connection, whose, at, standing)


def forget(connection: Connection, contact: int, at: datetime) -> None:
    """Take a person's name from every seat, and give back those at activities to come."""
    mine = seat.c.contact_id == contact
    coming = seat.c.activity_id.in_(select(activity.c.id).where(activity.c.ends_at > at))
    _leave(connection, and_(mine, coming), at)
    connection.execute(update(seat).where(mine).values(contact_id=None, name="", phone=""))


def named_since(before: datetime) -> ColumnElement[bool]:
    """Seats that still have a name, at activities that were over by then."""
    over = select(activity.c.id).where(activity.c.ends_at < before)
    return and_(seat.c.name != "", seat.c.activity_id.in_(over))


def forget_names(connection: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """Take names and phones from these seats; how many came stays known."""
    numbers = [number for (number,) in rows]
    connection.execute(update(seat).where(seat.c.id.in_(numbers)).values(name="", phone=""))


def _take(
    connection: Connection, contact: int, asked: AskSeats, at: datetime
) -> tuple[SeatAnswer, int]:
    hall = hold(connection, asked.activity)
    if hall is None or at >= hall.open_until:
        return SeatAnswer.CLOSED, 0
    here = connection.execute(
        select(seat.c.id, seat.c.name).where(_own(contact), seat.c.activity_id == hall.id)
    ).all()
    for row in here:
        if fold(row.name) == fold(asked.name):
            return SeatAnswer.ALREADY, row.id
    if len(here) >= MOST_OF_A_PHONE:
        return SeatAnswer.FULL_HANDS, 0
    free = hall.occupied < hall.seats and not hall.waiting
    new = insert(connection.dialect, seat).values(
        activity_id=hall.id,
        contact_id=contact,
        name=asked.name,
        phone=asked.phone,
        standing=Standing.HELD if free else Standing.WAITING,
        at=at,
        token=secrets.token_urlsafe(TOKEN_BYTES),
    )
    number = connection.execute(new.returning(seat.c.id)).scalar_one()
    return SeatAnswer.HELD if free else SeatAnswer.WAITING, number


def _leave(
    connection: Connection,
    whose: ColumnElement[bool],
    at: datetime,
    standing: Standing = Standing.GIVEN_UP,
) -> int:
    """Give seats back, and each at once to the next in line."""
    places = select(seat.c.activity_id).where(whose, live).distinct()
    count = 0
    for number in sorted(connection.scalars(places)):
        hall = hold(connection, number)
        given = update(seat).where(whose, live, seat.c.activity_id == number)
        count += connection.execute(given.values(standing=standing, until=None)).rowcount
        if hall is not None and at < hall.starts:
            move_up(connection, number)
    return count


def move_up(connection: Connection, number: int) -> None:
    """Offer what is free to those who wait longest."""
    hall = hold(connection, number)
    if hall is None or hall.occupied >= hall.seats or not hall.waiting:
        return
    first = (
        select(seat.c.id)
        .where(seat.c.activity_id == number, seat.c.standing == Standing.WAITING)
        .order_by(seat.c.id)
        .limit(hall.seats - hall.occupied)
    )
    connection.execute(
        update(seat).where(seat.c.id.in_(first)).values(standing=Standing.OFFERED, until=None)
    )


def hold(connection: Connection, number: int) -> Hall | None:
    """An activity that is not cancelled, whose row nobody else holds until the commit."""
    row = connection.execute(
        select(activity.c.id, activity.c.seats, activity.c.deadline, activity.c.starts_at)
        .where(activity.c.id == number, activity.c.cancelled_at.is_(None))
        .with_for_update()
    ).first()
    if row is None:
        return None
    counted = select(seat.c.standing, func.count()).where(seat.c.activity_id == number)
    found = connection.execute(counted.group_by(seat.c.standing))
    counts: dict[int, int] = {row[0]: row[1] for row in found}
    return Hall(
        row.id,
        row.seats,
        sum(counts.get(one, 0) for one in OCCUPIED),
        counts.get(Standing.WAITING, 0),
        row.deadline,
        row.starts_at,
    )


def _own(contact: int) -> ColumnElement[bool]:
    return and_(seat.c.contact_id == contact, live)


def _done(count: int) -> SeatAnswer:
    return SeatAnswer.DONE if count else SeatAnswer.GONE
