"""
The database as most commands want it: one that is there.

A setting that is missing in this shell would otherwise make a new one beside the real one, and
everything would seem to work.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.stopping import stop
from bot.tell import tell
from storage.engine import database_url

if TYPE_CHECKING:
    from bot.settings import Settings


def database_or_stop(settings: Settings) -> str:
    """The database, which must be there: only `serve` makes one."""
    url = database_url(settings.database)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        stop(tell("no-database", file=str(url.database)))
    return settings.database
