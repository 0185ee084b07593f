"""Our Official Account with all that is behind it: conversation, lane, tables, tokens, files."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.after_commit import ActingStore
from bot.channels.zalo_access import open_access
from bot.channels.zalo_classes import Classes
from bot.channels.zalo_oa import now
from bot.channels.zalo_oa_account import ZaloOAAccount
from bot.channels.zalo_oa_arrivals import Arrivals
from bot.channels.zalo_oa_webhook import PATH
from bot.channels.zalo_terms import read_terms
from bot.keeping import Keeper
from bot.outbox import Outbox
from bot.photos import Photos
from bot.settings import OWN_PACK, Settings, read_settings
from bot.turn import Lane
from content.load import load
from content.model import Book
from handlers import codes, machine
from storage.columns import metadata
from storage.engine import open_engine, open_reader
from storage.hearing import Heard
from storage.media import Folder
from storage.outbox import Ledger
from storage.pace import Buckets
from tests.fakes.zalo_server import APP_ID, APP_SECRET, OA_ID, OA_SECRET, FakeZalo
from tests.zalo_oa.serving import ACCOUNT, Notebook, served


@cache
def the_book() -> Book:
    return load(OWN_PACK, demo=True)


def the_settings(zalo: FakeZalo, **more: str) -> Settings:
    """The settings of an account at this Zalo."""
    return read_settings(
        {
            "BOT_PUBLIC_URL": "https://bot.example.org",
            "BOT_SECRET_KEY": "0123456789abcdef" * 4,
            "BOT_ZALO_OA_ID": OA_ID,
            "BOT_ZALO_APP_ID": APP_ID,
            "BOT_ZALO_APP_SECRET": APP_SECRET,
            "BOT_ZALO_OA_SECRET_KEY": f"an-older-secret,{OA_SECRET}",
            "BOT_ZALO_REFRESH_TOKEN": zalo.issue_refresh_token(),
            "BOT_ZALO_API": zalo.url,
            "BOT_ZALO_OAUTH_API": zalo.oauth_url,
        }
        | more
    )


@dataclass(slots=True)
class House:
    """A running program, as far as the account needs one; `url` is its webhook's."""

    url: str
    engine: AsyncEngine
    notebook: Notebook

    async def count(self, table: str) -> int:
        """How many rows a table has."""
        rows = select(func.count()).select_from(text(table))
        async with self.engine.connect() as connection:
            return (await connection.execute(rows)).scalar_one()

    async def column(self, query: str) -> list[object]:
        """The first column of what a query finds."""
        async with self.engine.connect() as connection:
            return list((await connection.execute(text(query))).scalars())


@asynccontextmanager
async def running(folder: Path, zalo: FakeZalo) -> AsyncIterator[House]:
    """Start the program on its folder, and tell Zalo where it is."""
    settings, worker, notebook = the_settings(zalo), uuid.uuid4().hex, Notebook()
    async with AsyncExitStack() as opened:
        database = str(folder / "bot.db")
        engine, reader = open_engine(database), open_reader(database)
        opened.push_async_callback(engine.dispose)
        opened.push_async_callback(reader.dispose)
        async with engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        store = ActingStore(engine, machine.step, codes.digits, worker)
        opened.push_async_callback(store.close)
        lane = Lane(store, the_book, limit=None)
        access = await opened.enter_async_context(open_access(settings, engine, reader))
        terms = read_terms(settings.zalo_terms)
        package = terms.packages[settings.zalo_package]
        classes = Classes(ACCOUNT, terms, package, reader, now)
        arrivals = Arrivals(engine, reader, ACCOUNT)
        made = ZaloOAAccount(settings, access.tokens, classes, arrivals, notebook)
        account = await opened.enter_async_context(made)
        outbox = Outbox([account.channel], Ledger(engine, worker), Buckets(engine), {})
        photos = Photos()
        opened.callback(photos.close)
        fetches = {account.channel.account: account.fetch}
        keeper = Keeper(engine, Folder(folder / "media"), photos, fetches, lane.hear)

        def act(heard: Heard) -> None:
            outbox.take(heard.replies)
            keeper.heed(heard.effects)

        store.act = act
        lane.start()
        await outbox.open()
        loops = [
            asyncio.create_task(loop)
            for loop in (outbox.run(), keeper.run(), access.tokens.run(), account.keep_up())
        ]
        opened.push_async_callback(ended, loops)
        async with served(account.routes(lane.hear)) as url:
            await zalo.point(url + PATH)
            yield House(url + PATH, engine, notebook)
            await lane.stop()


async def ended(loops: list[asyncio.Task[None]]) -> None:
    for loop in loops:
        loop.cancel()
    await asyncio.gather(*loops, return_exceptions=True)
