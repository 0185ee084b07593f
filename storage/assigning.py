"""Whose work a registration is: given to a colleague, or to nobody again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from content.ordering import order_of_person
from storage.queries import made_in
from storage.schema import registration, staff
from storage.staff import Role

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine


async def workers(reader: AsyncEngine) -> dict[int, str]:
    """The names of the colleagues that work can be given to, by number, in order of name."""
    wanted = select(staff.c.id, staff.c.name).where(
        staff.c.disabled_at.is_(None), staff.c.role != Role.VIEWER.value
    )
    async with reader.connect() as connection:
        found = (await connection.execute(wanted)).all()
    return {row.id: row.name for row in sorted(found, key=lambda row: order_of_person(row.name))}


async def assign(
    connection: AsyncConnection,
    numbers: Collection[int],
    worker: int | None,
    communes: frozenset[str] | None,
) -> int:
    """
    Give registrations to a colleague, or to nobody; gives how many there were.

    Only those in these communes are, which are an officer's own. A talk does not hear of it.
    """
    meant: list[ColumnElement[bool]] = [registration.c.id.in_(numbers)]
    if communes is not None:
        meant.append(made_in(communes))
    given = await connection.execute(update(registration).where(*meant).values(assigned_to=worker))
    return given.rowcount
