"""A program that hears one person's words, for tests with several programs on one database."""

from __future__ import annotations

import asyncio
import sys

from handlers.events import Said
from storage.engine import open_engine
from storage.hearing import Hearing
from storage.unit import Store
from tests.storage.desk import ACCOUNT, book, digits, moment
from tests.storage.stand_in import step


async def talk(url: str, name: str, turns: int) -> None:
    """Answer so many questions, each in a batch of its own."""
    engine = open_engine(url)
    store = Store(engine, step, digits, name)
    for turn in range(turns):
        said = Said(moment(), f"q-{name}-{turn}=x")
        await store.hear([Hearing(ACCOUNT, "1", f"{name}-{turn}", said)], book())
    await store.close()
    await engine.dispose()


asyncio.run(talk(sys.argv[1], sys.argv[2], int(sys.argv[3])))
