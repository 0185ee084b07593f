"""
The address that Zalo's Bot Platform calls: authentic, whole, stored, and only then answered.

Refusals come in a fixed order and say nothing. What is authentic but not for us is counted and
answered 200; what could not be stored is answered 503, so that it comes again. A request without
a body is Zalo looking whether somebody is there: it is told so, and nothing is read.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from aiohttp import web

from bot.channels.base import Ignored
from bot.channels.body import expect_json, parse_object, read_body
from bot.channels.webhook import Secrets, answered, stored
from bot.channels.zalo_bot_decode import decode, updates

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from bot.channels.base import Incoming

PATH = "/zalo-bot/webhook"
SECRET_HEADER = "X-Bot-Api-Secret-Token"  # noqa: S105 - a header's name


class ZaloBotWebhook:
    """
    Hears one bot's updates; `secrets` are the one or two that authenticate them.

    `counts` has what was refused and what was ignored, by a word each.
    """

    def __init__(
        self,
        account: str,
        secrets: Sequence[str],
        hear: Callable[[Incoming], Awaitable[object]],
        now: Callable[[], datetime],
    ) -> None:
        self._account = account
        self._secrets = Secrets(SECRET_HEADER, secrets)
        self._hear = hear
        self._now = now
        self.counts: Counter[str] = Counter()

    async def receive(self, request: web.Request) -> web.Response:
        """Answer one request."""
        return await answered(self._answer(request), self.counts)

    async def _answer(self, request: web.Request) -> web.Response:
        if not request.can_read_body:
            self.counts["probe"] += 1
            return web.Response()
        expect_json(request)
        self._secrets.expect(request)
        body = parse_object(await read_body(request))
        for update in updates(body):
            await stored(self._take(decode(update, self._account, self._now())), self._account)
        return web.Response()

    async def _take(self, incoming: Incoming | Ignored) -> None:
        if isinstance(incoming, Ignored):
            self.counts[f"ignored {incoming.kind}"] += 1
        else:
            await self._hear(incoming)
