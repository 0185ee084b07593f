"""`audit verify`: whether the audit is as it was written, row by row."""

from __future__ import annotations

import asyncio

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.commands.database import database_or_stop
from bot.commands.stopping import CONFIGURATION, WRONG, stop
from bot.commands.surroundings import settings_or_stop
from bot.tell import tell
from storage.audit import first_broken
from storage.engine import open_reader


def verify() -> None:
    """Read every row; ends with 1 at the first that is not as it was written."""
    database = database_or_stop(settings_or_stop())
    try:
        broken = asyncio.run(_broken(database))
    except (SQLAlchemyError, OSError) as trouble:
        stop(tell("cannot-use-database", reason=type(trouble).__name__), CONFIGURATION)
    if broken is not None:
        stop(tell("audit-broken", number=str(broken)), WRONG)
    typer.echo(tell("audit-whole"))


async def _broken(database: str) -> int | None:
    reader = open_reader(database)
    try:
        return await first_broken(reader)
    finally:
        await reader.dispose()
