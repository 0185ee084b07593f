"""Durable turns a second in process: the real machine, book and tables behind the real lane."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from itertools import count
from time import perf_counter

from bot.channels.base import Incoming
from bot.turn import Lane
from content.model import Book
from handlers import codes
from handlers.events import Followed, Moment, Said
from handlers.machine import step
from storage.engine import open_engine
from storage.schema import metadata
from storage.unit import Store
from tests.bench.script import TURNS

ACCOUNT = "telegram:1"


async def run(url: str, book: Book, chats: int, seconds: float) -> tuple[float, float, float]:
    """Turns a second, and the median and 99th percentile of a turn in milliseconds."""
    engine = open_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    lane = Lane(Store(engine, step, codes.digits, "bench"), lambda: book)
    lane.start()
    people, keys = count(1), count(1)
    taken: list[float] = []
    until = perf_counter() + seconds

    async def chat() -> None:
        while perf_counter() < until:
            address = str(next(people))
            for text in TURNS:
                now = datetime.now(UTC)
                at = Moment(now, now, 0)
                event = Followed(at) if text == "/start" else Said(at, text)
                incoming = Incoming(ACCOUNT, address, str(next(keys)), event, "vi", True)
                began = perf_counter()
                await lane.hear(incoming)
                taken.append(perf_counter() - began)
                if began > until:
                    return

    began = perf_counter()
    await asyncio.gather(*(chat() for _ in range(chats)))
    total = perf_counter() - began
    await lane.stop()
    await engine.dispose()
    taken.sort()
    return len(taken) / total, taken[len(taken) // 2] * 1e3, taken[int(len(taken) * 0.99)] * 1e3
