"""
One HTTP call of a service outside: its answer as it came, or how far the request got.

A request that never left (`NotSent`) and one whose answer was lost (`CutOff`) are kept apart: only
the first may be repeated without fear of a double.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yarl import URL

CONNECT_SECONDS = 8.0
KEEP_ALIVE_SECONDS = 15.0

NOT_SENT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
)
"""A connection that could not be made, by ourselves or by the proxy, carried nothing."""


class CallFailed(Exception):
    """No result came; the kind of it says why."""


class NotSent(CallFailed):
    """The request never left; it may be tried again without fear of a double."""


class CutOff(CallFailed):
    """The request left and its answer was lost or unreadable; it may have been carried out."""


class Silence(CutOff):
    """No answer came in time."""


def open_session(connections: int, proxy: str = "") -> aiohttp.ClientSession:
    """A pool of connections, through `proxy` if one is given; `connections` bounds them."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=connections, keepalive_timeout=KEEP_ALIVE_SECONDS),
        cookie_jar=aiohttp.DummyCookieJar(),
        # `connect` is also the wait for a free connection and for a name's address.
        # aiohttp's limits on reading cost a fifth of a request: each call has its own.
        timeout=aiohttp.ClientTimeout(total=None, connect=CONNECT_SECONDS),
        proxy=proxy or None,
    )


async def exchange(
    session: aiohttp.ClientSession,
    method: str,
    address: URL,
    headers: Mapping[str, str],
    data: bytes | aiohttp.FormData | None,
    seconds: float,
) -> tuple[int, bytes]:
    """The answer's status and its whole body; raises `NotSent` or `CutOff`."""
    try:
        async with (
            asyncio.timeout(seconds),
            session.request(
                method, address, data=data, headers=headers, allow_redirects=False
            ) as response,
        ):
            return response.status, await response.read()
    except NOT_SENT as error:
        raise NotSent(type(error).__name__) from None
    except TimeoutError:
        raise Silence("no answer in time") from None
    except aiohttp.ClientError as error:
        raise CutOff(type(error).__name__) from None
