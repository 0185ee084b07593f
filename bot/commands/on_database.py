"""What a command does with the database, and in one line why it cannot."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy.exc import SQLAlchemyError

from bot.commands.database import database_or_stop
from bot.commands.stopping import CONFIGURATION, stop
from bot.tell import tell
from storage.engine import open_engine, open_reader
from storage.upgrade import TooNew, upgrade

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.settings import Settings

T = TypeVar("T")


def on_database(
    settings: Settings, do: Callable[[AsyncEngine], Awaitable[T]], out: Path | None = None
) -> T:
    """
    What is done with the database gives, which has the tables of this version then.

    `out` is the file that is written meanwhile; what `do` itself raises goes on.
    """
    return upgraded(database_or_stop(settings), do, out)


def on_reader(
    settings: Settings, do: Callable[[AsyncEngine], Awaitable[T]], out: Path | None = None
) -> T:
    """The same for what only reads, from the database as it is."""
    return _with(open_reader(database_or_stop(settings)), do, out)


def upgraded(
    database: str, do: Callable[[AsyncEngine], Awaitable[T]], out: Path | None = None
) -> T:
    """The same with a database that is made where there is none yet."""

    async def done(engine: AsyncEngine) -> T:
        await upgrade(engine)
        return await do(engine)

    return _with(open_engine(database), done, out)


def upgrade_only(settings: Settings) -> bool:
    """Whether the tables were of another version."""
    return _with(open_engine(database_or_stop(settings)), upgrade)


def _with(
    engine: AsyncEngine, do: Callable[[AsyncEngine], Awaitable[T]], out: Path | None = None
) -> T:
    async def done() -> T:
        try:
            return await do(engine)
        finally:
            await engine.dispose()

    try:
        return asyncio.run(done())
    except TooNew as step:
        stop(tell("database-too-new", step=str(step)), CONFIGURATION)
    except (SQLAlchemyError, OSError) as trouble:
        if isinstance(trouble, OSError) and trouble.filename:
            stop(tell("cannot-write", file=str(out or trouble.filename)))
        stop(tell("cannot-use-database", reason=type(trouble).__name__), CONFIGURATION)
