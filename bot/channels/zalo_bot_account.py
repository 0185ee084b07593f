"""
Our bot on Zalo's Bot Platform with all that belongs to it: its way in, and what people sent.

Nothing here is needed for the start: a platform that does not answer is looked for once a minute,
and the rest of the program goes on meanwhile.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot.channels.base import Incoming
from bot.channels.calling import CallFailed
from bot.channels.watching import watch
from bot.channels.zalo_bot import ZaloBot
from bot.channels.zalo_bot_polling import ZaloBotPolling, remove_webhook
from bot.channels.zalo_bot_request import Denied
from bot.channels.zalo_bot_webhook import PATH, ZaloBotWebhook
from bot.clock import now
from bot.outbox import SENDERS

if TYPE_CHECKING:
    from bot.channels.picture_links import PictureLinks
    from bot.settings import Settings

Hear = Callable[[Incoming], Awaitable[object]]


class ZaloBotAccount:
    """One bot, reached as the settings say; its `channel` is to be opened."""

    def __init__(self, settings: Settings, pictures: PictureLinks | None = None) -> None:
        self.channel = ZaloBot(
            settings.zalo_bot_token.value,
            settings.zalo_bot_api,
            settings.http_proxy.value,
            senders=SENDERS,
            link=pictures.link if pictures else None,
        )
        self._pictures = pictures
        self.by_webhook = settings.zalo_bot_mode == "webhook"
        self._secrets = [secret.value for secret in settings.zalo_bot_secret]
        self._address = settings.public_url and settings.public_url + PATH
        self._told = False
        self.counts: Mapping[str, int] = {}

    def routes(self, hear: Hear) -> list[web.RouteDef]:
        """The webhook, where that is the way in, and the pictures that Zalo fetches from us."""
        shown = [*self._pictures.routes()] if self._pictures else []
        if not self.by_webhook:
            return shown
        webhook = ZaloBotWebhook(self.channel.account, self._secrets, hear, now)
        self.counts = webhook.counts
        return [web.post(PATH, webhook.receive), *shown]

    def loops(self, hear: Hear) -> Iterator[Coroutine[None, None, None]]:
        """What goes on by itself, until it is cancelled."""
        yield self.listen(hear)
        yield self.keep_up()

    async def listen(self, hear: Hear) -> None:
        """Ask for updates, where that is the way in; until cancelled."""
        if not self.by_webhook:
            await ZaloBotPolling(self.channel, hear, now).forever()

    async def keep_up(self) -> None:
        """Tell Zalo where our webhook is, once it answers; then see that it stays so."""
        await watch("zalo_bot", self._trouble)

    async def fetch(self, remote: str) -> bytes:
        """The bytes of a photo that somebody sent; raises `Missing`."""
        return await self.channel.fetch(remote)

    async def _trouble(self) -> str:
        try:
            found = await self._right_webhook()
        except CallFailed as error:
            return str(error)
        self._told = not found
        return found

    async def _right_webhook(self) -> str:
        """
        See that the webhook is as the settings say; what is still wrong with it.

        Zalo never says which secret it has, so it is told once whatever it says. Where we do not
        know our own address, somebody else has pointed it.
        """
        if not self.by_webhook:
            if await webhook_address(self.channel):
                await remove_webhook(self.channel)
                return "a webhook was set elsewhere, which silences polling; it is removed"
            return ""
        if not self._address:
            return ""
        if self._told and await webhook_address(self.channel) == self._address:
            return ""
        return await point_webhook(self.channel, self._address, self._secrets[-1])


async def point_webhook(channel: ZaloBot, url: str, secret: str) -> str:
    """Have updates sent to `url`; what Zalo finds wrong there, though it keeps the address."""
    answer = await channel.call("setWebhook", {"url": url, "secret_token": secret})
    match answer:
        case {"verification": {"ok": False, **more}}:
            return f"Zalo cannot verify the webhook: {str(more.get('hint', ''))[:200]}"
        case _:
            return ""


async def webhook_address(channel: ZaloBot) -> str:
    """Where Zalo sends updates to; empty for nowhere. Raises `CallFailed`."""
    try:
        info = await channel.call("getWebhookInfo")
    except Denied as answer:
        if answer.code == 404:
            return ""
        raise
    return str(info.get("url") or "") if isinstance(info, dict) else ""


@dataclass(frozen=True, slots=True)
class Sight:
    """What Zalo says of our bot; `trouble` when it says nothing."""

    name: str = ""
    webhook: str = ""
    trouble: str = ""


async def look(settings: Settings) -> Sight:
    """Ask Zalo who we are and where it sends what people say to us."""
    async with ZaloBotAccount(settings).channel as channel:
        try:
            me = await channel.call("getMe")
            webhook = await webhook_address(channel)
        except CallFailed as error:
            return Sight(trouble=f"{type(error).__name__}: {error}")
    names = (me.get("display_name"), me.get("account_name")) if isinstance(me, dict) else ()
    return Sight(next((str(name) for name in names if name), ""), webhook)
