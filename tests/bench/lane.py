"""
`lane`: durable turns a second in process, with the real machine, book and tables.

So many chats at once hand their next word to the lane as soon as the last one was committed; each
is a stranger again after the 45 turns of the script, and the limit for one chat stays on. Beside
them runs the same lane over a store that does nothing: what the events and the lane cost alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, thread_time
from typing import TYPE_CHECKING

from bot.channels.base import Incoming
from bot.loop import settle_down
from bot.turn import Lane
from handlers import codes
from handlers.events import Followed, Moment, Said
from handlers.machine import step
from storage.columns import metadata
from storage.engine import open_engine
from storage.hearing import Heard, Hearing
from storage.unit import Store
from tests.bench.report import Row, Table
from tests.bench.script import turns_of
from tests.bench.surroundings import book, outcome_of
from tests.databases import KINDS, fresh, postgresql

if TYPE_CHECKING:
    from content.model import Book

ACCOUNT = "telegram:1"
CROWDS = (1, 16, 64)
WARM = 1.0


@dataclass(frozen=True, slots=True)
class Pace:
    """What a crowd came to; `loop` and `others` are processor seconds of our threads."""

    turns: int
    seconds: float
    waits: Sequence[float]
    loop: float
    others: float

    @property
    def a_second(self) -> float:
        return self.turns / self.seconds

    def share(self, part: float) -> float:
        """The wait in milliseconds that this part of the turns does not exceed."""
        return self.waits[int(len(self.waits) * part)] * 1000

    def cpu(self) -> float:
        """Processor microseconds a turn."""
        return (self.loop + self.others) / self.turns * 1e6


class NoStore(Store):
    """Forgets everything at once."""

    async def hear(self, hearings: Sequence[Hearing], book: Book) -> list[Heard]:
        return [Heard() for _ in hearings]


async def crowd(lane: Lane, chats: int, seconds: float) -> Pace:
    """Have so many chats talk to a lane; the time in which everything is new does not count."""
    people, keys = count(1), count(1)
    waits: list[float] = []
    start = perf_counter() + WARM
    until = start + seconds

    async def chat() -> None:
        while True:
            person = next(people)
            address = str(person)
            for text in turns_of(person):
                began = perf_counter()
                if began > until:
                    return
                await lane.hear(incoming(address, text, next(keys)))
                if began > start:
                    waits.append(perf_counter() - began)

    talks = [asyncio.create_task(chat()) for _ in range(chats)]
    await asyncio.sleep(WARM)
    began, loop, everything = perf_counter(), thread_time(), process_time()
    await asyncio.gather(*talks)
    total = perf_counter() - began
    loop, everything = thread_time() - loop, process_time() - everything
    return Pace(len(waits), total, sorted(waits), loop, everything - loop)


def incoming(address: str, text: str, key: int) -> Incoming:
    """What somebody types, or how they begin."""
    now = datetime.now(UTC)
    at = Moment(now, now, 0)
    event = Followed(at) if text == "/start" else Said(at, text)
    return Incoming(ACCOUNT, address, str(key), event, "vi", answerable=True)


async def durable(url: str, chats: int, seconds: float) -> Pace:
    """A crowd at a lane over this database, which is empty before."""
    engine = open_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    pace = await _measured(Store(engine, step, codes.digits, "bench"), chats, seconds)
    await engine.dispose()
    return pace


async def idle(chats: int, seconds: float) -> Pace:
    """A crowd at a lane that stores nothing."""
    with TemporaryDirectory() as folder:
        engine = open_engine(f"{folder}/none.db")
        pace = await _measured(NoStore(engine, step, codes.digits, "bench"), chats, seconds)
        await engine.dispose()
    return pace


async def _measured(store: Store, chats: int, seconds: float) -> Pace:
    the_book = book()
    lane = Lane(store, lambda: the_book)
    lane.start()
    settle_down()
    pace = await crowd(lane, chats, seconds)
    await lane.stop()
    if lane.counts.skipped or lane.counts.not_stored:
        raise RuntimeError(f"not everything was heard: {lane.counts}")
    return pace


def lane(seconds: float) -> Table:
    """Durable turns a second on both databases."""
    return Table("lane", list(_rows(seconds)), NOTE)


NOTE = (
    "“of no-op”: turns a second as a part of those of the same lane over a store that does "
    "nothing. CPU is ours, the loop's thread and SQLite's; a PostgreSQL server's own is not in it."
)


def _rows(seconds: float) -> Iterator[Row]:
    with postgresql() as server, TemporaryDirectory() as folder:
        for kind in KINDS:
            for chats in CROWDS:
                nothing = outcome_of(idle(chats, seconds / 2))
                place = Path(folder) / str(chats)
                place.mkdir(exist_ok=True)
                address = fresh(kind, place, server)
                pace = outcome_of(durable(address, chats, seconds))
                yield {
                    "database": kind,
                    "chats at once": chats,
                    "turns/s": pace.a_second,
                    "p50 ms": pace.share(0.5),
                    "p99 ms": pace.share(0.99),
                    "CPU µs/turn": pace.cpu(),
                    "of no-op": f"{pace.a_second / nothing.a_second:.1%}",
                }
