"""Spreads what Telegram calls us with over several processes, as a load balancer would."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web

from bot.channels.telegram_webhook import PATH


@asynccontextmanager
async def spread(port: int, urls: Sequence[str]) -> AsyncIterator[str]:
    """Where Telegram may call; each call goes to the next of these programs in turn."""
    turns = itertools.cycle(urls)
    async with ClientSession() as session:

        async def hand_on(request: web.Request) -> web.Response:
            body = await request.read()
            kept = {
                name: value
                for name, value in request.headers.items()
                if name.lower() not in {"host", "content-length", "transfer-encoding"}
            }
            async with session.post(next(turns) + PATH, data=body, headers=kept) as answer:
                return web.Response(
                    status=answer.status,
                    body=await answer.read(),
                    content_type=answer.content_type,
                )

        app = web.Application()
        app.router.add_post(PATH, hand_on)
        runner = web.AppRunner(app)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", port).start()
            yield f"http://127.0.0.1:{port}"
        finally:
            await runner.cleanup()
