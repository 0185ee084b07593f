"""A program that hears a talk from some event on, and says of each that it is stored."""

from __future__ import annotations

import asyncio
import sys

from bot.failpoints import reach
from handlers.events import Said
from storage.engine import open_engine
from storage.hearing import Hearing
from storage.unit import Store
from tests.storage.desk import ACCOUNT, book, digits, moment
from tests.storage.stand_in import step


async def hear(url: str, start: int, words: list[str]) -> None:
    """Each event keeps its key, however often it is sent."""
    engine = open_engine(url)
    store = Store(engine, step, digits, "child", reach)
    for number in range(start, len(words)):
        said = Said(moment(), words[number])
        await store.hear([Hearing(ACCOUNT, "1", f"key-{number}", said)], book())
        print("stored", flush=True)
    await engine.dispose()


asyncio.run(hear(sys.argv[1], int(sys.argv[2]), sys.argv[3:]))
