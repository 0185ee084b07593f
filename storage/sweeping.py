"""
Rows that are due, removed without making anybody wait.

They are looked for on the reading engine, which holds nobody up, and removed by their keys in short
transactions, so that a turn never waits a tenth of a second for it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select, tuple_

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

SLICE = 500
"""Rows in one transaction."""


async def sweep(
    engine: AsyncEngine,
    reader: AsyncEngine,
    key: tuple[ColumnElement[Any], ...],
    due: ColumnElement[bool],
    remove: Callable[[Connection, list[tuple[Any, ...]]], None],
) -> int:
    """Remove all rows that are due, a slice at a time in the order of their key."""
    count = 0
    async for rows in _pages(reader, select(*key).where(due), key):
        async with engine.begin() as connection:
            await connection.run_sync(remove, rows)
        count += len(rows)
    return count


async def _pages(
    reader: AsyncEngine, wanted: Select[Any], key: tuple[ColumnElement[Any], ...]
) -> AsyncIterator[list[tuple[Any, ...]]]:
    """The keys of the rows wanted, in slices, each after the last one's end."""
    page = wanted.order_by(*key).limit(SLICE)
    after: tuple[Any, ...] | None = None
    while True:
        statement = page if after is None else page.where(tuple_(*key) > tuple_(*after))
        async with reader.connect() as connection:
            rows = [tuple(row) for row in await connection.execute(statement)]
        if not rows:
            return
        yield rows
        after = rows[-1]
