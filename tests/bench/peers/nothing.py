"""
A bot that does nothing: it keeps no state and makes one sendMessage a turn with bare aiohttp.

`python -m tests.bench.peers.nothing PORT API FOLDER`: what HTTP alone costs, on the same event
loop and the same server as ours.
"""

from __future__ import annotations

import asyncio
import sys

import aiohttp
from aiohttp import web

from bot.loop import run
from tests.bench.speech import TELEGRAM_PATH
from tests.bench.telegram_api import TOKEN

REPLY = "Chào anh/chị. Em đã nhận được tin nhắn của anh/chị, cảm ơn anh/chị nhiều ạ. " * 3
CONNECTIONS = 100


async def main(port: int, api: str) -> int:
    """Serve until killed."""
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=CONNECTIONS), cookie_jar=aiohttp.DummyCookieJar()
    ) as session:
        address = f"{api}/bot{TOKEN}/sendMessage"

        async def hear(request: web.Request) -> web.Response:
            update = await request.json()
            message = {"chat_id": update["message"]["chat"]["id"], "text": REPLY}
            async with session.post(address, json=message) as answer:
                await answer.read()
            return web.Response()

        async def well(_request: web.Request) -> web.Response:
            return web.Response(text="ok")

        app = web.Application()
        app.add_routes([web.post(TELEGRAM_PATH, hear), web.get("/healthz", well)])
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        await asyncio.Event().wait()
    return 0


if __name__ == "__main__":
    sys.exit(run(main(int(sys.argv[1]), sys.argv[2])))
