"""Our bot on the Bot Platform with all that is behind it: conversation, lane, tables, sender."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.channels.base import Incoming
from bot.channels.zalo_bot_account import ZaloBotAccount
from bot.channels.zalo_bot_webhook import PATH
from bot.settings import Settings, read_settings
from tests.fakes.zalo_bot_server import SECRET, TOKEN
from tests.inside import at_work, tables
from tests.served import served
from tests.whole.program import free_port


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
        account = ZaloBotAccount(self.settings)
        async with (
            account.channel,
            tables(self.database) as (engine, _),
            at_work(account, engine, self.folder, self.heard) as hear,
            served(account.routes(hear), self.port),
        ):
            yield self
