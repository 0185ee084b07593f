"""
Fetches the photos, papers and voice notes that people sent, after the turn that wants them.

The conversation goes on meanwhile. What turns out to be no photo, too big or broken is put to the
conversation as an event of its own, so the person is asked for it again. What is on its way when
the program stops is still wanted in the tables, and fetched after the next start.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.base import Incoming
from bot.photos import JPEG, PDF, Fit, Unfit
from bot.turn import NotStored
from bot.voices import LOST, examine_voice
from handlers.effects import DropMedia, Effect, Erase, KeepMedia
from handlers.events import MediaRefused, Moment
from handlers.same_slip import KEPT
from storage.keeping import Kept, Wanted, dropped, keep, refuse, removed, wanted, weight
from storage.media import Absent, NoRoom

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.photos import Photos
    from storage.media import Media

AT_ONCE = 4
MOST = 100
MOST_BYTES = 30 * 1024 * 1024
"""What is kept of one registration; a helper's phone sends for many."""

LOOK_SECONDS = 60.0
TRIES = 60
"""Looks after which a file that never came is given up: an hour."""

SAID = frozenset({"too-big", "heic", "unreadable", "not-accepted", "no-room", LOST})
"""The reasons that the book has words for; any other is `unreadable`."""


class Missing(Exception):
    """The file did not come; `reason` is a key, and `again` says that it may come later."""

    def __init__(self, reason: str, *, again: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again


Fetch = Callable[[str], Awaitable[bytes]]

log = logging.getLogger(__name__)


class Keeper:
    """`fetches` get the bytes of a remote file, by account, or raise `Missing`."""

    def __init__(
        self,
        engine: AsyncEngine,
        media: Media,
        photos: Photos,
        fetches: Mapping[str, Fetch],
        hear: Callable[[Incoming], Awaitable[object]],
    ) -> None:
        self._engine = engine
        self._media = media
        self._photos = photos
        self._fetches = fetches
        self._hear = hear
        self._something = asyncio.Event()
        self._tries: dict[str, int] = {}

    def heed(self, effects: Iterable[Effect]) -> None:
        """A turn decided this; look whether there is something to do for it."""
        if any(isinstance(one, KeepMedia | DropMedia | Erase) for one in effects):
            self._something.set()

    async def run(self) -> None:
        """Look at the start, whenever something is wanted, and once a minute."""
        while True:
            self._something.clear()
            try:
                await self.look()
            except (SQLAlchemyError, OSError) as problem:
                log.warning("files could not be looked after: %s", type(problem).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._something.wait(), LOOK_SECONDS)

    async def look(self) -> None:
        """Fetch what is wanted and remove what was dropped."""
        files = [one for one in await wanted(self._engine, MOST) if self._reach(one)]
        places = asyncio.Semaphore(AT_ONCE)

        async def one(file: Wanted) -> None:
            async with places:
                await self._take(file)

        await asyncio.gather(*map(one, files))
        names = await dropped(self._engine, MOST)
        for name in names:
            await self._media.delete(name)
        if names:
            await removed(self._engine, names)

    def _reach(self, file: Wanted) -> bool:
        here = not file.remote or file.remote.startswith(KEPT)
        return here or file.account in self._fetches

    async def _take(self, file: Wanted) -> None:
        try:
            found = await self._examined(file)
        except Missing as trouble:
            self._tries[file.id] = self._tries.get(file.id, 0) + 1
            if trouble.again and self._tries[file.id] < TRIES:
                return
            found = Unfit(LOST if file.spoken else trouble.reason)
        except NoRoom:
            log.error("no room for files")  # noqa: TRY400 (there is nothing to trace)
            return
        self._tries.pop(file.id, None)
        match found:
            case Fit(content) if await self._too_much(file, len(content)):
                await self._media.delete(file.id)
                await self._refuse(file, LOST if file.spoken else "too-much")
            case Fit(content, mime):
                digest = hashlib.sha256(content).hexdigest()
                if not await keep(self._engine, Kept(file.id, digest, len(content), mime)):
                    await self._media.delete(file.id)
            case Unfit(reason):
                await self._refuse(file, reason if reason in SAID else "unreadable")

    async def _examined(self, file: Wanted) -> Fit | Unfit:
        """The file, safe in the store; what the edge put there already was looked at there."""
        if not file.remote:
            try:
                content = await self._media.get(file.id)
            except Absent:
                return Unfit(LOST if file.spoken else "unreadable")
            return Fit(content, PDF if content.startswith(b"%PDF-") else JPEG)
        content = await self._content(file)
        found = examine_voice(content) if file.spoken else await self._photos.examine(content)
        if isinstance(found, Fit):
            await self._media.put(file.id, found.content)
        return found

    async def _content(self, file: Wanted) -> bytes:
        """What the channel has; of a photo that is here for somebody else already, that one."""
        if not file.remote.startswith(KEPT):
            return await self._fetches[file.account](file.remote)
        try:
            return await self._media.get(file.remote.removeprefix(KEPT))
        except Absent:
            raise Missing("unreadable", again=True) from None

    async def _too_much(self, file: Wanted, size: int) -> bool:
        return await weight(self._engine, file.id) + size > MOST_BYTES

    async def _refuse(self, file: Wanted, reason: str) -> None:
        """Told first, noted after: a word too many is better than a photo nobody asks for again."""
        now = datetime.now(UTC)
        event = MediaRefused(Moment(now, now, 0), file.id, reason)
        with suppress(NotStored):
            await self._hear(Incoming(file.account, file.address, f"refused:{file.id}", event))
            await refuse(self._engine, file.id, reason)
