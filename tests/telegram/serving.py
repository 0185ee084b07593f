"""Our webhook on a server of its own, and an ear that remembers what it was given."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from aiohttp import web

from bot.channels.base import Incoming, Outgoing
from bot.channels.telegram_webhook import PATH, TelegramWebhook
from bot.turn import NotStored
from handlers.effects import Message
from tests.served import served

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
ACCOUNT = "telegram:700000001"


@dataclass(frozen=True, slots=True)
class Left:
    """What became of an event."""

    answer: Outgoing | None = None


@dataclass(slots=True)
class Ear:
    """
    Hears as the lane does: whatever came is `heard`; the next `deaf` ones are not stored.

    `reply` says what an answerable event is answered with.
    """

    heard: list[Incoming] = field(default_factory=list)
    deaf: int = 0
    reply: Callable[[Incoming], Message | None] = lambda incoming: None

    async def hear(self, incoming: Incoming) -> Left:
        if self.deaf:
            self.deaf -= 1
            raise NotStored
        self.heard.append(incoming)
        message = self.reply(incoming) if incoming.answerable else None
        if message is None:
            return Left()
        return Left(Outgoing(1, incoming.account, incoming.address, 1, message))


@asynccontextmanager
async def serving(webhook: TelegramWebhook) -> AsyncIterator[str]:
    """Serve the webhook; gives its address."""
    async with served([web.post(PATH, webhook.receive)]) as url:
        yield url + PATH
