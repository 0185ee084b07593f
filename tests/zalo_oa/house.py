"""Our Official Account with all that is behind it: conversation, lane, tables, tokens, files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.accounts import OfficialAccount
from bot.channels.zalo_access import open_access
from bot.channels.zalo_classes import Classes
from bot.channels.zalo_oa_account import ZaloOAAccount
from bot.channels.zalo_oa_arrivals import Arrivals
from bot.channels.zalo_oa_webhook import PATH
from bot.channels.zalo_silence import Silence
from bot.channels.zalo_terms import read_terms
from bot.clock import now
from bot.settings import Settings, read_settings
from tests.fakes.zalo_server import APP_ID, APP_SECRET, OA_ID, OA_SECRET, FakeZalo
from tests.inside import at_work, tables
from tests.served import served
from tests.zalo_oa.serving import ACCOUNT, Notebook


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
    settings, notebook = the_settings(zalo), Notebook()
    async with (
        tables(str(folder / "bot.db")) as (engine, reader),
        open_access(settings, engine, reader) as access,
    ):
        terms = read_terms(settings.zalo_terms)
        package = terms.packages[settings.zalo_package]
        classes = Classes(ACCOUNT, terms, package, reader, now)
        arrivals = Arrivals(engine, reader, ACCOUNT)
        account = ZaloOAAccount(settings, access.tokens, classes, arrivals, notebook)
        async with (
            account.channel,
            at_work(
                OfficialAccount(account, access, Silence(reader, ACCOUNT, now)), engine, folder, []
            ) as hear,
            served(account.routes(hear)) as url,
        ):
            await zalo.point(url + PATH)
            yield House(url + PATH, engine, notebook)
