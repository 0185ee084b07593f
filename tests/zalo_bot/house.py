"""Our bot on the Bot Platform with all that is behind it: conversation, lane, tables, sender."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from aiohttp import web

from bot.after_commit import ActingStore
from bot.channels.base import Incoming
from bot.channels.zalo_bot_account import ZaloBotAccount
from bot.channels.zalo_bot_webhook import PATH
from bot.keeping import Keeper
from bot.outbox import Outbox
from bot.photos import Photos
from bot.settings import OWN_PACK, Settings, read_settings
from bot.turn import Lane
from content.load import load
from content.model import Book
from handlers import codes, machine
from storage.columns import metadata
from storage.engine import open_engine
from storage.hearing import Heard
from storage.media import Folder
from storage.outbox import Ledger
from storage.pace import Buckets
from tests.fakes.zalo_bot_server import SECRET, TOKEN
from tests.whole.program import free_port


@cache
def the_book() -> Book:
    return load(OWN_PACK, demo=True)


@dataclass(slots=True)
class House:
    """
    A running program, as far as the Bot Platform needs one; `api` is where that is.

    `heard` is everything that came in, be it new or known.
    """

    folder: Path
    api: str
    mode: str = "webhook"
    port: int = field(default_factory=free_port)
    heard: list[Incoming] = field(default_factory=list)

    @property
    def database(self) -> str:
        return str(self.folder / "bot.db")

    @property
    def webhook(self) -> str:
        return f"http://127.0.0.1:{self.port}{PATH}"

    @property
    def settings(self) -> Settings:
        return read_settings(
            {
                "BOT_PUBLIC_URL": f"http://127.0.0.1:{self.port}",
                "BOT_ZALO_BOT_TOKEN": TOKEN,
                "BOT_ZALO_BOT_API": self.api,
                "BOT_ZALO_BOT_MODE": self.mode,
                "BOT_ZALO_BOT_SECRET": SECRET,
            }
        )

    @asynccontextmanager
    async def open(self) -> AsyncIterator[House]:
        """Start the program on its folder; at the end it is stopped as on SIGTERM."""
        async with AsyncExitStack() as opened:
            account = ZaloBotAccount(self.settings)
            await opened.enter_async_context(account.channel)
            engine = open_engine(self.database)
            opened.push_async_callback(engine.dispose)
            async with engine.begin() as connection:
                await connection.run_sync(metadata.create_all)
            worker = uuid.uuid4().hex
            store = ActingStore(engine, machine.step, codes.digits, worker, lambda _: None)
            opened.push_async_callback(store.close)
            lane = Lane(store, the_book, None)
            outbox = Outbox([account.channel], Ledger(engine, worker), Buckets(engine), {})
            photos = Photos()
            opened.callback(photos.close)
            fetches = {account.channel.account: account.fetch}
            media = Folder(self.folder / "media")
            keeper = Keeper(engine, media, photos, fetches, lane.hear)

            def act(heard: Heard) -> None:
                outbox.take(heard.replies)
                keeper.heed(heard.effects)

            store.act = act

            async def hear(incoming: Incoming) -> Heard:
                self.heard.append(incoming)
                return await lane.hear(incoming)

            await outbox.open()
            lane.start()
            app = web.Application()
            app.router.add_routes(account.routes(hear))
            runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", self.port).start()
            loops = [
                asyncio.create_task(loop)
                for loop in (outbox.run(), keeper.run(), account.listen(hear), account.keep_up())
            ]
            try:
                yield self
            finally:
                await runner.cleanup()
                await lane.stop()
                for loop in loops:
                    loop.cancel()
                await asyncio.gather(*loops, return_exceptions=True)
