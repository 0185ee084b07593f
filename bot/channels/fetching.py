"""
Reads a file that somebody sent from the host that keeps it, and never more than is wanted.

No redirect is followed, and reading stops at the size limit. Whether the host may be trusted is
for each channel to say before it asks.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import aiohttp

from bot.keeping import Missing

if TYPE_CHECKING:
    from collections.abc import Collection

    from yarl import URL

MAX_FILE = 20 * 1024 * 1024
PATIENCE = aiohttp.ClientTimeout(total=60, sock_connect=5, sock_read=10)


async def read(session: aiohttp.ClientSession, address: URL, gone: Collection[int]) -> bytes:
    """The bytes at `address`, which are `gone` for ever under these statuses; raises `Missing`."""
    try:
        async with session.get(address, allow_redirects=False, timeout=PATIENCE) as response:
            if response.status in gone:
                raise Missing("gone", again=False)
            if response.status != HTTPStatus.OK:
                raise Missing("unreachable", again=True)
            content = bytearray()
            async for chunk in response.content.iter_any():
                content += chunk
                if len(content) > MAX_FILE:
                    raise Missing("too-big", again=False)
            return bytes(content)
    except (aiohttp.ClientError, TimeoutError):
        raise Missing("unreachable", again=True) from None
