"""A database is opened so that nothing is lost and nobody waits for a reader."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import checkpoint, database_url, open_engine, open_reader
from storage.schema import counter
from tests.storage.desk import Desk


@pytest.mark.parametrize(
    ("setting", "meant"),
    [
        ("data/bot.db", "sqlite+aiosqlite:///data/bot.db"),
        ("sqlite:///bot.db", "sqlite+aiosqlite:///bot.db"),
        ("sqlite+aiosqlite:///bot.db", "sqlite+aiosqlite:///bot.db"),
        ("postgres://u:p@db/bot", "postgresql+asyncpg://u:p@db/bot"),
        ("postgresql://u:p@db:5433/bot", "postgresql+asyncpg://u:p@db:5433/bot"),
        ("postgresql+psycopg://db/bot", "postgresql+asyncpg://db/bot"),
    ],
)
def test_what_a_setting_means(setting: str, meant: str) -> None:
    assert database_url(setting).render_as_string(hide_password=False) == meant


def test_a_path_of_windows_is_a_path() -> None:
    assert database_url("C:\\bot\\bot.db").database == "C:\\bot\\bot.db"


@pytest.mark.parametrize("setting", ["mysql://u:secret@db/bot", "postgresql://u:secret@db:x/bot"])
def test_an_address_that_means_nothing_is_refused_without_its_password(setting: str) -> None:
    with pytest.raises(ValueError, match=r"^(?!.*secret)"):
        database_url(setting)


async def test_no_update_is_lost_among_many_who_read_and_then_write(office: Desk) -> None:
    async with office.engine.begin() as connection:
        await connection.execute(counter.insert().values(name="n", next=0))
    engines = [open_engine(office.url) for _ in range(8)]

    async def count(engine: AsyncEngine) -> None:
        for _ in range(20):
            async with engine.begin() as connection:
                row = await connection.execute(select(counter.c.next).with_for_update())
                before = row.scalar_one()
                await asyncio.sleep(0)
                await connection.execute(update(counter).values(next=before + 1))

    await asyncio.gather(*map(count, engines))
    for engine in engines:
        await engine.dispose()

    assert [row["next"] for row in await office.rows(counter)] == [160]


async def test_a_reader_sees_one_moment_and_holds_up_nobody(office: Desk) -> None:
    statement = select(counter.c.next)
    async with office.engine.begin() as connection:
        await connection.execute(counter.insert().values(name="n", next=1))
    async with office.reader.connect() as reading:
        before = (await reading.execute(statement)).scalar_one()
        async with asyncio.timeout(2), office.engine.begin() as connection:
            await connection.execute(update(counter).values(next=2))
        after = (await reading.execute(statement)).scalar_one()

    assert (before, after) == (1, 1)
    assert (await office.rows(counter))[0]["next"] == 2


async def test_writers_of_one_process_queue_and_do_not_fail(office: Desk) -> None:
    async def write(number: int) -> None:
        async with office.engine.begin() as connection:
            await connection.execute(counter.insert().values(name=str(number), next=number))
            await asyncio.sleep(0.001)

    await asyncio.gather(*(write(number) for number in range(40)))
    assert len(await office.rows(counter)) == 40


async def test_sqlite_keeps_what_was_committed(tmp_path: Path) -> None:
    engine = open_engine(str(tmp_path / "bot.db"))
    async with engine.connect() as connection:
        found = {
            name: (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    await engine.dispose()

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


async def test_the_log_is_moved_into_the_file_beside_the_writers(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    engine, reader = open_engine(str(path)), open_reader(str(path))
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE thing (a TEXT)"))
    size = path.stat().st_size
    await checkpoint(reader)
    assert path.stat().st_size > size
    await engine.dispose()
    await reader.dispose()


async def test_an_error_of_the_database_does_not_repeat_what_was_to_be_stored(office: Desk) -> None:
    with pytest.raises(Exception, match="no_such_table") as caught:
        async with office.engine.begin() as connection:
            await connection.execute(
                text("INSERT INTO no_such_table VALUES (:name)"), {"name": "Vàng Thị Mỷ"}
            )
    assert "Vàng" not in str(caught.value)


async def test_a_full_disk_is_an_error_and_leaves_what_was_there(tmp_path: Path) -> None:
    path = str(tmp_path / "bot.db")
    engine = open_engine(path)
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE thing (a TEXT)"))
        await connection.execute(text("PRAGMA max_page_count = 6"))
    with pytest.raises(OperationalError):
        async with engine.begin() as connection:
            await connection.execute(text("INSERT INTO thing VALUES (:a)"), {"a": "a" * 100_000})
    async with engine.begin() as connection:
        await connection.execute(text("INSERT INTO thing VALUES ('small')"))
    await engine.dispose()

    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("SELECT a FROM thing").fetchall() == [("small",)]
    plain.close()
