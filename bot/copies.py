"""
A copy of everything, every night, kept for two weeks beside the data.

`copy_nightly` is what the clock calls, as often as it likes: only the first time of a night does
it anything. It is for SQLite; PostgreSQL has tools of its own.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import now
from bot.jobs import Job, every
from handlers.days import VIETNAM
from storage.backup import NotABackup, back_up
from storage.engine import database_url

if TYPE_CHECKING:
    from bot.settings import Settings

NIGHT = time(2)
KEPT = 14
"""Copies, the newest of which is last night's."""

TOO_OLD = timedelta(hours=36)
LOOK = timedelta(minutes=10)
ENDING = ".backup"

log = logging.getLogger(__name__)


def folder_of(settings: Settings) -> Path:
    """Where the copies are."""
    return settings.data_dir / "copies"


def copies(settings: Settings) -> Job:
    """The job that copies once a night; what was missed, a while after the start."""

    async def look() -> None:
        if database_url(settings.database).get_backend_name() == "sqlite":
            await copy_nightly(settings, now())

    return Job("copy", every(LOOK), look)


async def copy_nightly(settings: Settings, now: datetime) -> bool:
    """Make last night's copy unless it is there, and remove the oldest; whether one was made."""
    folder = folder_of(settings)
    here = now.astimezone(VIETNAM)
    night = here.date() if here.time() >= NIGHT else here.date() - timedelta(days=1)
    file = folder / f"{night:%Y-%m-%d}{ENDING}"
    if file.exists():
        return False
    database = Path(database_url(settings.database).database or "")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        count = await asyncio.to_thread(back_up, database, settings.data_dir / "media", file)
        for old in sorted(folder.glob(f"*{ENDING}"))[:-KEPT]:
            old.unlink()
    except (NotABackup, OSError) as problem:
        log.warning("no copy was made tonight: %s", type(problem).__name__)
        return False
    log.info("copied, with %d photos and papers", count)
    return True


def age(settings: Settings, now: datetime) -> timedelta | None:
    """How old the newest copy is; None without one."""
    files = sorted(folder_of(settings).glob(f"*{ENDING}"))
    if not files:
        return None
    return now - datetime.fromtimestamp(files[-1].stat().st_mtime, UTC)
