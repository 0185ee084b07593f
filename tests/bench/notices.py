"""
`notice-audience`, `notice-sending`: how long a notice takes to be planned and written down for a
million people, and to be sent.

Sending is by a channel that takes everything at once, which leaves what the ledger costs; beside it
stands a plain loop over the same channel.
"""

from __future__ import annotations

import asyncio
import resource
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TYPE_CHECKING, NamedTuple

from bot.channels.base import Outgoing, Receipt, Sent
from bot.notices.announcer import MOST, announcer
from bot.outbox import Outbox
from bot.settings import read_settings
from bot.turn import Lane
from handlers import codes
from handlers.effects import Message
from handlers.machine import step
from storage import notices
from storage.audience import EVERYONE
from storage.columns import Announcing, Sending
from storage.due_notices import take_due
from storage.engine import open_engine, open_reader
from storage.freezing import freeze
from storage.ledgers import counts
from storage.notices import Draft
from storage.outbox import Ledger
from storage.pace import Buckets
from storage.persons import Windows
from storage.reach import reach
from storage.unit import Store
from tests.bench.lane import incoming
from tests.bench.population import ACCOUNT, TOPIC, populate
from tests.bench.report import Row, Table
from tests.bench.surroundings import book, outcome_of
from tests.databases import KINDS, fresh, postgresql

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

MANY, SOME = 1_000_000, 100_000
RATE = 50.0
CALM = 3.0
WORKER = "bench"
DRAFT = Draft("Bench", TOPIC, {"vi": "The department invites you to a course on Thursday."})
BY_DAY = {"BOT_QUIET_HOURS": "none"}
PLACES = (MOST, 4 * MOST)
BOUNDLESS = 1e6
LOOK = 0.1


class Taking:
    """A channel that takes everything at once."""

    account = ACCOUNT

    def __init__(self) -> None:
        self.count = 0

    async def send(self, outgoing: Outgoing) -> Receipt:
        """Take one."""
        self.count += 1
        return Sent(str(outgoing.id))


class Written(NamedTuple):
    """What an audience took, in seconds, and how long people waited meanwhile and before."""

    plans: tuple[float, float]
    seconds: float
    cpu: float
    waits: list[float]
    calm: list[float]


class Drained(NamedTuple):
    """What sending took, in seconds, and in megabytes from the first half to the end."""

    seconds: float
    cpu: float
    more: float


def audience(seconds: float) -> Table:
    """How long a million people take to be counted and written down, and who waits meanwhile."""
    del seconds
    note = (
        f"All have agreed. Meanwhile the same process hears {RATE:.0f} turns a second; “without” "
        "is their p99 before. CPU is ours, the loop's thread and SQLite's."
    )
    return Table("notice-audience", list(_on_both(_audience)), note)


def sending(seconds: float) -> Table:
    """How fast the ledger is."""
    del seconds
    note = (
        f"{SOME:,} people and a channel that takes everything at once. Each row is marked before "
        f"and settled after its send. The program has {MOST} in flight at most, which is more than "
        "any of our channels needs; “MB more”: what the second half took."
    )
    rows = [row for places in PLACES for row in _on_both(partial(_sending, places))]
    return Table("notice-sending", rows, note)


def _on_both(measured: Callable[[str, str], Row]) -> Iterator[Row]:
    with postgresql() as server:
        for kind in KINDS:
            with TemporaryDirectory() as folder:
                yield measured(kind, fresh(kind, Path(folder), server))


def _audience(kind: str, url: str) -> Row:
    found = outcome_of(_written(url))
    return {
        "database": kind,
        f"plan of {SOME:,}, s": found.plans[0],
        f"plan of {MANY:,}, s": found.plans[1],
        f"{MANY:,} written, s": found.seconds,
        "CPU s": found.cpu,
        "turns' p99 ms": _p99(found.waits),
        "longest ms": found.waits[-1] * 1000,
        "p99 ms without": _p99(found.calm),
    }


def _sending(places: int, kind: str, url: str) -> Row:
    bare = outcome_of(_loop())
    found = outcome_of(_drained(url, places))
    return {
        "in flight": places,
        "database": kind,
        "messages/s": SOME / found.seconds,
        "CPU µs/message": found.cpu / SOME * 1e6,
        "by CPU /s": SOME / found.cpu,
        "of a plain loop": f"{bare / found.seconds:.1%}",
        "MB more": found.more,
    }


