"""What is behind a channel in a running program: conversation, lane, tables, files, sender."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.accounts import Account, Hear
from bot.after_commit import ActingStore
from bot.channels.base import Incoming
from bot.keeping import Keeper
from bot.outbox import Outbox
from bot.photos import Photos
from bot.turn import Lane
from handlers import codes, machine
from storage.columns import metadata
from storage.engine import open_engine, open_reader
from storage.hearing import Heard
from storage.media import Folder
from storage.outbox import Ledger
from storage.pace import Buckets
from tests.book import the_book


@asynccontextmanager
async def tables(database: str) -> AsyncIterator[tuple[AsyncEngine, AsyncEngine]]:
    """A database that has its tables: to write, and to read only."""
    engine, reader = open_engine(database), open_reader(database)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        yield engine, reader
    finally:
        await reader.dispose()
        await engine.dispose()


@asynccontextmanager
async def at_work(
    account: Account, engine: AsyncEngine, folder: Path, noted: list[Incoming]
) -> AsyncIterator[Hear]:
    """
    All of it at work for one account; at the end it is stopped as on SIGTERM.

    Gives who hears what comes in. All of that is `noted`, be it new or known.
    """
    async with AsyncExitStack() as opened:
        worker = uuid.uuid4().hex
        store = ActingStore(engine, machine.step, codes.digits, worker)
        opened.push_async_callback(store.close)
        lane = Lane(store, the_book, limit=None)
        outbox = Outbox([account.channel], Ledger(engine, worker), Buckets(engine), {})
        photos = Photos()
        opened.callback(photos.close)
        fetches = {account.channel.account: account.fetch}
        keeper = Keeper(engine, Folder(folder / "media"), photos, fetches, lane.hear)

        def act(heard: Heard) -> None:
            outbox.take(heard.replies)
            keeper.heed(heard.effects)

        store.act = act

        async def hear(incoming: Incoming) -> Heard:
            noted.append(incoming)
            return await lane.hear(incoming)

        await outbox.open()
        lane.start()
        running = (outbox.run(), keeper.run(), *account.loops(hear))
        loops = [asyncio.create_task(loop) for loop in running]
        try:
            yield hear
        finally:
            await lane.stop()
            for loop in loops:
                loop.cancel()
            await asyncio.gather(*loops, return_exceptions=True)
