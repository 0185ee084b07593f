"""
Sends what the turns have written, and sees to it that nothing written stays unsent.

A committed turn hands its rows over in memory (`take`); they are on their way before the next turn
is heard, without a query. What became of them is written in batches. If this process is killed in
between, its rows are found under a worker that gives no more signs of life, and another worker, or
the next start, takes them over: such a row is sent once more, word for word, and never a third
time. `bot.sending.line` has the queues and decides what a receipt means, `bot.sending.way` whether
anything may be sent just now; `storage.outbox` says what the tables know.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.sending.lease import Lease
from bot.sending.line import Line
from bot.sending.marking import Marker
from bot.sending.pacing import Pace
from bot.sending.settling import Settler
from bot.sending.way import Way

if TYPE_CHECKING:
    from bot.channels.base import Channel
    from storage.hearing import Queued
    from storage.outbox import Ledger, Refusal
    from storage.pace import Buckets

SENDERS = 32
"""Messages of one account that may be on their way at once."""

LIMIT = 30.0
"""Messages a second to keep to for a while when a channel has asked for less."""

log = logging.getLogger(__name__)


class Outbox:
    """The sender of this process; `limits` are the channels' own limits a second, by account."""

    def __init__(
        self,
        channels: Sequence[Channel],
        ledger: Ledger,
        buckets: Buckets,
        limits: Mapping[str, float],
    ) -> None:
        self._ledger = ledger
        self._buckets = buckets
        self._lease = Lease(ledger.every)
        self._settler = Settler(ledger)
        self._marker = Marker(ledger)
        self._lines = {
            channel.account: self._line(channel, limits.get(channel.account, LIMIT))
            for channel in channels
        }

    @property
    def running(self) -> bool:
        """Whether rows that are handed over now will be sent."""
        return self._lease.held

    @property
    def lost(self) -> Mapping[str, str]:
        """The accounts whose channel is lost, and why."""
        return {line.account: line.way.lost for line in self._lines.values() if line.way.lost}

    @property
    def ledger(self) -> Ledger:
        """The outbox as this process sees it, with the name that it gives signs of life by."""
        return self._ledger

    def ways(self) -> Iterator[tuple[Channel, Way]]:
        """The channels, each with the way out that whoever sends by it shares."""
        for line in self._lines.values():
            yield line.channel, line.way

    def refused(self, refusal: Refusal) -> None:
        """Note that a channel refused somebody."""
        self._settler.refused(refusal)

    async def open(self) -> None:
        """Take up what was left behind; after this, rows may be handed over."""
        await self._beat()
        await self._buckets.prepare(line.way.limit for line in self._lines.values())
        await self._look_round()

    def take(self, rows: Iterable[Queued]) -> None:
        """Rows of a committed turn, to be sent now; those of one chat come in their order."""
        for row in rows:
            self._lines[row.account].add(row)

    async def run(self) -> None:
        """Send until cancelled; what happened until then is written before this returns."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._settler.run())
                tasks.create_task(self._live())
                for line in self._lines.values():
                    for _ in range(SENDERS):
                        tasks.create_task(line.send_forever())
        finally:
            await self._settler.write()
            with suppress(SQLAlchemyError, OSError):
                await self._ledger.leave()

    async def emptied(self, within: float) -> None:
        """Wait until everything is sent that can be sent now, but not for long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                await asyncio.gather(*(line.emptied() for line in self._lines.values()))

    async def _live(self) -> None:
        """Give signs of life and look after the rows of those who give none."""
        while True:
            await asyncio.sleep(self._ledger.every)
            if not self._lease.held:
                for line in self._lines.values():
                    line.doubt()
            try:
                await self._beat()
                if not self._ledger.alone or await self._ledger.left_here():
                    await self._look_round()
            except (SQLAlchemyError, OSError) as problem:
                log.warning("no sign of life: %s", type(problem).__name__)

    async def _beat(self) -> None:
        seen = asyncio.get_running_loop().time()
        await self._ledger.beat()
        self._lease.renew(seen)

    async def _look_round(self) -> None:
        """What others were told by the channel, and what dead workers left."""
        for line in self._lines.values():
            await line.way.recall()
        await self._take_over()

    async def _take_over(self) -> None:
        orphans = await self._ledger.take_over(tuple(self._lines))
        while orphans:
            now = datetime.now(UTC)
            for orphan in orphans:
                self._lines[orphan.account].adopt(orphan, now)
            orphans = await self._ledger.take_over(tuple(self._lines), after=orphans[-1].id)

    def _line(self, channel: Channel, limit: float) -> Line:
        pace = Pace(self._buckets, f"{channel.account}/total", limit)
        way = Way(channel.account, pace, self._lease)
        return Line(channel, way, self._settler, self._marker)
