"""Our webhook on a server of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.channels.zalo_bot_webhook import PATH, ZaloBotWebhook

ACCOUNT = "zalo_bot:4100000001"


@asynccontextmanager
async def serving(webhook: ZaloBotWebhook) -> AsyncIterator[str]:
    """Serve the webhook; gives its address."""
    app = web.Application()
    app.router.add_post(PATH, webhook.receive)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}"
    finally:
        await runner.cleanup()
