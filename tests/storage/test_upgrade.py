"""A database of any age becomes one of this version, or stays what it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, select, text
from sqlalchemy.engine import Connection

from storage import schema
from storage.engine import open_engine
from storage.upgrade import HEAD, TooNew, at, configured, upgrade


def differences(connection: Connection) -> list[object]:
    """What a migrated database has otherwise than the tables of the code."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, schema.inbox.metadata))


async def test_a_fresh_database_gets_exactly_the_tables_of_the_code(database: str) -> None:
    engine = open_engine(database)
    assert await upgrade(engine)
    assert not await upgrade(engine)

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
        assert await connection.run_sync(at) == HEAD
        names = await connection.run_sync(
            lambda one: ScriptDirectory.from_config(configured(one)).get_heads()
        )
    assert names == [HEAD]
    await engine.dispose()


async def test_a_database_of_the_first_version_gets_what_came_since(database: str) -> None:
    engine = open_engine(database)
    async with engine.begin() as connection:
        await connection.run_sync(lambda one: command.upgrade(configured(one), "0001"))
        await connection.execute(insert(schema.counter).values(name="kept", next=7))
    assert await upgrade(engine)

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
        assert await connection.scalar(select(schema.counter.c.next)) == 7
    await engine.dispose()


async def test_cut_in_the_middle_it_leaves_nothing_and_can_be_taken_again(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = open_engine(database)
    with monkeypatch.context() as cut:
        cut.setattr("alembic.op.drop_table", None)
        cut.setattr("alembic.runtime.migration.HeadMaintainer.update_to_step", _stopped)
        with pytest.raises(KeyboardInterrupt):
            await upgrade(engine)
    async with engine.connect() as connection:
        tables = await connection.run_sync(lambda one: inspect(one).get_table_names())
    assert tables == []

    assert await upgrade(engine)
    await engine.dispose()


async def test_a_newer_database_is_refused_and_not_touched(database: str) -> None:
    engine = open_engine(database)
    await upgrade(engine)
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(TooNew):
        await upgrade(engine)

    async with engine.connect() as connection:
        assert await connection.run_sync(at) == "9999"
    await engine.dispose()


def _stopped(*_: object) -> None:
    raise KeyboardInterrupt


def test_the_steps_travel_with_the_program() -> None:
    assert (Path(schema.__file__).parent / "migrations" / "env.py").is_file()
