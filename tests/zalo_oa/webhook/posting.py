"""What is posted to the webhook: a text of somebody, signed, and requests written by hand."""

from __future__ import annotations

from typing import Any

import aiohttp

from bot.channels.zalo_oa_webhook import PATH, SIGNATURE_HEADER
from tests.zalo_oa import samples
from tests.zalo_oa.serving import headed, mac_of, signed

OLD_SECRET = "an-older-secret"
TEXT, MAC = signed(samples.HEARD["a text"][0])
HEAD = f"POST {PATH} HTTP/1.1\nHost: x\nContent-Type: application/json"
SIGNED_HEAD = f"{HEAD}\n{SIGNATURE_HEADER}: mac={'0' * 64}"


async def post(
    client: aiohttp.ClientSession, url: str, data: Any = TEXT, mac: str = "", **headers: str
) -> tuple[int, bytes]:
    """Post a body, rightly signed unless told otherwise."""
    head = headed(mac or mac_of(data)) | headers
    async with client.post(url, data=data, headers=head) as response:
        return response.status, await response.read()
