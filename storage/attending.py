"""
Who of staff has taken whom, whoever is first; and talks in which nobody answers any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import or_, select, update

from handlers.effects import Wish
from storage.engine import insert
from storage.matters import close_if_done
from storage.queries import agreed_to, made_in
from storage.requests import mark_answered
from storage.schema import contact, matter, registration, staff

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

BY_STAFF = "staff"
"""Why there is a matter where the person has asked for nothing."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Whether somebody has a matter now; else who has it, with their number."""

    ours: bool
    staff: int = 0
    name: str = ""


async def take(
    connection: AsyncConnection, person: int, me: int, instead_of: int, at: datetime
) -> Taken:
    """
    Take a matter that nobody has, or that of a colleague by name of their number.

    Whoever was quicker keeps it.
    """
    free = or_(matter.c.staff_id.is_(None), matter.c.staff_id.in_([me, instead_of]))
    taken = await connection.execute(
        update(matter)
        .where(matter.c.contact_id == person, free)
        .values(staff_id=me, closed_at=None, changed_at=at)
    )
    if taken.rowcount:
        return Taken(ours=True)
    other = select(staff.c.id, staff.c.name).join(matter, matter.c.staff_id == staff.c.id)
    row = (await connection.execute(other.where(matter.c.contact_id == person))).one_or_none()
    return Taken(ours=False, staff=row.id, name=row.name) if row else Taken(ours=False)


async def begin(connection: AsyncConnection, person: int, at: datetime) -> None:
    """Open the matter of somebody who has asked for nothing: it is staff who turn to them."""
    new = insert(connection.dialect, matter).values(
        contact_id=person, why=BY_STAFF, since=at, changed_at=at
    )
    await connection.execute(new.on_conflict_do_nothing())


async def contact_of(reader: AsyncEngine, number: int, communes: frozenset[str] | None) -> int:
    """The contact that a registration was made by, if it may be seen; 0 where there is none."""
    wanted = select(registration.c.contact_id).where(registration.c.id == number, agreed_to)
    if communes is not None:
        wanted = wanted.where(made_in(communes))
    async with reader.connect() as connection:
        return int(await connection.scalar(wanted) or 0)


class Idle(NamedTuple):
    """A talk in which nobody has said anything for so long that it is to come back to us."""

    person: int
    account: str
    address: str
    until: datetime


async def idle(
    reader: AsyncEngine, accounts: Sequence[str], now: datetime, most: int
) -> Sequence[Idle]:
    """Those of these accounts, at most so many, the longest first."""
    wanted = (
        select(matter.c.contact_id, contact.c.account, contact.c.address, matter.c.until)
        .join(contact, contact.c.id == matter.c.contact_id)
        .where(matter.c.until <= now, contact.c.account.in_(accounts))
        .order_by(matter.c.until)
        .limit(most)
    )
    async with reader.connect() as connection:
        return [Idle(*row) for row in await connection.execute(wanted)]


async def let_go(connection: AsyncConnection, person: int, at: datetime) -> None:
    """
    A talk that has come back by itself is nobody's, and done with if staff had the last word.

    Nothing where somebody has spoken in it meanwhile.
    """
    gone = await connection.execute(
        update(matter)
        .where(matter.c.contact_id == person, matter.c.until.is_(None))
        .values(staff_id=None, changed_at=at)
        .returning(matter.c.waiting_since)
    )
    row = gone.one_or_none()
    if row is not None and row.waiting_since is None:
        await mark_answered(connection, person, (Wish.QUESTION,), at)
        await connection.run_sync(close_if_done, person, None, at)
