"""
What all webhooks do alike: who may call, what is refused, and what is to be brought again.

A refusal says nothing but its status. What could not be stored is refused with 503, which has the
service bring it again; so is what broke us, because it must not pass for stored.
"""

from __future__ import annotations

import hmac
import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar

from aiohttp import web

from bot.channels.body import Malformed, Refusal
from bot.turn import NotStored

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Awaitable, Sequence

AGAIN = {"Retry-After": "3"}

T = TypeVar("T")

log = logging.getLogger(__name__)


class Secrets:
    """The one or two secrets, either of which a caller may show in this header."""

    def __init__(self, header: str, secrets: Sequence[str]) -> None:
        if not secrets or not all(secrets):
            raise ValueError("a webhook needs a secret")
        self._header = header
        self._secrets = [secret.encode() for secret in secrets]

    def expect(self, request: web.Request) -> None:
        """Refuse whoever shows none of them."""
        given = request.headers.get(self._header, "").encode(errors="surrogateescape")
        known = [hmac.compare_digest(given, secret) for secret in self._secrets]
        if not any(known):
            raise Refusal(403)


async def answered(answer: Awaitable[web.Response], counts: Counter[str]) -> web.Response:
    """The answer to a request, or the refusal that was raised instead, which is counted."""
    try:
        return await answer
    except Malformed:
        status: int = HTTPStatus.BAD_REQUEST
    except Refusal as refusal:
        status = refusal.status
    counts[f"refused {status}"] += 1
    again = status == HTTPStatus.SERVICE_UNAVAILABLE
    return web.Response(status=status, headers=AGAIN if again else None)


async def stored(hearing: Awaitable[T], account: str) -> T:
    """What came of an event on this account; refuses it, to be brought again, if it is not safe."""
    try:
        return await hearing
    except NotStored:
        pass
    except Exception:  # one event that breaks us must not pass for stored
        log.exception("%s: an event was not heard", account)
    raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE)
