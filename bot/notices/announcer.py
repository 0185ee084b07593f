"""
Sees to it that every notice goes out: when it is due its audience is written down, then carriers,
one for each account, take its chunks until nothing is left.

Nothing is remembered here. Everything that decides what happens next is a row, so any process that
serves can go on where another was killed, and staff's commands take effect at the next row.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from bot.accounts import BULK_SHARE
from bot.channels.zalo_terms import read_terms
from bot.notices.carrier import Carrier
from bot.notices.road import Office, Road, Room
from bot.notices.sheet import windows
from storage.columns import Announcing
from storage.deliveries import Deliveries, unfinished
from storage.due_notices import finish_those_done, take_due
from storage.freezing import Overtaken, freeze
from storage.ledgers import close_cancelled
from storage.notices import OPEN, Refused, find, pause
from storage.pace import Buckets
from storage.schema import notice

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.channels.zalo_terms import Terms
    from bot.outbox import Outbox
    from bot.settings import Settings
    from content.model import Book

LOOK = 0.5
"""Seconds between two looks for something to do."""

MOST = 16
"""Messages of a process that may be in flight: so many may be unknown after it was killed."""

LATE = timedelta(hours=1)
"""A notice that should have gone out so long ago waits for staff to say whether it still should."""

log = logging.getLogger(__name__)


class Announcer:
    """The announcements of this process; `roads` are the accounts that it can send by."""

    def __init__(
        self,
        engine: AsyncEngine,
        reader: AsyncEngine,
        office: Office,
        roads: Iterable[Road],
        terms: Terms,
    ) -> None:
        self._engine = engine
        self._reader = reader
        self._office = office
        self._roads = list(roads)
        self._terms = terms
        self._something = asyncio.Event()

    async def run(self) -> None:
        """Announce until cancelled."""
        await self._office.buckets.prepare((road.bucket, road.limit) for road in self._roads)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._look_after())
            for road in self._roads:
                tasks.create_task(self._carry(road))

    async def _look_after(self) -> None:
        while True:
            try:
                await self._look()
            except (SQLAlchemyError, OSError) as problem:
                log.warning("no look at the notices: %s", type(problem).__name__)
            await asyncio.sleep(LOOK)

    async def _look(self) -> None:
        """Begin what is due, and close what is over; an idle program only reads."""
        stands = await self._stands()
        if stands & {Announcing.SCHEDULED, Announcing.PREPARING}:
            await self._prepare()
        if Announcing.SENDING in await self._stands():
            self._something.set()
            await finish_those_done(self._engine, unfinished, datetime.now(UTC))
        else:
            self._something.clear()
        for number in await self._cancelled():
            alive = self._office.deliveries.living()
            await close_cancelled(self._engine, alive, number, datetime.now(UTC))

    async def _cancelled(self) -> Sequence[int]:
        """The notices that were cancelled, and of which something is open still."""
        wanted = select(notice.c.id).where(notice.c.status == Announcing.CANCELLED, unfinished)
        async with self._reader.connect() as connection:
            return (await connection.scalars(wanted)).all()

    async def _stands(self) -> set[Announcing]:
        wanted = select(notice.c.status).where(notice.c.status.in_(OPEN)).distinct()
        async with self._reader.connect() as connection:
            return {Announcing(status) for status in await connection.scalars(wanted)}

    async def _prepare(self) -> None:
        now = datetime.now(UTC)
        worker = self._office.deliveries.worker
        alive = self._office.deliveries.living()
        one = await take_due(self._engine, worker, alive, now, now - LATE)
        if one is None:
            return
        try:
            count = await freeze(self._engine, worker, one, windows(self._terms, now), now)
        except Overtaken:
            log.info("notice %d: its audience is not written on", one.id)
        else:
            log.info("notice %d: goes to %d", one.id, count)

    async def _carry(self, road: Road) -> None:
        """Take chunk after chunk of one account."""
        carrier = Carrier(road, self._office)
        while True:
            await self._something.wait()
            if carrier.quiet():
                await asyncio.sleep(LOOK)
                continue
            try:
                claim = await self._office.deliveries.claim(road.channel.account, datetime.now(UTC))
                one = await find(self._reader, claim.notice) if claim else None
                if claim is not None and one is not None:
                    await carrier.carry(claim, one)
                    continue
            except (SQLAlchemyError, OSError) as problem:
                log.warning("%s: %s", road.channel.account, type(problem).__name__)
            await asyncio.sleep(LOOK)


def announcer(
    settings: Settings,
    engine: AsyncEngine,
    reader: AsyncEngine,
    outbox: Outbox,
    book: Callable[[], Book],
    places: int = MOST,
) -> Announcer:
    """
    The announcer of this process, on the ways that its replies take.

    At most `places` messages are in flight, on all its accounts together. Raises `TermsError` where
    what Zalo's terms are cannot be read.
    """

    async def stop(number: int, reason: str) -> None:
        with suppress(Refused):  # somebody was quicker
            await pause(engine, number, datetime.now(UTC), reason)

    office = Office(
        deliveries=Deliveries(engine, outbox.ledger.worker, outbox.ledger.living),
        buckets=Buckets(engine),
        book=book,
        quiet=settings.quiet_hours,
        refused=outbox.refused,
        pause=stop,
        room=Room(places),
    )
    roads = [Road(channel, way, BULK_SHARE * way.limit[1]) for channel, way in outbox.ways()]
    return Announcer(engine, reader, office, roads, read_terms(settings.zalo_terms))
