"""Data that got where they should not: what is known, and what was done about it, by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import insert, select, update

from storage.audit import Deed, note
from storage.schema import breach, staff

if TYPE_CHECKING:
    from sqlalchemy import Row, Select
    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.petitions import Who

STEPS = ("reported", "told", "closed")
"""To the authority, to the people concerned; then it is over."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known at first; `people` is how many are concerned, where that is known."""

    found_at: datetime
    due: datetime
    what: str
    affected: str
    people: int | None
    measures: str


@dataclass(frozen=True, slots=True)
class Breach(Draft):
    """A breach as it stands; `by` is who wrote it down."""

    id: int
    reported_at: datetime | None
    told_at: datetime | None
    closed_at: datetime | None
    by: str


async def create(engine: AsyncEngine, draft: Draft, who: Who, at: datetime) -> int:
    """Write one down; gives its number."""
    async with engine.begin() as connection:
        made = await connection.execute(
            insert(breach)
            .values(
                found_at=draft.found_at,
                due=draft.due,
                what=draft.what,
                affected=draft.affected,
                people=draft.people,
                measures=draft.measures,
                staff_id=who.staff,
            )
            .returning(breach.c.id)
        )
        number = int(made.scalar_one())
        deed = Deed("breach.made", who.staff, f"breach {number}", "", who.address)
        await note(connection, deed, at)
    return number


class Known(NamedTuple):
    """What is known of a breach, as far as more may come to be known."""

    what: str
    affected: str
    people: int | None
    measures: str


async def amend(
    engine: AsyncEngine, number: int, was: Known, known: Known, who: Who, at: datetime
) -> bool:
    """Put down what is known by now; False where it is over, or no longer says what it `was`."""
    same = (breach.c[name].is_not_distinct_from(value) for name, value in was._asdict().items())
    async with engine.begin() as connection:
        changed = await connection.execute(
            update(breach)
            .where(breach.c.id == number, breach.c.closed_at.is_(None), *same)
            .values(known._asdict())
        )
        if changed.rowcount:
            deed = Deed("breach.amended", who.staff, f"breach {number}", "", who.address)
            await note(connection, deed, at)
    return changed.rowcount == 1


async def take_step(engine: AsyncEngine, number: int, step: str, who: Who, at: datetime) -> bool:
    """Note that a step was taken now; one that was taken before stays as it is."""
    column = breach.c[f"{step}_at"]
    async with engine.begin() as connection:
        taken = await connection.execute(
            update(breach).where(breach.c.id == number, column.is_(None)).values({column: at})
        )
        if taken.rowcount:
            deed = Deed(f"breach.{step}", who.staff, f"breach {number}", "", who.address)
            await note(connection, deed, at)
    return taken.rowcount == 1


async def every(reader: AsyncEngine) -> tuple[Breach, ...]:
    """All of them, the newest first."""
    return await _read(reader, _breaches().order_by(breach.c.id.desc()))


async def find(reader: AsyncEngine, number: int) -> Breach | None:
    """The one with this number."""
    found = await _read(reader, _breaches().where(breach.c.id == number))
    return found[0] if found else None


def _breaches() -> Select[Any]:
    return select(breach, staff.c.name.label("by")).outerjoin(
        staff, staff.c.id == breach.c.staff_id
    )


async def _read(reader: AsyncEngine, wanted: Select[Any]) -> tuple[Breach, ...]:
    async with reader.connect() as connection:
        return tuple(map(_breach, await connection.execute(wanted)))


def _breach(row: Row[Any]) -> Breach:
    return Breach(
        found_at=row.found_at,
        due=row.due,
        what=row.what,
        affected=row.affected,
        people=row.people,
        measures=row.measures,
        id=row.id,
        reported_at=row.reported_at,
        told_at=row.told_at,
        closed_at=row.closed_at,
        by=row.by or "",
    )
