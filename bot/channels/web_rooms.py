"""
The pages that are open just now, by the address they talk for.

A page hears what is said to its address in every window. It is kept short of memory: a page that
does not fetch what it is told is dropped, comes back by itself and reads what it missed.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field

from bot.channels.web_frames import Json

MOST_WAITING = 100
MOST_PER_ADDRESS = 5
MOST_PER_SOURCE = 5


class Full(Exception):
    """This address, or the network address it comes from, has enough pages open on sockets."""


class Dropped(Exception):
    """The page does not fetch what it is told, or the program stops."""


@dataclass(eq=False, slots=True)
class Page:
    """One open page, on a socket or with a long poll; `source` is where on the network it is."""

    address: str
    source: str
    polls: bool
    dropped: bool = False
    waiting: deque[Json] = field(default_factory=deque)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, frame: Json) -> None:
        """Let the page know; never waits."""
        self.waiting.append(frame)
        if len(self.waiting) > MOST_WAITING:
            self.drop()
        self.news.set()

    def drop(self) -> None:
        """Wake whoever waits for this page, for the last time."""
        self.dropped = True
        self.waiting.clear()
        self.news.set()

    async def told(self) -> list[Json]:
        """All there is to tell the page now, at least one; `Dropped` when it is the end."""
        await self.news.wait()
        if self.dropped:
            raise Dropped
        frames = list(self.waiting)
        self.waiting.clear()
        self.news.clear()
        return frames


class Rooms:
    """Every open page of this process."""

    def __init__(self) -> None:
        self._pages: defaultdict[str, list[Page]] = defaultdict(list)
        self._sources: Counter[str] = Counter()

    def enter(self, address: str, source: str) -> Page:
        """A page on a socket; raises `Full` above five for its address or its source."""
        if source and self._sources[source] >= MOST_PER_SOURCE:
            raise Full
        page = self._add(Page(address, source, polls=False))
        self._sources[source] += 1
        return page

    def poll(self, address: str) -> Page:
        """A page that waits with one request; raises `Full` above five for its address."""
        return self._add(Page(address, "", polls=True))

    def _add(self, page: Page) -> Page:
        alike = [one for one in self._pages.get(page.address, ()) if one.polls is page.polls]
        if len(alike) >= MOST_PER_ADDRESS:
            raise Full
        self._pages[page.address].append(page)
        return page

    def leave(self, page: Page) -> None:
        """The page is gone."""
        room = self._pages[page.address]
        room.remove(page)
        if not room:
            del self._pages[page.address]
        if page.polls:
            return
        self._sources[page.source] -= 1
        if not self._sources[page.source]:
            del self._sources[page.source]

    def anybody(self, address: str) -> bool:
        """Whether a page of this address is open."""
        return address in self._pages

    def tell(self, address: str, frame: Json, but: Page | None = None) -> None:
        """Let every open page of an address know, but the one it comes from."""
        for page in self._pages.get(address, ()):
            if page is not but:
                page.tell(frame)

    def close(self) -> None:
        """Let every page go; they come back to the program that is started next."""
        for room in self._pages.values():
            for page in room:
                page.drop()
