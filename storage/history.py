"""What happened to a registration since it was sent, and what staff noted about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from storage.schema import history, note, staff

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine


@dataclass(frozen=True, slots=True)
class Change:
    """
    One change: of an answer, or without a `question` of the status.

    `by` is the name of who of the staff made it, empty where that was the producer.
    """

    at: datetime
    product: int
    question: str
    before: str
    after: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """What one of the staff noted."""

    at: datetime
    by: str
    text: str


async def read_history(reader: AsyncEngine, number: int) -> tuple[Change, ...]:
    """Every change of a registration, the newest first."""
    wanted = (
        select(
            history.c.at,
            history.c.product,
            history.c.question,
            history.c.before,
            history.c.after,
            staff.c.name,
            history.c.reason,
        )
        .outerjoin(staff, staff.c.id == history.c.staff_id)
        .where(history.c.registration_id == number)
        .order_by(history.c.at.desc(), history.c.id.desc())
    )
    async with reader.connect() as connection:
        return tuple(
            Change(*row[:5], row.name or "", row.reason) for row in await connection.execute(wanted)
        )


async def read_notes(reader: AsyncEngine, number: int) -> tuple[Note, ...]:
    """Every note about a registration, the newest first."""
    wanted = (
        select(note.c.at, staff.c.name, note.c.text)
        .join(staff, staff.c.id == note.c.staff_id)
        .where(note.c.registration_id == number)
        .order_by(note.c.at.desc(), note.c.id.desc())
    )
    async with reader.connect() as connection:
        return tuple(Note(*row) for row in await connection.execute(wanted))


async def add_note(
    connection: AsyncConnection, number: int, by: int, text: str, at: datetime
) -> None:
    """Note something about a registration."""
    row = insert(note).values(registration_id=number, staff_id=by, at=at, text=text)
    await connection.execute(row)
