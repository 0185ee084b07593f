"""The lists that one of staff has saved, each with a name; one may be what the list opens with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from storage.schema import saved_view

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

MOST = 30
"""Lists that one person can save."""


@dataclass(frozen=True, slots=True)
class View:
    """A saved list; `query` is what its address carries. One that is new has the number 0."""

    id: int
    name: str
    query: str
    first: bool


async def views_of(reader: AsyncEngine, person: int) -> list[View]:
    """What somebody has saved, the oldest first."""
    wanted = select(
        saved_view.c.id, saved_view.c.name, saved_view.c.query, saved_view.c.first
    ).where(saved_view.c.staff_id == person)
    async with reader.connect() as connection:
        return [View(*row) for row in await connection.execute(wanted.order_by(saved_view.c.id))]


async def save(connection: AsyncConnection, person: int, view: View) -> bool:
    """Save a list, in place of one of the same name; false where there are too many."""
    own = saved_view.c.staff_id == person
    await connection.execute(delete(saved_view).where(own, saved_view.c.name == view.name))
    saved = await connection.scalar(select(func.count()).select_from(saved_view).where(own))
    if saved is not None and saved >= MOST:
        return False
    if view.first:
        await connection.execute(update(saved_view).where(own).values(first=False))
    await connection.execute(
        insert(saved_view).values(
            staff_id=person, name=view.name, query=view.query, first=view.first
        )
    )
    return True


async def forget(connection: AsyncConnection, person: int, number: int) -> bool:
    """Forget a list; false where somebody has none of this number."""
    gone = await connection.execute(
        delete(saved_view).where(saved_view.c.staff_id == person, saved_view.c.id == number)
    )
    return gone.rowcount == 1
