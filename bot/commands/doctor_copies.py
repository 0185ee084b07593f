"""What the doctor looks at of the nightly copies: that there is one, and that it is fresh."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import now
from bot.commands.finding import Finding
from bot.copies import TOO_OLD, age, folder_of
from bot.tell import tell
from storage.engine import database_url, open_reader
from storage.schema import contact

if TYPE_CHECKING:
    from bot.settings import Settings


def copied(settings: Settings) -> Iterator[Finding]:
    """Nothing is said where there is nothing to copy, or another program copies it."""
    url = database_url(settings.database)
    if url.get_backend_name() != "sqlite" or not Path(url.database or "").exists():
        return
    found, moment = age(settings, now()), now()
    if found is not None:
        hours = f"{found.total_seconds() / 3600:.0f}"
        yield Finding(well=found <= TOO_OLD, words=tell("doctor-copy", hours=hours))
        return
    try:
        began = asyncio.run(_first(settings.database))
    except (SQLAlchemyError, OSError):
        return  # said of the database already
    young = began is None or moment - began <= TOO_OLD
    yield Finding(well=young, words=tell("doctor-no-copy", folder=str(folder_of(settings))))


async def _first(database: str) -> datetime | None:
    """When the first person came."""
    reader = open_reader(database)
    try:
        async with reader.connect() as connection:
            wanted = select(contact.c.created_at).order_by(contact.c.id).limit(1)
            found: datetime | None = await connection.scalar(wanted)
            return found
    finally:
        await reader.dispose()
