"""An Official Account on a made-up Zalo, and any number of our processes that share its tokens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import aiohttp

from bot.channels.zalo_access import Access, account_of, open_access
from bot.channels.zalo_tokens import Tokens
from bot.settings import Settings, read_settings
from storage.engine import open_engine, open_reader
from storage.sealing import Seal
from storage.upgrade import upgrade
from storage.zalo_tokens import Grant, Grants
from tests.fakes.zalo_server import FakeZalo

KEY = "0123456789abcdef0123456789ABCDEF"
REFUSED = frozenset({-216, -220})


@dataclass(slots=True)
class Office:
    """One database with the tables, one Zalo; `more` are settings beside the usual ones."""

    database: str
    zalo: FakeZalo
    folder: str
    more: dict[str, str] = field(default_factory=dict)

    def environ(self, **more: str) -> dict[str, str]:
        """The settings of a process."""
        usual = {
            "BOT_DATABASE_URL": self.database,
            "BOT_DATA_DIR": self.folder,
            "BOT_SECRET_KEY": KEY,
            "BOT_ZALO_OA_ID": self.zalo.oa_id,
            "BOT_ZALO_APP_ID": self.zalo.app_id,
            "BOT_ZALO_APP_SECRET": self.zalo.app_secret,
            "BOT_ZALO_OAUTH_API": self.zalo.oauth_url,
            "BOT_ZALO_API": self.zalo.url,
        }
        return usual | self.more | more

    def settings(self, **more: str) -> Settings:
        return read_settings(self.environ(**more))

    def now(self) -> datetime:
        """The moment it is at Zalo's, and at ours."""
        return datetime.fromtimestamp(self.zalo.clock(), UTC)

    @asynccontextmanager
    async def opened(self, **more: str) -> AsyncIterator[Access]:
        """What another process has: it shares the database with the others, and nothing else."""
        engine, reader = open_engine(self.database), open_reader(self.database)
        try:
            await upgrade(engine)
            async with open_access(self.settings(**more), engine, reader, self.now) as access:
                yield access
        finally:
            await engine.dispose()
            await reader.dispose()

    @asynccontextmanager
    async def process(self, **more: str) -> AsyncIterator[Tokens]:
        """The same, where the tokens are all that matters."""
        async with self.opened(**more) as access:
            yield access.tokens

    async def granted(self) -> None:
        """There is a grant, and a fresh pair of tokens."""
        pasted = self.zalo.issue_refresh_token()
        async with self.process(BOT_ZALO_REFRESH_TOKEN=pasted) as tokens:
            await tokens.current()

    async def grant(self) -> Grant:
        """The row."""
        engine, account = open_engine(self.database), account_of(self.settings())
        try:
            found = await Grants(engine, engine, Seal([KEY]), account).find()
        finally:
            await engine.dispose()
        assert found is not None
        return found

    @property
    def asked(self) -> int:
        """How often Zalo was asked for tokens."""
        return len(self.zalo.tokens_asked())

    async def use(self, tokens: Tokens) -> str:
        """Call Zalo as a sender does; the token that worked."""
        return await use(tokens, self.zalo.url)

    async def call(self, token: str) -> int:
        """What Zalo says to this token."""
        return await call(self.zalo.url, token)


async def use(tokens: Tokens, api: str) -> str:
    """Call Zalo as a sender does, with another token once; the token that worked."""
    token = await tokens.current()
    if await call(api, token) in REFUSED:
        token = await tokens.refused(token)
        assert await call(api, token) == 0
    await tokens.accepted(token)
    return token


async def call(api: str, token: str) -> int:
    """What Zalo says to this token."""
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{api}/v2.0/oa/getoa", headers={"access_token": token}) as said,
    ):
        answer = await said.json()
    error: int = answer["error"]
    return error
