"""
Changes to an activity that people have seats at: they are told of a new time or place, once.

Whoever changes it holds its row, as whoever takes a seat does. Seats are never fewer than are
occupied, and those that are added go to whoever waits.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import select, update

from handlers.seats import News
from storage.activities import columns_of, deed, invited
from storage.audit import note
from storage.schema import activity, seat
from storage.seat_news import TOLD
from storage.seating import hold, live, move_up

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

    from content.activities import Activity
    from storage.activities import Invitation

STALE = TOLD[News.CHANGED] | TOLD[News.WEEK] | TOLD[News.DAY]
"""What is to be told anew once the time or the place is another."""


class TooFew(Exception):
    """More seats are occupied than there would be; `occupied` is how many."""

    def __init__(self, occupied: int) -> None:
        super().__init__(occupied)
        self.occupied = occupied


class Gone(Exception):
    """The activity was called off."""


async def edit(
    engine: AsyncEngine,
    number: int,
    one: Activity,
    at: datetime,
    by: int | None = None,
    invitation: Invitation | None = None,
) -> bool:
    """
    Write an activity anew; whether people with seats are told of it.

    Without an `invitation` it is announced as before.
    Raises TooFew, Gone, or LookupError where there is none.
    """
    async with engine.begin() as connection:
        moved = await connection.run_sync(_edit, number, one, invitation, at)
        await note(connection, deed("edit", number, by), at)
    return moved


def _edit(
    connection: Connection,
    number: int,
    one: Activity,
    invitation: Invitation | None,
    at: datetime,
) -> bool:
    before = connection.execute(select(activity).where(activity.c.id == number)).one_or_none()
    if before is None:
        raise LookupError(number)
    hall = hold(connection, number)
    if hall is None:
        raise Gone
    if one.seats < hall.occupied:
        raise TooFew(hall.occupied)
    values = columns_of(one)
    moved = _where_and_when(before._mapping) != _where_and_when(values)
    if moved:
        values |= {"revision": activity.c.revision + 1, "changed_at": at}
        untold = update(seat).where(seat.c.activity_id == number, live)
        connection.execute(untold.values(told=seat.c.told.bitwise_and(~STALE)))
    if invitation is not None:
        values |= invited(invitation)
    connection.execute(update(activity).where(activity.c.id == number).values(**values))
    move_up(connection, number)
    return moved


def _where_and_when(row: Any) -> tuple[object, ...]:
    places = {language: words["place"] for language, words in orjson.loads(row["words"]).items()}
    return row["starts_at"], row["ends_at"], places
