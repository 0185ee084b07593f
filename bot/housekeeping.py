"""Once a day, what has been kept long enough goes; the first time soon after the start."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from storage.cleaning import clean

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

SOON, DAY = 300.0, 24 * 3600.0

log = logging.getLogger(__name__)


async def keep_house(engine: AsyncEngine, reader: AsyncEngine, soon: float = SOON) -> None:
    """Clean until cancelled; a database that cannot be cleaned today is cleaned tomorrow."""
    wait = soon
    while True:
        await asyncio.sleep(wait)
        wait = DAY
        try:
            cleaned = await clean(engine, reader, datetime.now(UTC))
            log.info("cleaned: %s", asdict(cleaned))
        except (SQLAlchemyError, OSError) as problem:
            log.warning("not cleaned: %s", type(problem).__name__)
