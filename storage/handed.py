"""
Lists that staff hand in, kept row by row until they are made into registrations.

A list is kept for a few days, for whoever handed it in to take its outcome back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, update

from storage.prepared import Prepared
from storage.schema import handed_in, handed_row

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

forget_old = Prepared(
    lambda _: delete(handed_in).where(handed_in.c.id == bindparam("list")), "list"
).many
"""Removes lists, with all their rows."""


def handed_before(at: datetime) -> ColumnElement[bool]:
    """Whether a list was handed in before this time."""
    return handed_in.c.at < at


@dataclass(frozen=True, slots=True)
class List:
    """A list as it was handed in; `mapping` has the question of each column that answers one."""

    id: int
    name: str
    at: datetime
    head: list[str]
    mapping: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of it; `outcome` is empty as long as nothing came of it."""

    n: int
    cells: list[str]
    outcome: str
    registration: int | None


async def keep(
    engine: AsyncEngine,
    staff: int,
    name: str,
    rows: Sequence[list[str]],
    at: datetime,
    kind: str = "",
) -> int:
    """Keep a list, whose first row are its headings; gives its number."""
    async with engine.begin() as connection:
        made = await connection.execute(
            insert(handed_in)
            .values(staff_id=staff, name=name, at=at, head=json.dumps(rows[0]), kind=kind)
            .returning(handed_in.c.id)
        )
        number = int(made.scalar_one())
        lines = [
            {"handed_id": number, "n": n, "cells": json.dumps(cells)}
            for n, cells in enumerate(rows[1:], 1)
        ]
        await connection.execute(insert(handed_row), lines)
    return number


async def lists_of(reader: AsyncEngine, staff: int, kind: str = "") -> list[List]:
    """What somebody handed in of a kind, the newest first."""
    wanted = select(handed_in).where(handed_in.c.staff_id == staff, handed_in.c.kind == kind)
    async with reader.connect() as connection:
        found = await connection.execute(wanted.order_by(handed_in.c.id.desc()))
        return [_list(row) for row in found]


async def one_list(reader: AsyncEngine, number: int, staff: int, kind: str = "") -> List | None:
    """The list of this number, if it is theirs."""
    return next((one for one in await lists_of(reader, staff, kind) if one.id == number), None)


async def lines_of(reader: AsyncEngine, number: int) -> list[Line]:
    """The rows of a list in order."""
    wanted = select(
        handed_row.c.n, handed_row.c.cells, handed_row.c.outcome, handed_row.c.registration_id
    ).where(handed_row.c.handed_id == number)
    async with reader.connect() as connection:
        rows = (await connection.execute(wanted.order_by(handed_row.c.n))).all()
    return [Line(row.n, json.loads(row.cells), row.outcome, row.registration_id) for row in rows]


async def map_columns(engine: AsyncEngine, number: int, mapping: Mapping[int, str]) -> None:
    """Note which question each column answers."""
    async with engine.begin() as connection:
        await connection.execute(
            update(handed_in).where(handed_in.c.id == number).values(mapping=json.dumps(mapping))
        )


async def note_outcomes(
    connection: AsyncConnection, number: int, outcomes: Mapping[int, tuple[str, int]]
) -> None:
    """Note of rows of a list what became of them, and of which registration."""
    rows = [
        {"row": n, "became": outcome, "made": registration}
        for n, (outcome, registration) in outcomes.items()
    ]
    if rows:
        this = (handed_row.c.handed_id == number) & (handed_row.c.n == bindparam("row"))
        became: dict[str, Any] = {
            "outcome": bindparam("became"),
            "registration_id": bindparam("made"),
        }
        await connection.execute(update(handed_row).where(this).values(**became), rows)


async def forget(connection: AsyncConnection, number: int, staff: int) -> bool:
    """Forget a list with its rows; false where they have none of this number."""
    gone = await connection.execute(
        delete(handed_in).where(handed_in.c.id == number, handed_in.c.staff_id == staff)
    )
    return gone.rowcount == 1


def _list(row: Any) -> List:
    mapping = json.loads(row.mapping or "{}")
    return List(
        row.id,
        row.name,
        row.at,
        json.loads(row.head),
        {int(column): key for column, key in mapping.items()},
    )
