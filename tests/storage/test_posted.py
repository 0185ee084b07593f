"""A statement that nobody waits for is carried out in its turn, and its failure is not lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine import POSTED, open_engine


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    made = open_engine(str(tmp_path / "bot.db"))
    async with made.begin() as connection:
        await connection.execute(text("CREATE TABLE thing (a INTEGER PRIMARY KEY)"))
    yield made
    await made.dispose()


INSERT = "INSERT INTO thing VALUES (?)"


async def post(connection: AsyncConnection, *numbers: int) -> None:
    def run(raw: Connection) -> None:
        for number in numbers:
            raw.exec_driver_sql(INSERT, (number,), POSTED)

    await connection.run_sync(run)


async def post_many(connection: AsyncConnection, *numbers: int) -> None:
    rows = [(number,) for number in numbers]
    await connection.run_sync(lambda raw: raw.exec_driver_sql(INSERT, rows, POSTED))


async def give_up(connection: AsyncConnection) -> None:
    await post(connection, 1)
    raise ZeroDivisionError


async def things(engine: AsyncEngine) -> list[int]:
    async with engine.connect() as connection:
        return [row.a for row in await connection.execute(text("SELECT a FROM thing ORDER BY a"))]


async def test_it_is_seen_by_the_next_and_kept_by_the_commit(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await post(connection, 1, 2)
        found = await connection.scalar(text("SELECT count(*) FROM thing"))

    assert found == 2
    assert await things(engine) == [1, 2]


async def test_its_failure_is_raised_by_the_commit_which_keeps_nothing(
    engine: AsyncEngine,
) -> None:
    with pytest.raises(IntegrityError):
        async with engine.begin() as connection:
            await post(connection, 1, 1, 2)

    assert await things(engine) == []


async def test_its_failure_is_raised_by_the_next_that_is_waited_for(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        async with connection.begin():
            await post(connection, 1, 1)
            with pytest.raises(IntegrityError):
                await connection.scalar(text("SELECT count(*) FROM thing"))
            await connection.rollback()
        async with connection.begin():
            await post(connection, 7)

    assert await things(engine) == [7]


async def test_many_rows_fail_as_one_would(engine: AsyncEngine) -> None:
    with pytest.raises(IntegrityError):
        async with engine.begin() as connection:
            await post_many(connection, 1, 2, 1)

    assert await things(engine) == []


async def test_who_gives_up_while_others_write_does_not_get_the_lock_later(
    engine: AsyncEngine,
) -> None:
    async with engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA busy_timeout=200")
    other = open_engine(engine.url.render_as_string())
    async with other.begin():
        with pytest.raises(ZeroDivisionError):
            async with engine.begin() as connection:
                await give_up(connection)
    await asyncio.sleep(0.3)  # longer than anybody waits for the lock here
    async with asyncio.timeout(3), other.begin() as connection:
        await connection.execute(text(INSERT.replace("?", "3")))
    await other.dispose()

    assert await things(engine) == [3]


async def test_who_gives_up_before_anything_was_waited_for_leaves_no_transaction_open(
    engine: AsyncEngine,
) -> None:
    with pytest.raises(ZeroDivisionError):
        async with engine.begin() as connection:
            await give_up(connection)
    async with engine.begin() as connection:
        await post(connection, 2)

    assert await things(engine) == [2]
