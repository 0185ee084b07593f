"""
The address that Telegram calls: authentic, whole, stored, and only then answered.

Refusals come in a fixed order and say nothing. What is authentic but not for us is counted and
answered 200, because anything else would hold up that chat for a day. What could not be stored is
answered 503, and Telegram brings it again.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Protocol

from aiohttp import web

from bot.channels.base import Ignored
from bot.channels.body import expect_json, parse_object, read_body
from bot.channels.telegram_decode import decode
from bot.channels.telegram_render import pieces
from bot.channels.webhook import Secrets, answered, stored

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from bot.channels.base import Incoming
    from bot.channels.telegram import Telegram
    from handlers.effects import Message

PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name


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
        self._channel = channel
        self._secrets = Secrets(SECRET_HEADER, secrets)
        self._hear = hear
        self._now = now
        self.counts: Counter[str] = Counter()

    async def receive(self, request: web.Request) -> web.Response:
        """Answer one request."""
        return await answered(self._answer(request), self.counts)

    async def _answer(self, request: web.Request) -> web.Response:
        expect_json(request)
        self._secrets.expect(request)
        update = parse_object(await read_body(request))
        account = self._channel.account
        incoming = decode(update, account, self._now(), answerable=True)
        if isinstance(incoming, Ignored):
            self.counts[f"ignored {incoming.kind}"] += 1
            return web.Response()
        return await self._replied(await stored(self._hear(incoming), account), incoming)

    async def _replied(self, heard: Heard, incoming: Incoming) -> web.Response:
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


def _call(body: str) -> web.Response:
    """An answer that Telegram carries out as a call of the Bot API."""
    return web.Response(body=body.encode(), content_type="application/json")
