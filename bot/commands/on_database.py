"""What a command does with the database, and in one line why it cannot."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy.exc import SQLAlchemyError

from bot.commands.database import database_or_stop
from bot.commands.stopping import CONFIGURATION, stop
from bot.tell import tell
from storage.engine import open_engine
from storage.upgrade import TooNew, upgrade

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.settings import Settings

T = TypeVar("T")


def on_database(settings: Settings, do: Callable[[AsyncEngine], Awaitable[T]]) -> T:
    """What is done with the database gives; what `do` itself raises goes on."""
    database = database_or_stop(settings)

    async def done() -> T:
        engine = open_engine(database)
        try:
            await upgrade(engine)
            return await do(engine)
        finally:
            await engine.dispose()

    try:
        return asyncio.run(done())
    except TooNew as step:
        stop(tell("database-too-new", step=str(step)), CONFIGURATION)
    except SQLAlchemyError as trouble:
        stop(tell("cannot-use-database", reason=type(trouble).__name__), CONFIGURATION)
    except OSError as trouble:
        stop(tell("cannot-write", file=str(trouble.filename)))
