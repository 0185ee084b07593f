"""`migrate`: bring the database to the tables of this version."""

from __future__ import annotations

import asyncio

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.commands.database import database_or_stop
from bot.commands.stopping import CONFIGURATION, stop
from bot.commands.surroundings import settings_or_stop
from bot.tell import tell
from storage.engine import open_engine
from storage.upgrade import TooNew, upgrade


def migrate() -> None:
    """Take the steps that are missing; all of them, or none."""
    settings = settings_or_stop()
    try:
        changed = asyncio.run(_upgrade(database_or_stop(settings)))
    except TooNew as step:
        stop(tell("database-too-new", step=str(step)), CONFIGURATION)
    except SQLAlchemyError as trouble:
        stop(tell("cannot-use-database", reason=type(trouble).__name__), CONFIGURATION)
    typer.echo(tell("migrated" if changed else "migrated-before"))


async def _upgrade(database: str) -> bool:
    engine = open_engine(database)
    try:
        return await upgrade(engine)
    finally:
        await engine.dispose()
