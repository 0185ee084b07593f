"""
Our accounts on services outside, as the settings name them: a new kind of channel is added here.

What only some installations need is imported where it is wanted, so that the others start sooner.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from bot.channels.base import Channel, Incoming, Window
from bot.channels.watching import watch
from storage.hearing import Heard

if TYPE_CHECKING:
    from aiohttp import web
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.channels.attaching import Attachments
    from bot.channels.picture_links import PictureLinks
    from bot.channels.zalo_access import Access
    from bot.channels.zalo_oa_account import ZaloOAAccount
    from bot.channels.zalo_silence import Silence
    from bot.settings import Settings
    from content.model import Book

SILENCE_SECONDS = 900.0
"""How often it is looked whether an account that hears much has fallen silent."""

BULK_SHARE = 0.8
"""The part of a channel's limit that bulk may use, which is the part that the settings name."""

Hear = Callable[[Incoming], Awaitable[Heard]]


class Account(Protocol):
    """One account with all that belongs to it."""

    @property
    def channel(self) -> Channel:
        """What is sent goes through this."""

    @property
    def counts(self) -> Mapping[str, int]:
        """What its webhook refused or passed over, by a word each."""

    def routes(self, hear: Hear) -> Iterable[web.RouteDef]:
        """Where the service calls us, if it does."""

    def loops(self, hear: Hear) -> Iterable[Coroutine[None, None, None]]:
        """What goes on by itself, until it is cancelled."""

    async def fetch(self, remote: str) -> bytes:
        """The bytes of a file that somebody sent; raises `Missing`."""


def always(_: datetime | None) -> Window:
    """Whoever was here at any time can be written to at any time."""
    return Window()


@dataclass(frozen=True, slots=True)
class Limited:
    """
    An account, and how many messages a second its service takes.

    `window` says until when it takes any for somebody, by when they were here last.
    """

    account: Account
    limit: float
    window: Callable[[datetime | None], Window] = always


@dataclass(frozen=True, slots=True)
class OfficialAccount:
    """A Zalo Official Account, what opens it to us, and who notices when it falls silent."""

    account: ZaloOAAccount
    access: Access
    silence: Silence

    @property
    def channel(self) -> Channel:
        return self.account.channel

    @property
    def counts(self) -> Mapping[str, int]:
        return self.account.counts

    def routes(self, hear: Hear) -> Iterator[web.RouteDef]:
        yield from self.account.routes(hear)
        yield from self.access.routes()

    def loops(self, hear: Hear) -> Iterator[Coroutine[None, None, None]]:
        yield from self.account.loops(hear)
        yield self.access.tokens.run()
        yield watch(self.channel.account, self.silence.trouble, SILENCE_SECONDS)

    async def fetch(self, remote: str) -> bytes:
        return await self.account.fetch(remote)


@dataclass(frozen=True, slots=True)
class Files:
    """What our accounts send pictures and papers with."""

    attachments: Attachments
    pictures: PictureLinks


async def open_accounts(
    settings: Settings,
    book: Book,
    engine: AsyncEngine,
    reader: AsyncEngine,
    opened: AsyncExitStack,
    files: Files,
) -> list[Limited]:
    """
    The accounts that the settings name, with their connections open until `opened` closes.

    Raises `NoKey` where Zalo's tokens could not be kept safe, and `TermsError` where what Zalo
    allows cannot be read.
    """
    found: list[Limited] = []
    if settings.telegram_token:
        from bot.channels.telegram_account import TelegramAccount, introductions

        telegram = TelegramAccount(settings, introductions(book), files.attachments)
        await opened.enter_async_context(telegram.channel)
        found.append(Limited(telegram, settings.telegram_rate / BULK_SHARE))
    if settings.zalo_oa_id:
        found.append(await _official(settings, engine, reader, opened, files))
    if settings.zalo_bot_token:
        from bot.channels.zalo_bot_account import ZaloBotAccount

        bot = ZaloBotAccount(settings, files.pictures)
        await opened.enter_async_context(bot.channel)
        found.append(Limited(bot, settings.zalo_rate))
    return found


async def _official(
    settings: Settings,
    engine: AsyncEngine,
    reader: AsyncEngine,
    opened: AsyncExitStack,
    files: Files,
) -> Limited:
    from bot.channels import zalo_windows
    from bot.channels.zalo_access import account_of, open_access
    from bot.channels.zalo_classes import Classes
    from bot.channels.zalo_oa_account import ZaloOAAccount
    from bot.channels.zalo_oa_arrivals import Arrivals
    from bot.channels.zalo_silence import Silence
    from bot.channels.zalo_terms import package_of, read_terms
    from bot.clock import now

    terms = read_terms(settings.zalo_terms)
    package = package_of(terms, settings.zalo_package)
    access = await opened.enter_async_context(open_access(settings, engine, reader))
    name = account_of(settings)
    classes = Classes(name, terms, package, reader, now)
    arrivals = Arrivals(engine, reader, name)
    account = ZaloOAAccount(
        settings, access.tokens, classes, arrivals, attachments=files.attachments
    )
    await opened.enter_async_context(account.channel)
    limit = zalo_windows.pace(zalo_windows.Account(terms, package), settings.zalo_rate)
    official = OfficialAccount(account, access, Silence(reader, name, now))
    return Limited(official, limit, classes.window)
