"""What is posted to the webhook: an update with a text, and the secret beside it."""

from __future__ import annotations

import json

import aiohttp

from bot.channels.telegram_webhook import SECRET_HEADER
from tests.telegram import samples

SECRET = "new-secret_1"
OLD_SECRET = "old-secret_0"
TEXT = json.dumps(samples.HEARD["a text"][0]).encode()
JSON = {"Content-Type": "application/json"}
LET_IN = JSON | {SECRET_HEADER: SECRET}


async def post(
    client: aiohttp.ClientSession, url: str, data: object = TEXT, **headers: str
) -> tuple[int, bytes]:
    async with client.post(url, data=data, headers=LET_IN | headers) as response:
        return response.status, await response.read()
