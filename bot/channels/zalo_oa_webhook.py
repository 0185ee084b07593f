"""
The address that Zalo calls for an Official Account: authentic, whole, stored, and only then 200.

Zalo signs the body as it is with the account's secret key, and the time that stands in the body
with it, so a body is parsed before it is known to be authentic, and nothing else is done with it.
The one unsigned request that is answered is Zalo's probe of the address, an empty object. What
could not be stored is answered 503, and Zalo brings it again.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
from collections import Counter
from typing import TYPE_CHECKING, Protocol

from aiohttp import web

from bot.channels.base import Ignored, Incoming
from bot.channels.body import Refusal, expect_json, parse_object, read_body
from bot.channels.webhook import answered, stored
from bot.channels.zalo_oa_decode import Arrived, Decoded, Echo, decode

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from bot.channels.strict import Object

PATH = "/zalo/webhook"
SIGNATURE_HEADER = "X-ZEvent-Signature"

PROBES = frozenset({b"", b"{}"})
LONGEST_PROBE = 64

_SIGNATURE = re.compile(r"(?:mac=)?([0-9a-f]{64})")


class Reports(Protocol):
    """Who is told what happened without anybody having said anything; raises `NotStored`."""

    async def echo(
        self, address: str, key: str, message_id: str, at: datetime, *, by_human: bool
    ) -> None:
        """Our account said this; by our own call, or by a person in Zalo's console."""

    async def arrived(
        self, address: str, message_ids: Sequence[str], at: datetime, *, seen: bool
    ) -> None:
        """Messages of ours reached somebody's phone then, or were looked at."""


def signature(app_id: str, body: bytes, timestamp: str, secret: str) -> str:
    """How Zalo signs: a plain SHA-256 of these in a row, with the secret at the end."""
    written = timestamp.encode(errors="surrogatepass")
    return hashlib.sha256(app_id.encode() + body + written + secret.encode()).hexdigest()


class ZaloWebhook:
    """
    Hears the events of one account; `secrets` are the account's secret keys that are good now.

    Without any only the probe is answered: Zalo shows the key after it has probed. `counts` has
    what was refused and what was ignored, by a word each.
    """

    def __init__(
        self,
        account: str,
        app_id: str,
        secrets: Sequence[str],
        hear: Callable[[Incoming], Awaitable[object]],
        reports: Reports,
        now: Callable[[], datetime],
    ) -> None:
        self._account = account
        self._app_id = app_id
        self._secrets = [secret for secret in secrets if secret]
        self._hear = hear
        self._reports = reports
        self._now = now
        self._order = Order()
        self.counts: Counter[str] = Counter()

    async def receive(self, request: web.Request) -> web.Response:
        """Answer one request."""
        return await answered(self._answer(request), self.counts)

    async def _answer(self, request: web.Request) -> web.Response:
        event = await self._authentic(request)
        if event:
            await stored(self._take(decode(event, self._account, self._now())), self._account)
        else:
            self.counts["probe"] += 1
        return web.Response()

    async def _authentic(self, request: web.Request) -> Object:
        """The event, empty for a probe."""
        given = request.headers.get(SIGNATURE_HEADER, "")
        if not given:
            await _expect_probe(request)
            return {}
        found = _SIGNATURE.fullmatch(given.strip().lower())
        if found is None:
            raise Refusal(403)
        expect_json(request)
        body = await read_body(request)
        event = parse_object(body)
        timestamp = _as_written(event.get("timestamp"))
        known = [
            hmac.compare_digest(found[1], signature(self._app_id, body, timestamp, secret))
            for secret in self._secrets
        ]
        if not any(known):
            raise Refusal(403)
        return event

    async def _take(self, decoded: Decoded) -> None:
        match decoded:
            case (first, *_):
                await self._order.turn(first.address, first.event.at.sent)
                if len(decoded) > 1:
                    await asyncio.gather(*map(self._hear, decoded))
                else:
                    await self._hear(first)
            case Echo(address, key, at, by_human, message_id):
                await self._reports.echo(address, key, message_id, at, by_human=by_human)
            case Arrived(address, message_ids, at, seen):
                await self._reports.arrived(address, message_ids, at, seen=seen)
            case Ignored(kind):
                self.counts[f"ignored {kind}"] += 1


class Order:
    """Events of one person that arrive together are heard in the order in which they happened."""

    def __init__(self) -> None:
        self._together: dict[str, list[tuple[datetime, asyncio.Future[None]]]] = {}

    async def turn(self, address: str, sent: datetime) -> None:
        """Wait until everything that has arrived by now stands in line; then for one's place."""
        loop = asyncio.get_running_loop()
        if address not in self._together:
            self._together[address] = []
            loop.call_soon(self._release, address)
        turn: asyncio.Future[None] = loop.create_future()
        self._together[address].append((sent, turn))
        await turn

    def _release(self, address: str) -> None:
        for _, turn in sorted(self._together.pop(address), key=lambda one: one[0]):
            if not turn.done():
                turn.set_result(None)


async def _expect_probe(request: web.Request) -> None:
    """Refuse whatever is unsigned and has something in it."""
    if (request.content_length or 0) > LONGEST_PROBE:
        raise Refusal(403)
    if (await read_body(request)).strip() not in PROBES:
        raise Refusal(403)


def _as_written(timestamp: object) -> str:
    """The time as it stands in the body; what is neither text nor whole number is not signed."""
    if isinstance(timestamp, str):
        return timestamp
    return str(timestamp) if type(timestamp) is int else ""
