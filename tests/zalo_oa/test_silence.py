"""Whoever reads the log, or asks the doctor, hears of it when Zalo brings nothing any more."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.channels.watching import watch
from bot.channels.zalo_silence import Silence
from storage.schema import inbox
from tests.inside import tables
from tests.whole.until import until
from tests.zalo_oa.serving import ACCOUNT

EVENING = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)  # 20:30 in Vietnam
NEXT = EVENING + timedelta(hours=12)


@pytest.fixture
async def engines(database: str) -> AsyncIterator[tuple[AsyncEngine, AsyncEngine]]:
    async with tables(database) as both:
        yield both


async def heard(engine: AsyncEngine, every: timedelta, last: datetime = EVENING) -> None:
    """In the week to then, an event came every so often."""
    rows = [
        {"account": ACCOUNT, "update_key": f"k{n}", "address": "1", "at": last - n * every}
        for n in range(int(timedelta(days=7) / every))
    ]
    async with engine.begin() as connection:
        await connection.execute(insert(inbox), rows)


BUSY, QUIET = timedelta(minutes=10), timedelta(hours=14)


@pytest.mark.parametrize(
    ("every", "now", "hours"),
    [
        (BUSY, EVENING + timedelta(hours=3), 0),
        (BUSY, NEXT, 0),
        (BUSY, NEXT + timedelta(hours=2, minutes=30), 4),
        (BUSY, NEXT + timedelta(hours=9), 11),
        (QUIET, NEXT + timedelta(hours=9), 0),
        (QUIET, NEXT + timedelta(days=14), 198),
    ],
    ids=["at night", "in the morning", "by noon", "by evening", "a quiet account", "for weeks"],
)
async def test_how_long_is_too_long_depends_on_what_is_usual(
    engines: tuple[AsyncEngine, AsyncEngine], every: timedelta, now: datetime, hours: int
) -> None:
    engine, reader = engines
    await heard(engine, every)

    trouble = await Silence(reader, ACCOUNT, lambda: now).trouble()

    assert bool(trouble) == bool(hours)
    if hours:
        assert f"no event for {hours} hours" in trouble


async def test_nothing_is_missed_where_nothing_ever_came(
    engines: tuple[AsyncEngine, AsyncEngine],
) -> None:
    assert not await Silence(engines[1], ACCOUNT, lambda: NEXT).trouble()


async def test_it_is_said_in_the_log_and_that_it_is_over(
    engines: tuple[AsyncEngine, AsyncEngine], caplog: pytest.LogCaptureFixture
) -> None:
    engine, reader = engines
    await heard(engine, BUSY)
    now = NEXT + timedelta(hours=5)
    silence = Silence(reader, ACCOUNT, lambda: now)

    def said() -> list[str]:
        return [one.getMessage() for one in caplog.records if one.name == "bot.channels.watching"]

    with caplog.at_level(logging.WARNING):
        watching = asyncio.create_task(watch(ACCOUNT, silence.trouble, 0.01))
        await until(lambda: len(said()) == 1)
        async with engine.begin() as connection:
            row = {"account": ACCOUNT, "update_key": "new", "address": "1", "at": now}
            await connection.execute(insert(inbox), [row])
        await until(lambda: len(said()) == 2)
        watching.cancel()

    assert "no event for 7 hours" in said()[0]
    assert said()[1].endswith("all is well again")
