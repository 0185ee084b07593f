"""A job of the clock is done when it is due, by one process at a time, whatever becomes of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, insert

from bot.jobs import Job, Jobs, daily, every
from storage.jobs import Rota
from storage.outbox import Ledger
from storage.schema import job, worker
from tests.storage.desk import Desk, desk
from tests.whole.until import until

NOW = timedelta()
HOUR = timedelta(hours=1)


@dataclass(slots=True)
class Work:
    """What a job is to do, and how often it was begun."""

    begun: int = 0
    trouble: Exception | None = None
    may_end: asyncio.Event = field(default_factory=asyncio.Event)

    async def do(self) -> None:
        self.begun += 1
        if self.trouble:
            raise self.trouble
        await self.may_end.wait()


@pytest.fixture
async def office(database: str) -> AsyncIterator[Desk]:
    async with desk(database) as one:
        yield one


@asynccontextmanager
async def process(office: Desk, name: str, *jobs: Job) -> AsyncIterator[None]:
    """A process that gives a sign of life and does its jobs."""
    ledger = Ledger(office.engine, name)
    await ledger.beat()
    rota = Rota(office.engine, office.reader, name, ledger.living)
    running = asyncio.create_task(Jobs(rota, jobs, 0.02).run())
    try:
        yield
        assert not running.done()
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def due_at(office: Desk) -> dict[str, datetime]:
    return {row["name"]: row["due_at"] for row in await office.rows(job)}


def settled(office: Desk) -> Callable[[], Awaitable[bool]]:
    async def look() -> bool:
        rows = await office.rows(job)
        late = [row for row in rows if row["owner"] or row["due_at"] <= datetime.now(UTC)]
        return bool(rows) and not late

    return look


async def test_one_that_is_due_is_done_once_by_all_processes(office: Desk) -> None:
    work = Work()
    await due(office, "sweep")
    async with AsyncExitStack() as opened:
        for name in ("w1", "w2", "w3"):
            await opened.enter_async_context(
                process(office, name, Job("sweep", every(HOUR), work.do))
            )
        await until(lambda: work.begun)
        work.may_end.set()
        await until(settled(office))

    assert work.begun == 1
    assert (await due_at(office))["sweep"] > datetime.now(UTC) + HOUR / 2


async def test_a_new_one_waits_for_its_time(office: Desk) -> None:
    work = Work()
    async with process(office, "w1", Job("sweep", every(HOUR), work.do)):
        await until(settled(office))

    assert work.begun == 0


async def test_what_a_dead_process_was_doing_is_done_by_another(office: Desk) -> None:
    work = Work()
    await due(office, "sweep", "w1")
    await Ledger(office.engine, "w1").beat()
    async with process(office, "w2", Job("sweep", every(HOUR), work.do)):
        await asyncio.sleep(0.1)
        assert work.begun == 0
        async with office.engine.begin() as connection:
            await connection.execute(delete(worker).where(worker.c.id == "w1"))
        await until(lambda: work.begun)


async def test_a_long_one_holds_up_no_other(office: Desk) -> None:
    long, short = Work(), Work()
    short.may_end.set()
    await due(office, "long")
    await due(office, "short")
    jobs = (Job("long", every(HOUR), long.do), Job("short", every(NOW), short.do))
    async with process(office, "w1", *jobs):
        await until(lambda: short.begun > 2)

    assert long.begun == 1


@pytest.mark.parametrize("trouble", [OSError("full"), ValueError("a mistake of ours")])
async def test_one_that_fails_is_due_again(office: Desk, trouble: Exception) -> None:
    work = Work(trouble=trouble)
    await due(office, "sweep")
    async with process(office, "w1", Job("sweep", every(NOW), work.do)):
        await until(lambda: work.begun > 1)


async def test_one_that_was_cut_off_is_done_at_the_next_start(office: Desk) -> None:
    work = Work()
    await due(office, "sweep")
    async with process(office, "w1", Job("sweep", every(HOUR), work.do)):
        await until(lambda: work.begun)
    await Ledger(office.engine, "w1").leave()

    async with process(office, "w2", Job("sweep", every(HOUR), work.do)):
        await until(lambda: work.begun > 1)


async def test_a_database_without_tables_is_no_reason_to_end(office: Desk) -> None:
    async with office.engine.begin() as connection:
        await connection.run_sync(job.drop)
    work = Work()
    async with process(office, "w1", Job("sweep", every(NOW), work.do)):
        await asyncio.sleep(0.1)
        async with office.engine.begin() as connection:
            await connection.run_sync(job.create)
        await until(lambda: work.begun)


def test_a_daily_one_is_due_at_its_hour_in_vietnam() -> None:
    then = daily(3)
    before, after = (datetime(2026, 11, 23, hour, 30, tzinfo=UTC) for hour in (19, 20))

    assert then(before) == datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
    assert then(after) == datetime(2026, 11, 24, 20, 0, tzinfo=UTC)


async def due(office: Desk, name: str, owner: str = "") -> None:
    """A job that was due a while ago."""
    row = {"name": name, "due_at": datetime.now(UTC) - HOUR, "owner": owner}
    async with office.engine.begin() as connection:
        await connection.execute(insert(job).values(row))
