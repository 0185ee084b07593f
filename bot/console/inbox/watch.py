"""
Looks each second whether something is new, once for all open pages of this process.

The tables are what is looked at, so it makes no difference which process wrote; while no page is
open nothing is looked at.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from storage.marks import Marks, read_marks

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

LOOK = 1.0
MOST = 400
"""Pages of one process."""

MOST_OF_ONE = 8
"""Pages of one session; browsers hold no more connections anyway."""

log = logging.getLogger(__name__)


class Full(Exception):
    """Too many pages are open."""


@dataclass(eq=False, slots=True)
class Page:
    """One open page: what is new since it was told; `person` is whose talk it shows, or 0."""

    session: str
    person: int = 0
    inbox: bool = False
    registrations: bool = False
    talk: bool = False
    stirred: asyncio.Event = field(default_factory=asyncio.Event)

    def take(self) -> tuple[bool, bool, bool]:
        """Whether there is something new in the inbox, of registrations, and in the talk."""
        new = (self.inbox, self.registrations, self.talk)
        self.inbox = self.registrations = self.talk = False
        self.stirred.clear()
        return new


class Watch:
    """`closed` once the program stops; then every page is let go."""

    def __init__(self, reader: AsyncEngine, every: float = LOOK) -> None:
        self.closed = False
        self._reader = reader
        self._every = every
        self._pages: set[Page] = set()
        self._looking: asyncio.Task[None] | None = None

    def enter(self, session: str, person: int) -> Page:
        """A page was opened; raises `Full` where there are too many."""
        own = sum(one.session == session for one in self._pages)
        if self.closed or own >= MOST_OF_ONE or len(self._pages) >= MOST:
            raise Full
        page = Page(session, person)
        self._pages.add(page)
        if self._looking is None:
            self._looking = asyncio.get_running_loop().create_task(self._look())
        return page

    def leave(self, page: Page) -> None:
        """A page was closed."""
        self._pages.discard(page)
        if not self._pages and self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def close(self) -> None:
        """Let every page go, and take no more."""
        self.closed = True
        for page in self._pages:
            page.stirred.set()

    async def _look(self) -> None:
        last = Marks()
        while True:
            await asyncio.sleep(self._every)
            now = await self._marks(last)
            for page in self._pages:
                _tell(page, last, now)
            last = now

    async def _marks(self, last: Marks) -> Marks:
        """What there is now; what there was, while the database does not answer."""
        people = {page.person for page in self._pages if page.person}
        with suppress(SQLAlchemyError, OSError):
            return await read_marks(self._reader, people, datetime.now(UTC))
        log.warning("open pages cannot be told what is new")
        return last


def _tell(page: Page, last: Marks, now: Marks) -> None:
    page.inbox |= last.inbox != now.inbox
    page.registrations |= last.registrations != now.registrations
    page.talk |= page.person in now.talks and last.talks.get(page.person) != now.talks[page.person]
    if page.inbox or page.registrations or page.talk:
        page.stirred.set()
