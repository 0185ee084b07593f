"""
Rate limits as rows, shared by all workers of a database.

A bucket hands out consecutive time slots: one `UPDATE … RETURNING` reserves any number of them, in
the fair order of the row's lock, and nobody polls. The clock is the database's on PostgreSQL, where
the workers' own may differ, and this process's on SQLite, which has one worker.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    case,
    cast,
    extract,
    func,
    literal,
    select,
    update,
)

from storage.engine import insert
from storage.instants import SECOND
from storage.schema import rate_bucket

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect
    from sqlalchemy.ext.asyncio import AsyncEngine

CALM = 60 * SECOND
"""How long after a block the pace is still kept, and a second block means that it was too fast."""

SLOWEST = 2 * SECOND
SLOWER = 1.4
MARGIN = 1.03
"""Slots lie 3 % further apart than the limit, for the other side counts with another clock."""


@dataclass(frozen=True, slots=True)
class Slots:
    """The first slot is `wait` seconds from now, the others follow `step` seconds apart."""

    wait: float
    step: float


def clock(dialect: Dialect) -> ColumnElement[int]:
    """
    Microseconds since 1970, by the clock that all workers of this database share.

    To be taken within the transaction: SQLite's is read here, and whoever writes may have to wait.
    """
    if dialect.name == "sqlite":
        return literal(time.time_ns() // 1000, BigInteger)
    return cast(extract("epoch", func.clock_timestamp()) * SECOND, BigInteger)


class Buckets:
    """The limits in a database, by key."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def prepare(self, limits: Iterable[tuple[str, float]]) -> None:
        """
        Make sure that a bucket is there for each key, with its limit a second.

        Where the other side asked for a slower pace lately, that is kept.
        """
        rows = [{"key": key, "tat": 0, "step": _step(limit)} for key, limit in limits]
        if not rows:
            return
        new = insert(self._engine.dialect, rate_bucket).values(rows)
        async with self._engine.begin() as connection:
            calm = rate_bucket.c.blocked_until + CALM < clock(self._engine.dialect)
            await connection.execute(
                new.on_conflict_do_update(
                    index_elements=["key"], set_={"step": new.excluded.step}, where=calm
                )
            )

    async def reserve(self, key: str, count: int) -> Slots:
        """Take the next `count` slots; none lies before the end of a block."""
        span = count * rate_bucket.c.step
        async with self._engine.begin() as connection:
            now = clock(self._engine.dialect)
            begin = _later(_later(rate_bucket.c.tat, rate_bucket.c.blocked_until), now)
            found = await connection.execute(
                update(rate_bucket)
                .where(rate_bucket.c.key == key)
                .values(tat=begin + span)
                .returning((rate_bucket.c.tat - span - now).label("wait"), rate_bucket.c.step)
            )
            wait, step = found.one()
        return Slots(wait / SECOND, step / SECOND)

    async def block(self, key: str, seconds: float, limit: float) -> None:
        """
        Nothing more for `seconds`, said the other side; afterwards at most `limit` a second.

        Told so again while that pace was kept, the pace is cut; calm brings it back.
        """
        until, step = rate_bucket.c.blocked_until, rate_bucket.c.step
        slower = cast(step * SLOWER, BigInteger)
        async with self._engine.begin() as connection:
            now = clock(self._engine.dialect)
            pace = case(
                (until > now, step),
                (until + CALM > now, case((slower < SLOWEST, slower), else_=SLOWEST)),
                else_=_step(limit),
            )
            await connection.execute(
                update(rate_bucket)
                .where(rate_bucket.c.key == key)
                .values(blocked_until=_later(until, now + round(seconds * SECOND)), step=pace)
            )

    async def blocked(self, key: str) -> float:
        """Seconds until the block of a bucket ends; negative when it ended, that long ago."""
        async with self._engine.begin() as connection:
            left = rate_bucket.c.blocked_until - clock(self._engine.dialect)
            found = await connection.scalar(select(left).where(rate_bucket.c.key == key))
        return -float("inf") if found is None else found / SECOND


def _step(limit: float) -> int:
    return round(SECOND * MARGIN / limit)


def _later(one: ColumnElement[int], other: ColumnElement[int]) -> ColumnElement[int]:
    return case((one > other, one), else_=other)
