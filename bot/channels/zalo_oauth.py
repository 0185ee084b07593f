"""
Asks Zalo for tokens, and keeps apart what the answer can mean.

A refresh token is good once. So a request that never left (`NotSent`), a clear no (`Denied`) and an
answer that was lost or cannot be read (`Lost`) are three things: only after the first one is the
refresh token certainly what it was.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

import aiohttp

from bot.channels.body import Malformed, parse_object
from bot.channels.calling import CONNECT_SECONDS, NOT_SENT
from bot.channels.zalo_request import SECONDS
from storage.zalo_tokens import Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PATH = "/v4/oa/access_token"
MOST = 64 * 1024
USUAL_LIFE = timedelta(hours=25)
USUAL_REFRESH_LIFE = timedelta(days=90)
LONGEST = timedelta(days=400)

CODE = re.compile(r"-?[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True)
class Denied:
    """Zalo said no, by a number of its own."""

    code: int

    @property
    def words(self) -> str:
        """The number, which says more than Zalo's changing sentences."""
        return f"Zalo answered {self.code}"


@dataclass(frozen=True, slots=True)
class Lost:
    """The request left, and nobody knows what became of it."""

    words: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """The request never left."""

    words: str


Answer = Pair | Denied | Lost | NotSent


class OAuth:
    """The token endpoint at `url`, for one app; `async with` opens its connection."""

    def __init__(
        self, url: str, app_id: str, app_secret: str, proxy: str, now: Callable[[], datetime]
    ) -> None:
        self._url = url + PATH
        self._app_id = app_id
        self._headers = {"secret_key": app_secret}
        self._proxy = proxy or None
        self._now = now
        self._open: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._open = aiohttp.ClientSession(
            # a connection that was used before may be gone: that would look like a lost answer
            connector=aiohttp.TCPConnector(force_close=True),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, connect=CONNECT_SECONDS),
            proxy=self._proxy,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._open is not None:
            await self._open.close()

    async def refresh(self, token: str) -> Answer:
        """A new pair for a refresh token."""
        return await self._ask({"refresh_token": token, "grant_type": "refresh_token"})

    async def exchange(self, code: str, verifier: str) -> Answer:
        """The first pair for the code that came back with a permission."""
        proof = {"code_verifier": verifier} if verifier else {}
        return await self._ask({"code": code, "grant_type": "authorization_code"} | proof)

    async def _ask(self, form: dict[str, str]) -> Answer:
        if self._open is None:
            raise RuntimeError("the connection is opened by `async with`")
        asked_at = self._now()
        try:
            async with (
                asyncio.timeout(SECONDS),
                self._open.post(
                    self._url,
                    data=form | {"app_id": self._app_id},
                    headers=self._headers,
                    allow_redirects=False,
                ) as response,
            ):
                body = await _body(response)
        except NOT_SENT as trouble:
            return NotSent(type(trouble).__name__)
        except (aiohttp.ClientError, TimeoutError) as trouble:
            return Lost(type(trouble).__name__)
        return read(body, response.status, asked_at)


def read(body: bytes, status: int, asked_at: datetime) -> Answer:
    """What an answer says; its lives count from the moment we asked."""
    try:
        answer = parse_object(body)
    except Malformed:
        return Lost(f"HTTP {status} with something else than an answer")
    match answer:
        case {"access_token": str(access), "refresh_token": str(refresh)} if access and refresh:
            return Pair(
                access,
                refresh,
                asked_at,
                asked_at + _life(answer, "expires_in", USUAL_LIFE),
                asked_at + _life(answer, "refresh_token_expires_in", USUAL_REFRESH_LIFE),
            )
        case {"error": int() | str() as error} if status < 500 and CODE.fullmatch(str(error)):
            return Denied(int(error))
    return Lost(f"HTTP {status} with an answer that cannot be read")


def _life(answer: Mapping[str, object], key: str, usual: timedelta) -> timedelta:
    """Seconds, as text or as a number; what makes no sense is as usual."""
    given = answer.get(key)
    digits = str(given) if type(given) in {str, int} else ""
    seconds = int(digits) if re.fullmatch(r"[0-9]{1,9}", digits) else 0
    life = timedelta(seconds=seconds)
    return life if timedelta() < life <= LONGEST else usual


async def _body(response: aiohttp.ClientResponse) -> bytes:
    """The whole answer, which is short; more than that is none of Zalo's."""
    body = bytearray()
    async for chunk in response.content.iter_any():
        body += chunk
        if len(body) > MOST:
            break
    return bytes(body)
