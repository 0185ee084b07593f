"""
Reads a file that somebody sent from the host that keeps it, and never more than is wanted.

Reading stops at the size limit. Whether a host may be trusted is for each channel to say, before it
asks and of each redirect; without its word none is followed.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import aiohttp
from yarl import URL

from bot.keeping import Missing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

MAX_FILE = 20 * 1024 * 1024
PATIENCE = aiohttp.ClientTimeout(total=60, sock_connect=5, sock_read=10)


MOST_REDIRECTS = 3
REDIRECTS = frozenset({301, 302, 303, 307, 308})


async def read(
    session: aiohttp.ClientSession,
    address: URL,
    gone: Collection[int],
    trusted: Callable[[str], URL] | None = None,
) -> bytes:
    """
    The bytes at `address`, which are `gone` for ever under these statuses; raises `Missing`.

    `trusted` gives the address that a redirect may be followed to, or raises `Missing`.
    """
    try:
        for _ in range(MOST_REDIRECTS + 1):
            async with session.get(address, allow_redirects=False, timeout=PATIENCE) as response:
                if trusted is None or response.status not in REDIRECTS:
                    return await _content(response, gone)
                there = URL(response.headers.get("Location", ""), encoded=True)
                address = trusted(str(address.join(there)))
    except (aiohttp.ClientError, TimeoutError, ValueError):
        raise Missing("unreachable", again=True) from None
    raise Missing("unreachable", again=True)


async def _content(response: aiohttp.ClientResponse, gone: Collection[int]) -> bytes:
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
