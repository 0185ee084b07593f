"""
Our Official Account with all that belongs to it: its way in, its files, and whether it is ours.

Nothing here is needed for the start: a Zalo that does not answer is looked for once a minute, and
the rest of the program goes on meanwhile.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bot.channels.calling import CallFailed
from bot.channels.watching import watch
from bot.channels.zalo_fields import name_of
from bot.channels.zalo_oa import ZaloOA
from bot.channels.zalo_oa_heeding import Heeding
from bot.channels.zalo_oa_webhook import PATH, ZaloWebhook
from bot.channels.zalo_tokens import NoToken
from bot.clock import now
from bot.outbox import SENDERS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping

    from bot.channels.attaching import Attachments
    from bot.channels.base import Incoming
    from bot.channels.zalo_oa import Classes
    from bot.channels.zalo_oa_arrivals import Arrivals
    from bot.channels.zalo_oa_calls import TokenSource
    from bot.channels.zalo_oa_webhook import Reports
    from bot.settings import Settings

    Hear = Callable[[Incoming], Awaitable[object]]

PICTURE_PATH = "/zalo/phone.png"
PICTURE = Path(__file__).parent / "static" / "zalo_phone.png"
"""The image on the form that asks for a phone number; Zalo fetches it from us."""


class ZaloOAAccount:
    """
    One Official Account, reached as the settings say; its `channel` is to be opened.

    `reports` heeds what happens without anybody saying anything; by itself, the talk does. Without
    `attachments` messages go without their files.
    """

    def __init__(
        self,
        settings: Settings,
        tokens: TokenSource,
        classes: Classes,
        arrivals: Arrivals,
        reports: Reports | None = None,
        attachments: Attachments | None = None,
    ) -> None:
        self.channel = ZaloOA(
            settings.zalo_oa_id,
            tokens,
            classes,
            api=settings.zalo_api,
            business=settings.zalo_business_api,
            proxy=settings.http_proxy.value,
            senders=SENDERS,
            app_secrets=[secret.value for secret in settings.zalo_app_secret[::-1]],
            picture=settings.public_url and settings.public_url + PICTURE_PATH,
            attachments=attachments,
        )
        self._id = settings.zalo_oa_id
        self._app_id = settings.zalo_app_id
        self._secrets = [secret.value for secret in settings.zalo_oa_secret_key]
        self._arrivals = arrivals
        self._reports = reports
        self.counts: Mapping[str, int] = {}

    def routes(self, hear: Hear) -> list[web.RouteDef]:
        """The webhook, which is the only way in, and what Zalo fetches from us."""
        account = self.channel.account
        reports = self._reports or Heeding(account, hear, self._arrivals, now)
        webhook = ZaloWebhook(account, self._app_id, self._secrets, hear, reports, now)
        self.counts = webhook.counts
        picture = PICTURE.read_bytes()

        async def show(_: web.Request) -> web.Response:
            return web.Response(body=picture, content_type="image/png")

        return [web.post(PATH, webhook.receive), web.get(PICTURE_PATH, show)]

    def loops(self, _: Hear) -> Iterator[Coroutine[None, None, None]]:
        """What goes on by itself, until it is cancelled."""
        yield self.keep_up()
        yield self._arrivals.run()

    async def keep_up(self) -> None:
        """Look whether Zalo answers us, and as the account that we are."""
        await watch(self.channel.account, self._trouble)

    async def fetch(self, remote: str) -> bytes:
        """The bytes of a file that somebody sent; raises `Missing`."""
        return await self.channel.fetch(remote)

    async def _trouble(self) -> str:
        try:
            answer = await self.channel.about()
        except NoToken as none:
            return f"no token ({none})"
        except CallFailed as failure:
            return f"no answer: {failure}"
        if answer.error:
            return f"error {answer.error}"
        names = {name_of(answer.data, "oaid"), name_of(answer.data, "oa_id")} - {""}
        return "" if self._id in names or not names else "the token is another account's"
