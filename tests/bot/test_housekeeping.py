"""What has been kept long enough goes by itself, and trouble with it stops nothing else."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.housekeeping import clean_up, keep_log_short
from storage.engine import open_engine, open_reader
from storage.schema import inbox
from storage.upgrade import upgrade


async def keys(engine: AsyncEngine) -> int:
    async with engine.connect() as connection:
        return await connection.scalar(select(func.count()).select_from(inbox)) or 0


async def test_old_rows_go(database: str) -> None:
    engine, reader = open_engine(database), open_reader(database)
    await upgrade(engine)
    now = datetime.now(UTC)
    async with engine.begin() as connection:
        for key, age in (("old", 31), ("young", 29)):
            at = now - timedelta(days=age)
            row = {"account": "test:1", "update_key": key, "address": "1", "at": at}
            await connection.execute(insert(inbox).values(row))

    erased = asyncio.Event()
    await clean_up(engine, reader, erased).do()

    assert await keys(reader) == 1
    assert erased.is_set()
    await reader.dispose()
    await engine.dispose()


def test_it_is_done_at_night() -> None:
    then = clean_up(*[None] * 3).then  # type: ignore[arg-type]
    evening = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)

    assert then(evening) == datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
    assert then(then(evening)) == datetime(2026, 11, 24, 20, 0, tzinfo=UTC)


async def test_what_was_erased_is_in_no_file(tmp_path: Path) -> None:
    file, word = tmp_path / "bot.db", "Zebratwo"
    engine, reader = open_engine(str(file)), open_reader(str(file))
    await upgrade(engine)
    erased = asyncio.Event()
    short = asyncio.create_task(keep_log_short(reader, erased, every=0.02))
    async with engine.begin() as connection:
        row = {"account": "test:1", "update_key": word, "address": "1", "at": datetime.now(UTC)}
        await connection.execute(insert(inbox).values(row))
    async with engine.begin() as connection:
        await connection.execute(delete(inbox))

    async with reader.connect() as somebody_reads:
        await somebody_reads.execute(select(inbox))
        erased.set()
        await asyncio.sleep(0.2)
    async with asyncio.timeout(10):
        while any(word.encode() in one.read_bytes() for one in tmp_path.iterdir()):
            await asyncio.sleep(0.02)

    short.cancel()
    await asyncio.gather(short, return_exceptions=True)
    await reader.dispose()
    await engine.dispose()
