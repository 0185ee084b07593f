"""
Brings a database to the tables of this version, whatever version it comes from.

All steps are taken in one transaction: cut in the middle, the database is as it was. A database of
a newer version than the program's is refused, never written to.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from storage.engine import take_turns

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

HEAD = "0028"
"""The newest step in `migrations/versions`; a test holds the two together."""

_FOLDER = Path(__file__).parent / "migrations"
_TABLE = "alembic_version"


class TooNew(Exception):
    """The database was written by a newer version of the program."""


async def upgrade(engine: AsyncEngine) -> bool:
    """
    Take the steps that are missing; whether there were any.

    Raises TooNew, and what the database raises.
    """
    async with engine.begin() as connection:
        await take_turns(connection, "upgrade")
        return await connection.run_sync(_upgrade)


def at(connection: Connection) -> str:
    """The step that a database is at; empty for one without tables."""
    if not inspect(connection).has_table(_TABLE):
        return ""
    return connection.scalar(text(f"SELECT version_num FROM {_TABLE}")) or ""  # noqa: S608 (ours)


def _upgrade(connection: Connection) -> bool:
    current = at(connection)
    if current == HEAD:
        return False
    from alembic import command  # noqa: PLC0415 (a third of a second, and seldom wanted)
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = configured(connection)
    if current:
        steps = ScriptDirectory.from_config(config).walk_revisions()
        if current not in {step.revision for step in steps}:
            raise TooNew(current)
    command.upgrade(config, "head")
    return True


def configured(connection: Connection) -> Config:
    """Alembic's own view of the steps, on this connection."""
    from alembic.config import Config  # noqa: PLC0415 (as above)

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
