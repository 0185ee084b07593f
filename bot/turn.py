"""
The lane: every event of this process goes through it, whole batches at a time.

It takes whatever is waiting, at most 64 turns, and never waits for more: a lonely turn commits
alone, a crowd shares one transaction. Whoever handed an event in hears what became of it after the
commit; `NotStored` means that nothing was stored, and that the platform is to send it again.

When a batch fails, its turns are taken one by one, so that one that the database refuses does not
take the others with it. When the database itself is away, nobody is kept waiting for it: all that
waits is given back at once.

Where the database works beside this process, two batches are on the way at a time, on two tracks;
a chat always takes the same one, so its events keep their order.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING

from sqlalchemy.exc import DataError, IntegrityError, ProgrammingError, SQLAlchemyError

from bot.chat_limit import USUAL, ChatLimit, Limit, Ruling
from handlers.deeds import AT_DESK
from storage.editions import OldBook
from storage.hearing import Heard, Hearing, Manner

if TYPE_CHECKING:
    from bot.channels.base import Incoming
    from content.model import Book
    from storage.unit import Store

log = logging.getLogger(__name__)

MOST_TURNS = 64
MOST_WAITING = 50_000
STALE = timedelta(seconds=30)
SOON = 2.0
"""A batch that takes longer than this to fail is not tried again: the platform will."""

SKIPPED = Heard()


class NotStored(Exception):
    """The event was not stored: let the platform send it again."""


@dataclass(slots=True)
class Counts:
    """What the lane has done since it started."""

    turns: int = 0
    batches: int = 0
    duplicates: int = 0
    skipped: int = 0
    not_stored: int = 0


_Waiting = tuple[Hearing, asyncio.Future[Heard]]


class _Track:
    """Events in the order they came, and the sign that there are some."""

    def __init__(self) -> None:
        self.waiting: deque[_Waiting] = deque()
        self.woken = asyncio.Event()


async def _never() -> None:
    """No other edition can be published where nobody is there to renew the book."""
    raise RuntimeError("the book cannot be renewed here")


class Lane:
    """
    Hears events in the order they come in; `book` gives the book that holds now.

    `renew` is awaited where another edition was published: `book` gives that one afterwards.
    """

    def __init__(
        self,
        store: Store,
        book: Callable[[], Book],
        limit: Limit | None = USUAL,
        renew: Callable[[], Awaitable[None]] = _never,
    ) -> None:
        self.counts = Counts()
        self._store = store
        self._book = book
        self._renew = renew
        self._limit = ChatLimit(limit)
        self._tracks = [_Track() for _ in range(store.side_by_side)]
        self._stopping = False
        self._running: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin to hear; until then events wait."""
        loop = asyncio.get_running_loop()
        self._running = [loop.create_task(self._run(track)) for track in self._tracks]

    async def stop(self) -> None:
        """Finish the batches in hand; what still waits is given back."""
        self._stopping = True
        for track in self._tracks:
            track.woken.set()
        await asyncio.gather(*self._running)
        self._away(())

    @property
    def waiting(self) -> int:
        """How many events have not been heard yet."""
        return sum(len(track.waiting) for track in self._tracks)

    async def hear(self, incoming: Incoming) -> Heard:
        """
        What became of the event, once it is stored.

        Raises NotStored when it could not be; one of a chat that speaks too fast is skipped.
        """
        if self._stopping or self.waiting >= MOST_WAITING:
            self.counts.not_stored += 1
            raise NotStored
        hearing = self._hearing(incoming)
        if hearing is None:
            self.counts.skipped += 1
            return SKIPPED
        future: asyncio.Future[Heard] = asyncio.get_running_loop().create_future()
        track = self._tracks[hash((incoming.account, incoming.address)) % len(self._tracks)]
        track.waiting.append((hearing, future))
        track.woken.set()
        return await future

    def _hearing(self, incoming: Incoming) -> Hearing | None:
        """How the event is to be heard; None when its chat speaks too fast."""
        event = incoming.event
        manner = Manner.USUAL
        match self._ruling(incoming):
            case Ruling.SKIP:
                return None
            case Ruling.WARN:
                manner = Manner.TOO_FAST
            case Ruling.HEAR if incoming.more_follows or event.at.heard - event.at.sent > STALE:
                manner = Manner.STALE
        return Hearing(
            incoming.account,
            incoming.address,
            incoming.update_key,
            event,
            incoming.language,
            incoming.answerable,
            manner,
        )

    def _ruling(self, incoming: Incoming) -> Ruling:
        """What staff do to many registrations of one chat is not the chat's own haste."""
        if isinstance(incoming.event, AT_DESK):
            return Ruling.HEAR
        return self._limit.rule((incoming.account, incoming.address), monotonic())

    async def _run(self, track: _Track) -> None:
        waiting = track.waiting
        while not self._stopping:
            if waiting:
                count = min(len(waiting), MOST_TURNS)
                await self._take([waiting.popleft() for _ in range(count)])
                # whoever was just answered and has more to say gets into the next batch
                await asyncio.sleep(0)
            else:
                track.woken.clear()
                await track.woken.wait()

    async def _take(self, batch: list[_Waiting]) -> None:
        began = monotonic()
        try:
            heard = await self._hear([hearing for hearing, _ in batch])
        except Exception as error:  # noqa: BLE001 (whoever waits must be told, whatever it was)
            log.warning("a batch of %d turns failed: %s", len(batch), type(error).__name__)
            if monotonic() - began > SOON:
                self._away(batch)
            else:
                await self._one_by_one(batch)
            return
        self._tell(batch, heard)

    async def _hear(self, hearings: list[Hearing]) -> list[Heard]:
        """Take the turns with the book that holds; whoever publishes meanwhile is waited for."""
        while True:
            try:
                return await self._store.hear(hearings, self._book())
            except OldBook:
                await self._renew()

    async def _one_by_one(self, batch: list[_Waiting]) -> None:
        """Take each turn in a transaction of its own, for as long as the database is there."""
        for place, one in enumerate(batch):
            try:
                heard = await self._hear([one[0]])
            except Exception as error:  # noqa: BLE001 (as above)
                log.warning("a turn was not stored: %s", type(error).__name__)
                if is_away(error):
                    self._away(batch[place:])
                    return
                self._give_back([one])
            else:
                self._tell([one], heard)

    def _tell(self, batch: list[_Waiting], heard: list[Heard]) -> None:
        self.counts.batches += 1
        self.counts.turns += len(batch)
        for (_, future), outcome in zip(batch, heard, strict=True):
            self.counts.duplicates += outcome.duplicate
            if not future.done():
                future.set_result(outcome)

    def _away(self, batch: Iterable[_Waiting]) -> None:
        """The database does not answer: nobody who waits now will be heard soon."""
        self._give_back(batch)
        for track in self._tracks:
            self._give_back(track.waiting)
            track.waiting.clear()

    def _give_back(self, batch: Iterable[_Waiting]) -> None:
        for _, future in batch:
            self.counts.not_stored += 1
            if not future.done():
                future.set_exception(NotStored())


def is_away(error: Exception) -> bool:
    """Whether it is the database that cannot be used, and not one turn that it refuses."""
    refused = IntegrityError | DataError | ProgrammingError
    return isinstance(error, SQLAlchemyError | OSError) and not isinstance(error, refused)
