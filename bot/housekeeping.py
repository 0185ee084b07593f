"""
What the program does by itself for the database.

Every night, what has been kept long enough goes. Every second SQLite's log goes into the file, and
after an erasure nothing is left in that log.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.jobs import Job, daily
from storage.audit import Deed
from storage.cleaning import clean
from storage.engine import checkpoint
from storage.staff import tell_audit

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

NIGHT = 3
"""The hour at which the fewest people talk to us."""

CLEANED = "cleaned"
"""What the audit calls a night's clean-up; its detail has how many of each went."""

SECOND = 1.0

log = logging.getLogger(__name__)


def clean_up(engine: AsyncEngine, reader: AsyncEngine, erased: asyncio.Event) -> Job:
    """The job that removes what has been kept long enough; it sets `erased`."""

    async def do() -> None:
        cleaned = asdict(await clean(engine, reader, datetime.now(UTC)))
        erased.set()
        log.info("cleaned: %s", cleaned)
        counts = " ".join(f"{name}={count}" for name, count in cleaned.items())
        await tell_audit(engine, Deed(CLEANED, None, detail=counts))

    return Job("clean", daily(NIGHT), do)


async def keep_log_short(reader: AsyncEngine, erased: asyncio.Event, every: float = SECOND) -> None:
    """
    Until cancelled; the log is emptied whole as soon as it can be after `erased` is set.

    At the start too: whoever served before may have been killed between an erasure and that.
    """
    erased.set()
    while True:
        whole = erased.is_set()
        erased.clear()
        done = False
        try:
            done = await checkpoint(reader, whole=whole)
        except (SQLAlchemyError, OSError, sqlite3.Error) as problem:
            log.warning("the log stays as it is: %s", type(problem).__name__)
        if whole and not done:
            erased.set()
        await asyncio.sleep(every)