async def _written(url: str) -> Written:
    engine, reader = open_engine(url), open_reader(url)
    await populate(engine, 1, SOME)
    small = await _planned(reader)
    await populate(engine, SOME + 1, MANY)
    plans = (small, await _planned(reader))
    store = Store(engine, step, codes.digits, WORKER)
    the_book = book()
    lane = Lane(store, lambda: the_book)
    lane.start()
    calm: list[float] = []
    await _talked(lane, calm, CALM)
    one = await _begun(engine)
    waits: list[float] = []
    talk = asyncio.create_task(_talked(lane, waits, 3600.0))
    began, used = perf_counter(), process_time()
    await freeze(engine, WORKER, one, _windows(), datetime.now(UTC))
    seconds, cpu = perf_counter() - began, process_time() - used
    talk.cancel()
    with suppress(asyncio.CancelledError):
        await talk
    await lane.stop()
    await store.close()
    await engine.dispose()
    await reader.dispose()
    return Written(plans, seconds, cpu, sorted(waits), sorted(calm))


async def _planned(reader: AsyncEngine) -> float:
    began = perf_counter()
    await reach(reader, EVERYONE, TOPIC, _windows())
    return perf_counter() - began


def _windows() -> Windows:
    now = datetime.now(UTC)
    return Windows(now - timedelta(days=2), now - timedelta(days=7))


async def _begun(engine: AsyncEngine) -> notices.Notice:
    now = datetime.now(UTC)
    ledger = Ledger(engine, WORKER)
    await ledger.beat()
    number = await notices.create(engine, DRAFT, now)
    await notices.schedule(engine, number, now, now)
    one = await take_due(engine, WORKER, ledger.living(), now, now - timedelta(hours=1))
    if one is None:
        raise RuntimeError("the notice is not due")
    return one


async def _talked(lane: Lane, waits: list[float], seconds: float) -> None:
    """Strangers say hello at even distances, whether the last one was answered or not."""
    loop = asyncio.get_running_loop()
    begin, number = loop.time(), 0

    async def hello(due: float, number: int) -> None:
        await lane.hear(incoming(f"stranger {number} of {begin}", "/start", number))
        waits.append(loop.time() - due)

    async with asyncio.TaskGroup() as talks:
        while (due := begin + number / RATE) < begin + seconds:
            await asyncio.sleep(due - loop.time())
            number += 1
            talks.create_task(hello(due, round(begin * 1000) * 10**6 + number))


async def _loop() -> float:
    """Seconds for the same messages in a plain loop."""
    channel, began = Taking(), perf_counter()
    message = Message(DRAFT.texts["vi"])
    for number in range(SOME):
        await channel.send(Outgoing(number, ACCOUNT, str(number), 0, message))
    return perf_counter() - began


async def _drained(url: str, places: int) -> Drained:
    engine, reader = open_engine(url), open_reader(url)
    await populate(engine, 1, SOME)
    one = await _begun(engine)
    await freeze(engine, WORKER, one, _windows(), datetime.now(UTC))
    channel = Taking()
    outbox = Outbox([channel], Ledger(engine, WORKER), Buckets(engine), {ACCOUNT: BOUNDLESS})
    the_book = book()
    announces = announcer(read_settings(BY_DAY), engine, reader, outbox, lambda: the_book, places)
    await outbox.open()
    began, used, half = perf_counter(), process_time(), 0.0
    work = [asyncio.create_task(one.run()) for one in (outbox, announces)]
    while await _stands(reader, one.id) is not Announcing.DONE:
        await asyncio.sleep(LOOK)
        if not half and channel.count > SOME / 2:
            half = _memory()
    seconds, cpu = perf_counter() - began, process_time() - used
    more = _memory() - half
    for task in work:
        task.cancel()
    await asyncio.wait(work)
    sent = (await counts(reader, one.id))[Sending.SENT]
    await engine.dispose()
    await reader.dispose()
    if sent != SOME or channel.count != SOME:
        raise RuntimeError(f"{sent} of {SOME} are sent, {channel.count} were taken")
    return Drained(seconds, cpu, more)


async def _stands(reader: AsyncEngine, number: int) -> Announcing:
    one = await notices.find(reader, number)
    if one is None:
        raise RuntimeError("the notice is gone")
    return one.status


def _memory() -> float:
    """Megabytes that this process has had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _p99(waits: list[float]) -> float:
    return waits[int(len(waits) * 0.99)] * 1000
