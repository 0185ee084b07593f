"""
The book with the activities that are on, as this process last saw them in the tables.

A turn is given them with the book and reads nothing for them. They are looked at every second; what
must be exact, whether there is a seat, is decided in the tables when somebody asks for one.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.activities.calendar_file import link_to
from storage.activities import coming

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from content.model import Book

LOOK = 1.0
"""Seconds between two looks."""

log = logging.getLogger(__name__)


class Board:
    """`public_url` is where people reach this program; empty when it is not known."""

    def __init__(self, book: Book, reader: AsyncEngine, public_url: str) -> None:
        self._book = book
        self._reader = reader
        self._public_url = public_url

    def book(self) -> Book:
        """The book as it holds now."""
        return self._book

    async def look(self) -> None:
        """See what is on; the book stays the same one as long as nothing changed."""
        entered = await coming(self._reader, datetime.now(UTC))
        found = tuple(
            replace(one.activity, calendar=link_to(self._public_url, one.token)) for one in entered
        )
        if found != self._book.activities:
            self._book = replace(self._book, activities=found)

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            await asyncio.sleep(LOOK)
            try:
                await self.look()
            except (SQLAlchemyError, OSError) as problem:
                log.warning("no look at the activities: %s", type(problem).__name__)
