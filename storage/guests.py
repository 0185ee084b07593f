"""
Who comes to an activity: the list, who has come, who was there, and what staff do for somebody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, func, select, update

from handlers.seats import OCCUPIED, Standing
from storage.activities import deed
from storage.audit import note
from storage.queries import COMMUNE
from storage.schema import answer, registration, seat
from storage.seating import give_up, keep, known, live

if TYPE_CHECKING:
    from sqlalchemy import ScalarSelect, Select
    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.audit import Deed

PRODUCER = "est-name"


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


async def guests(reader: AsyncEngine, number: int) -> Sequence[Guest]:
    """Everybody on the list: those with a seat first, then the waiting list in its order."""
    last = seat.c.standing == Standing.WAITING
    wanted = _on_the_list().where(seat.c.activity_id == number).order_by(last, seat.c.id)
    async with reader.connect() as connection:
        return [_guest(row) for row in await connection.execute(wanted)]


async def ticket(reader: AsyncEngine, token: str) -> tuple[int, Guest] | None:
    """The activity and the guest of a ticket; None for one that is nobody's any more."""
    if not token:
        return None
    wanted = _on_the_list().where(seat.c.token == token)
    async with reader.connect() as connection:
        row = (await connection.execute(wanted)).first()
    return None if row is None else (row.activity_id, _guest(row))


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


async def mark(
    engine: AsyncEngine,
    number: int,
    there: Mapping[int, bool],
    at: datetime,
    by: int | None = None,
) -> None:
    """Write down who was there, by the numbers of their seats."""
    async with engine.begin() as connection:
        for one, was in there.items():
            await connection.execute(
                update(seat)
                .where(seat.c.id == one, seat.c.activity_id == number)
                .values(attended=was)
            )
        await note(connection, deed("attended", number, by), at)


async def confirm(
    engine: AsyncEngine, number: int, one: int, at: datetime, by: int | None = None
) -> bool:
    """Confirm an offered seat for somebody who said so on the phone; whether it was offered."""
    whose = and_(seat.c.id == one, seat.c.activity_id == number)
    return await _by_staff(engine, deed("confirm", number, by), at, lambda c: keep(c, whose))


async def take_back(
    engine: AsyncEngine, number: int, one: int, at: datetime, by: int | None = None
) -> bool:
    """Give up a seat for somebody who said so on the phone; whether there was one."""
    whose = and_(seat.c.id == one, seat.c.activity_id == number)
    return await _by_staff(
        engine, deed("give-up", number, by), at, lambda c: give_up(c, whose, Standing.GIVEN_UP, at)
    )


async def _by_staff(
    engine: AsyncEngine, what: Deed, at: datetime, do: Callable[[Connection], int]
) -> bool:
    async with engine.begin() as connection:
        count = await connection.run_sync(do)
        if count:
            await note(connection, what, at)
    return bool(count)


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
