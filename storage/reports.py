"""Reports as they were issued: what they said then they say for ever."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import select

from storage.audit import Deed, note
from storage.engine import insert
from storage.schema import report, staff

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

Kept = tuple[str, int, int, int]
"""A period: its span, its year, its number in it, and the closing day."""

Figures = Mapping[str, Sequence[int]]
"""A number for each column of a report, by the key of its line."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A report: its period, what it says, and when and by whom it was issued."""

    id: int
    span: str
    year: int
    number: int
    closing: int
    figures: Figures
    issued_at: datetime
    by: str


async def issue(
    engine: AsyncEngine, period: Kept, figures: Figures, deed: Deed, at: datetime
) -> int:
    """Keep a report for a period; gives its own number."""
    span, year, number, closing = period
    async with engine.begin() as connection:
        await note(connection, deed, at)
        made = await connection.execute(
            insert(connection.dialect, report)
            .values(
                span=span,
                year=year,
                number=number,
                closing=closing,
                figures=orjson.dumps(dict(figures)).decode(),
                issued_at=at,
                staff_id=deed.staff,
            )
            .returning(report.c.id)
        )
        return int(made.scalar_one())


async def issued(reader: AsyncEngine, size: int = 50) -> Sequence[Issued]:
    """The reports issued last, newest first."""
    async with reader.connect() as connection:
        rows = await connection.execute(_reports().order_by(report.c.id.desc()).limit(size))
        return [_issued(row) for row in rows]


async def find_report(reader: AsyncEngine, number: int) -> Issued | None:
    """The report with this number."""
    async with reader.connect() as connection:
        row = (await connection.execute(_reports().where(report.c.id == number))).one_or_none()
    return _issued(row) if row else None


def _reports() -> Any:
    return select(
        report.c.id,
        report.c.span,
        report.c.year,
        report.c.number,
        report.c.closing,
        report.c.figures,
        report.c.issued_at,
        staff.c.name,
    ).join(staff, staff.c.id == report.c.staff_id)


def _issued(row: Any) -> Issued:
    number, span, year, place, closing, figures, at, by = row
    return Issued(number, span, year, place, closing, orjson.loads(figures), at, by)
