"""
One call of Zalo's Bot Platform: JSON there, JSON back, and what the answer says of it.

The status and the body may disagree (`ok: false` under a 200): where the body is Zalo's own, it
decides. The token is part of every address, so no address is ever shown.
"""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING

import aiohttp
import orjson

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yarl import URL

CONNECT_SECONDS = 8.0
SECONDS = 15.0
KEEP_ALIVE_SECONDS = 15.0

JSON = {"Content-Type": "application/json"}

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


class Denied(CallFailed):
    """Zalo did not carry it out; `code` is its own number, or 502 for whoever else answered."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description


def open_session(connections: int, proxy: str = "") -> aiohttp.ClientSession:
    """A pool of connections, through `proxy` if one is given; `connections` bounds them."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=connections, keepalive_timeout=KEEP_ALIVE_SECONDS),
        cookie_jar=aiohttp.DummyCookieJar(),
        # `connect` is also the wait for a free connection and for a name's address.
        timeout=aiohttp.ClientTimeout(total=None, connect=CONNECT_SECONDS),
        proxy=proxy or None,
    )


async def call(
    session: aiohttp.ClientSession, address: URL, parameters: Mapping[str, object], seconds: float
) -> object:
    """The result of one call; raises `CallFailed`."""
    try:
        async with (
            asyncio.timeout(seconds),
            session.post(
                address, data=orjson.dumps(parameters), headers=JSON, allow_redirects=False
            ) as response,
        ):
            body = await response.read()
    except NOT_SENT as error:
        raise NotSent(type(error).__name__) from None
    except TimeoutError:
        raise Silence("no answer in time") from None
    except aiohttp.ClientError as error:
        raise CutOff(type(error).__name__) from None
    return _result(response.status, body)


def _result(status: int, body: bytes) -> object:
    try:
        answer = orjson.loads(body)
    except ValueError:
        answer = None
    match answer:
        case {"ok": True} if status < HTTPStatus.BAD_REQUEST:
            return answer.get("result")
        case {"ok": False}:
            description = answer.get("description")
            words = description if isinstance(description, str) else ""
            raise Denied(_code(answer.get("error_code", status)), words[:200])
    if status < HTTPStatus.MULTIPLE_CHOICES or answer == {"ok": True}:
        raise CutOff("an answer that is not Zalo's")
    # An idle poll may end with the bare status, and nobody says so under another.
    idle = status == HTTPStatus.REQUEST_TIMEOUT
    raise Denied(status if idle else HTTPStatus.BAD_GATEWAY, "an answer that is not Zalo's")


def _code(given: object) -> int:
    """Zalo's number for what went wrong; one that says nothing counts as trouble of theirs."""
    match given:
        case str(digits) if digits.isascii() and digits.isdigit():
            code = int(digits[:9])
        case int(code):
            pass
        case _:
            code = 0
    return code if 400 <= code <= 599 else HTTPStatus.BAD_GATEWAY
