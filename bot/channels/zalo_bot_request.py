"""
One call of Zalo's Bot Platform: JSON there, JSON back, and what the answer says of it.

The status and the body may disagree (`ok: false` under a 200): where the body is Zalo's own, it
decides. The token is part of every address, so no address is ever shown.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import orjson

from bot.channels.calling import CallFailed, CutOff, exchange

if TYPE_CHECKING:
    from collections.abc import Mapping

    import aiohttp
    from yarl import URL

SECONDS = 15.0

JSON = {"Content-Type": "application/json"}


class Denied(CallFailed):
    """Zalo did not carry it out; `code` is its own number, or 502 for whoever else answered."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description


async def call(
    session: aiohttp.ClientSession, address: URL, parameters: Mapping[str, object], seconds: float
) -> object:
    """The result of one call; raises `CallFailed`."""
    body = orjson.dumps(parameters)
    return _result(*await exchange(session, "POST", address, JSON, body, seconds))


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
