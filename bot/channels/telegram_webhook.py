"""
The address that Telegram calls: authentic, whole, stored, and only then answered.

Refusals come in a fixed order and say nothing. What is authentic but not for us is counted and
answered 200, because anything else would hold up that chat for a day. What could not be stored is
answered 503, and Telegram brings it again.
"""

from __future__ import annotations

import hmac
import json
import logging
from collections import Counter
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol

from aiohttp import web

from bot.channels.base import Ignored
from bot.channels.body import Malformed, Refusal, expect_json, parse_object, read_body
from bot.channels.telegram_decode import decode
from bot.channels.telegram_render import pieces
from bot.turn import NotStored

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from bot.channels.base import Incoming
    from bot.channels.telegram import Telegram
    from handlers.effects import Message

PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
AGAIN = {"Retry-After": "3"}

log = logging.getLogger(__name__)


class Answer(Protocol):
    """A stored reply that may travel in our answer."""

    @property
    def address(self) -> str: ...

    @property
    def message(self) -> Message: ...


class Heard(Protocol):
    """What a turn leaves for the one who brought the event."""

    @property
    def answer(self) -> Answer | None: ...


class TelegramWebhook:
    """
    Hears one bot's updates; `secrets` are the one or two that authenticate them.

    `counts` has what was refused and what was ignored, by a word each.
    """

    def __init__(
        self,
        channel: Telegram,
        secrets: Sequence[str],
        hear: Callable[[Incoming], Awaitable[Heard]],
        now: Callable[[], datetime],
    ) -> None:
        if not secrets or not all(secrets):
            raise ValueError("a webhook needs a secret")
        self._channel = channel
        self._secrets = [secret.encode() for secret in secrets]
        self._hear = hear
        self._now = now
        self.counts: Counter[str] = Counter()

    async def receive(self, request: web.Request) -> web.Response:
        """Answer one request."""
        try:
            expect_json(request)
            self._expect_secret(request)
            update = parse_object(await read_body(request))
        except Malformed:
            return self._refuse(400)
        except Refusal as refusal:
            return self._refuse(refusal.status)
        incoming = decode(update, self._channel.account, self._now(), answerable=True)
        if isinstance(incoming, Ignored):
            self.counts[f"ignored {incoming.kind}"] += 1
            return web.Response()
        try:
            heard = await self._hear(incoming)
        except NotStored:
            return self._refuse(503)
        except Exception:  # one event that breaks us must not pass for stored
            log.exception("an update was not heard")
            return self._refuse(503)
        return await self._answer(heard, incoming)

    def _expect_secret(self, request: web.Request) -> None:
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        known = [hmac.compare_digest(given, secret) for secret in self._secrets]
        if not any(known):
            raise Refusal(403)

    async def _answer(self, heard: Heard, incoming: Incoming) -> web.Response:
        """
        The reply itself, if it may travel here; else the tap is answered here.

        A button stops spinning without a call of ours, and again at every repeated delivery.
        """
        if heard.answer is not None:
            if incoming.tap:
                self._channel.answer_tap(incoming.tap)
            return await self._reply(heard.answer)
        if incoming.tap:
            return _call(
                json.dumps({"method": "answerCallbackQuery", "callback_query_id": incoming.tap})
            )
        return web.Response()

    async def _reply(self, answer: Answer) -> web.Response:
        parts = pieces(answer.message)
        if len(parts) > 1:  # an answer carries one call
            await self._channel.deliver(answer.address, answer.message)
            return web.Response()
        return _call(parts[0].call(answer.address))

    def _refuse(self, status: int) -> web.Response:
        self.counts[f"refused {status}"] += 1
        return web.Response(
            status=status, headers=AGAIN if status == HTTPStatus.SERVICE_UNAVAILABLE else None
        )


def _call(body: str) -> web.Response:
    """An answer that Telegram carries out as a call of the Bot API."""
    return web.Response(body=body.encode(), content_type="application/json")
