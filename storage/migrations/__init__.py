"""
Brings a database from any older version to the tables of `storage.schema`.

All steps run in one transaction on both databases: cut off in the middle, nothing has happened,
and the next start begins again. The steps are in `versions/`, numbered; a new one starts as
`0002_what_it_does.py` with `down_revision = "0001"`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from storage.engine import take_turns

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine


async def migrate(engine: AsyncEngine) -> None:
    """Bring the database up to date; nothing happens when it is, and processes take turns."""
    async with engine.begin() as connection:
        await take_turns(connection, "migrations")
        await connection.run_sync(_upgrade)


async def at_head(engine: AsyncEngine) -> bool:
    """Whether the database has the tables this program was written for."""
    async with engine.connect() as connection:
        return await connection.run_sync(_version) == _head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


def _upgrade(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _version(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _head() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()
