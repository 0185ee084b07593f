"""
Our bot on Telegram with all that belongs to it: its way in, its files, its name and menu.

Nothing here is needed for the start: a Telegram that does not answer is looked for once a minute,
and the rest of the program goes on meanwhile.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web
from telegram.error import TelegramError

from bot.channels.base import Incoming
from bot.channels.telegram import Telegram
from bot.channels.telegram_polling import TelegramPolling
from bot.channels.telegram_setup import Introduction, introduce, point_webhook, webhook_state
from bot.channels.telegram_webhook import PATH, TelegramWebhook
from bot.channels.watching import watch
from bot.clock import now
from bot.outbox import SENDERS
from storage.hearing import Heard

if TYPE_CHECKING:
    from bot.channels.attaching import Attachments
    from bot.settings import Settings
    from content.model import Book

MENU = ("register", "eligibility", "programme", "calendar", "mine", "staff", "settings", "help")
"""Commands in Telegram's menu, in its order; their names are the book's words with a slash."""

Hear = Callable[[Incoming], Awaitable[Heard]]


class TelegramAccount:
    """One bot, reached as the settings say; its `channel` is to be opened."""

    def __init__(
        self,
        settings: Settings,
        introductions: list[Introduction],
        attachments: Attachments | None = None,
    ) -> None:
        self.channel = Telegram(
            settings.telegram_token.value,
            settings.telegram_api,
            settings.http_proxy.value,
            senders=SENDERS,
            attachments=attachments,
        )
        self.by_webhook = settings.telegram_mode == "webhook"
        self._secrets = [secret.value for secret in settings.telegram_secret]
        self._address = settings.public_url and settings.public_url + PATH
        self._introductions = introductions
        self._introduced = False
        self.counts: Mapping[str, int] = {}

    def routes(self, hear: Hear) -> list[web.RouteDef]:
        """The webhook, where that is the way in."""
        if not self.by_webhook:
            return []
        webhook = TelegramWebhook(self.channel, self._secrets, hear, now)
        self.counts = webhook.counts
        return [web.post(PATH, webhook.receive)]

    def loops(self, hear: Hear) -> Iterator[Coroutine[None, None, None]]:
        """What goes on by itself, until it is cancelled."""
        yield self.listen(hear)
        yield self.keep_up()

    async def listen(self, hear: Hear) -> None:
        """Ask for updates, where that is the way in; until cancelled."""
        if not self.by_webhook:
            await TelegramPolling(self.channel, hear, now).forever()

    async def keep_up(self) -> None:
        """Say who we are and where our webhook is, once Telegram answers; then watch it."""
        await watch("telegram", self._trouble)

    async def fetch(self, remote: str) -> bytes:
        """The bytes of a file that somebody sent; raises `Missing`."""
        return await self.channel.fetch(remote)

    async def _trouble(self) -> str:
        try:
            if not self._introduced:
                await introduce(self.channel, self._introductions)
                await self._point_webhook()
                self._introduced = True
            return await self._webhook_trouble()
        except TelegramError as error:
            return type(error).__name__

    async def _point_webhook(self) -> None:
        """Where we do not know our own address, somebody else has pointed it."""
        if self.by_webhook and self._address:
            await point_webhook(self.channel, self._address, self._secrets[-1])

    async def _webhook_trouble(self) -> str:
        """What is wrong with the webhook; pointed elsewhere, it is pointed back."""
        if not (self.by_webhook and self._address):
            return ""
        state = await webhook_state(self.channel)
        if state.url != self._address:
            await self._point_webhook()
        return state.last_error if state.pending else ""


def introductions(book: Book) -> list[Introduction]:
    """How the bot presents itself: in each language, and in the first one to everybody else."""
    return [_introduction(book, language) for language in ("", *book.languages)]


def _introduction(book: Book, language: str) -> Introduction:
    wording, spoken = book.wording, language or book.languages[0]
    slashed = {key: word[1:] for word, key in book.commands.clear.items() if word[:1] == "/"}
    return Introduction(
        language,
        wording.say(spoken, "telegram-description", {"office": book.office.name}),
        wording.say(spoken, "telegram-about", {"office": book.office.name}),
        tuple(
            (slashed[key], wording.say(spoken, f"command-{key}")) for key in MENU if key in slashed
        ),
    )


@dataclass(frozen=True, slots=True)
class Sight:
    """What Telegram says of our bot; `trouble` when it says nothing."""

    name: str = ""
    webhook: str = ""
    pending: int = 0
    last_error: str = ""
    trouble: str = ""


async def look(settings: Settings) -> Sight:
    """Ask Telegram who we are and where it sends what people say to us."""
    async with TelegramAccount(settings, []).channel as channel:
        try:
            me = await channel.call("getMe", {})
            state = await webhook_state(channel)
        except TelegramError as error:
            return Sight(trouble=f"{type(error).__name__}: {error.message}")
    name = str(me.get("username", "")) if isinstance(me, dict) else ""
    return Sight(name, state.url, state.pending, state.last_error)
