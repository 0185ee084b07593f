"""
The address that Zalo's Bot Platform calls: authentic, whole, stored, and only then answered.

Refusals come in a fixed order and say nothing. What is authentic but not for us is counted and
answered 200; what could not be stored is answered 503, so that it comes again. A request without
a body is Zalo looking whether somebody is there: it is told so, and nothing is read.
"""

from __future__ import annotations

import hmac
import logging
from collections import Counter
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

from bot.channels.base import Ignored
from bot.channels.body import Malformed, Refusal, expect_json, parse_object, read_body
from bot.channels.telegram_webhook import AGAIN
from bot.channels.zalo_bot_decode import decode, updates
from bot.turn import NotStored

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from bot.channels.base import Incoming

PATH = "/zalo-bot/webhook"
SECRET_HEADER = "X-Bot-Api-Secret-Token"  # noqa: S105 - a header's name

log = logging.getLogger(__name__)


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
        if not secrets or not all(secrets):
            raise ValueError("a webhook needs a secret")
        self._account = account
        self._secrets = [secret.encode() for secret in secrets]
        self._hear = hear
        self._now = now
        self.counts: Counter[str] = Counter()

    async def receive(self, request: web.Request) -> web.Response:
        """Answer one request."""
        if not request.can_read_body:
            self.counts["probe"] += 1
            return web.Response()
        try:
            expect_json(request)
            self._expect_secret(request)
            body = parse_object(await read_body(request))
        except Malformed:
            return self._refuse(400)
        except Refusal as refusal:
            return self._refuse(refusal.status)
        try:
            for update in updates(body):
                await self._take(decode(update, self._account, self._now()))
        except NotStored:
            return self._refuse(503)
        except Exception:  # one event that breaks us must not pass for stored
            log.exception("zalo_bot: an update was not heard")
            return self._refuse(503)
        return web.Response()

    async def _take(self, incoming: Incoming | Ignored) -> None:
        if isinstance(incoming, Ignored):
            self.counts[f"ignored {incoming.kind}"] += 1
        else:
            await self._hear(incoming)

    def _expect_secret(self, request: web.Request) -> None:
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        known = [hmac.compare_digest(given, secret) for secret in self._secrets]
        if not any(known):
            raise Refusal(403)

    def _refuse(self, status: int) -> web.Response:
        self.counts[f"refused {status}"] += 1
        return web.Response(
            status=status, headers=AGAIN if status == HTTPStatus.SERVICE_UNAVAILABLE else None
        )
