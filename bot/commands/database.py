"""The database as most commands want it: one that is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.stopping import stop
from bot.tell import tell
from storage.engine import database_url

if TYPE_CHECKING:
    from bot.settings import Settings


def database_or_stop(settings: Settings) -> str:
    """The database, which must be there: looking at one never makes an empty one."""
    url = database_url(settings.database)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        stop(tell("no-such-file", file=str(url.database)))
    return settings.database
