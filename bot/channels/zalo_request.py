"""
One call of Zalo's OpenAPI: what Zalo answered, or that nobody knows.

Zalo answers with `error`, `message` and `data`, mostly under HTTP 200; where there is such an
answer, the status decides nothing. What is not Zalo's (a proxy's page) never passes for a verdict.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

import aiohttp
import orjson

from bot.channels.calling import CallFailed, CutOff, exchange

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yarl import URL

SECONDS = 15.0
UPLOAD_SECONDS = 60.0
BETWEEN = frozenset({HTTPStatus.BAD_GATEWAY, HTTPStatus.GATEWAY_TIMEOUT})
"""What a gateway says that lost the answer of a server which may have done what it was asked."""

RATE_LIMIT = -32


class Trouble(CallFailed):
    """Something on the way refused the request: Zalo's servers are not well."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What Zalo said; `error` 0 is a success, and `data` is empty where it is no object."""

    error: int
    message: str = ""
    data: Mapping[str, object] = field(default_factory=dict)
    status: int = HTTPStatus.OK


async def post(
    session: aiohttp.ClientSession, url: URL, headers: Mapping[str, str], body: object
) -> Answer:
    """Post `body` as JSON; raises `CallFailed` when Zalo's answer is not known."""
    headers = {**headers, "Content-Type": "application/json"}
    data = orjson.dumps(body)
    return read_answer(*await exchange(session, "POST", url, headers, data, SECONDS))


async def upload(
    session: aiohttp.ClientSession, url: URL, headers: Mapping[str, str], name: str, content: bytes
) -> Answer:
    """Give Zalo a file; raises `CallFailed` when Zalo's answer is not known."""
    form = aiohttp.FormData()
    form.add_field("file", content, filename=name)
    return read_answer(*await exchange(session, "POST", url, headers, form, UPLOAD_SECONDS))


async def get(session: aiohttp.ClientSession, url: URL, headers: Mapping[str, str]) -> Answer:
    """Read; raises `CallFailed` when Zalo's answer is not known."""
    return read_answer(*await exchange(session, "GET", url, headers, None, SECONDS))


def read_answer(status: int, body: bytes) -> Answer:
    """What Zalo said, its numbers read from texts too; raises `CallFailed` for anybody else's."""
    try:
        answer = orjson.loads(body)
    except ValueError:
        answer = None
    error = _number(answer.get("error")) if isinstance(answer, dict) else None
    if isinstance(answer, dict) and error is not None:
        message, data = answer.get("message"), answer.get("data")
        return Answer(
            error,
            message if isinstance(message, str) else "",
            data if isinstance(data, dict) else {},
            status,
        )
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Answer(RATE_LIMIT, status=status)
    if status < HTTPStatus.MULTIPLE_CHOICES or status in BETWEEN:
        raise CutOff("an answer that is not Zalo's")
    raise Trouble(f"status {status}")


def _number(value: object) -> int | None:
    if isinstance(value, str) and value.isascii() and value.removeprefix("-").isdigit():
        return int(value[:20])
    return value if type(value) is int else None
