"""Our webhook on a server of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.channels.zalo_bot_webhook import PATH, ZaloBotWebhook
from tests.served import served

ACCOUNT = "zalo_bot:4100000001"


@asynccontextmanager
async def serving(webhook: ZaloBotWebhook) -> AsyncIterator[str]:
    """Serve the webhook; gives its address."""
    async with served([web.post(PATH, webhook.receive)]) as url:
        yield url + PATH
