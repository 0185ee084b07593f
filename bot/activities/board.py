"""
The book as it holds: the edition that staff published, with the activities that are on.

A turn is given both with the book and reads nothing for them. They are looked at every second; what
must be exact, whether there is a seat, is decided in the tables when somebody asks for one, and a
turn that finds another edition published has the book renewed before it is taken.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.activities.calendar_file import link_to
from bot.activities.tickets import tickets_at
from storage.activities import coming

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.shelf import Shelf
    from content.model import Book

LOOK = 1.0
"""Seconds between two looks."""

log = logging.getLogger(__name__)


class Board:
    """`public_url` is where people reach this program; empty when it is not known."""

    def __init__(self, shelf: Shelf, reader: AsyncEngine, public_url: str) -> None:
        self._shelf = shelf
        self._book = shelf.book
        self._reader = reader
        self._public_url = public_url

    def book(self) -> Book:
        """The book as it holds now."""
        return self._book

    async def look(self) -> None:
        """See what holds and what is on; the book stays the same one as long as nothing changed."""
        await self._shelf.look()
        entered = await coming(self._reader, datetime.now(UTC))
        found = tuple(
            replace(
                one.activity,
                calendar=link_to(self._public_url, one.token),
                tickets=tickets_at(self._public_url),
            )
            for one in entered
        )
        if found != self._book.activities or self._shelf.book.edition != self._book.edition:
            self._book = replace(self._shelf.book, activities=found)

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            await asyncio.sleep(LOOK)
            try:
                await self.look()
            except (SQLAlchemyError, OSError) as problem:
                log.warning("no look at the book: %s", type(problem).__name__)
