"""
Calls of one Official Account, each with what Zalo turns out to want of it.

A token that was refused is replaced once. Which version's endpoint serves this kind of account
(government bodies have another than businesses) is learnt from Zalo's own refusals and kept with
the tokens; whether calls need a proof of the app's secret is learnt anew with each start. Every
other answer is final: nothing is posted twice that Zalo may have taken.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from typing import TYPE_CHECKING, Protocol, Self

from sqlalchemy.exc import SQLAlchemyError
from yarl import URL

from bot.channels.calling import NotSent, open_session
from bot.channels.zalo_errors import NO_PROOF, NOT_ON_V2, NOT_ON_V3, TOKEN
from bot.channels.zalo_request import Answer, get, post, upload

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    import aiohttp

V3, V2 = "v3.0/oa/message/cs", "v2.0/oa/message"
ELSEWHERE = {(V3, NOT_ON_V3): V2, (V2, NOT_ON_V2): V3}
"""Where a message goes that an endpoint refused with this code."""

ABOUT = "v2.0/oa/getoa"
TEMPLATE = "v3.0/oa/message/template"
BY_PHONE = "message/template"
UPLOAD_IMAGE, UPLOAD_FILE = "v2.0/oa/upload/image", "v2.0/oa/upload/file"

log = logging.getLogger(__name__)


class TokenSource(Protocol):
    """Where access tokens come from; `current` and `refused` raise `NoToken`."""

    async def current(self) -> str:
        """A token to use now."""

    async def refused(self, token: str) -> str:
        """Zalo refused `token`: another one to try once."""

    async def accepted(self, token: str) -> None:
        """Zalo took `token`."""

    async def pinned(self) -> str:
        """The endpoint that was found to serve this account, or empty."""

    async def pin(self, endpoint: str) -> None:
        """Remember the endpoint that serves this account."""


class Calls:
    """
    `async with` opens and closes the connections, at most so many of them.

    `api` is the OpenAPI's base address, `business` that of the host which sends by phone number.
    `app_secrets` are the app's secrets that may hold, of which one does.
    """

    def __init__(
        self,
        tokens: TokenSource,
        api: str,
        business: str,
        proxy: str,
        connections: int,
        app_secrets: Sequence[str],
    ) -> None:
        self._tokens = tokens
        self._urls = {
            path: URL(f"{api}/{path}", encoded=True)
            for path in (V3, V2, ABOUT, TEMPLATE, UPLOAD_IMAGE, UPLOAD_FILE)
        }
        self._urls[BY_PHONE] = URL(f"{business}/{BY_PHONE}", encoded=True)
        self._pool = (connections, proxy)
        self._app_secrets = [secret for secret in app_secrets if secret]
        self._endpoint, self._secret = "", ""
        self._open: aiohttp.ClientSession | None = None

    @property
    def session(self) -> aiohttp.ClientSession:
        """The open session, for what is not a call: the download of a file."""
        if self._open is None:
            raise RuntimeError("calls are made within `async with`")
        return self._open

    async def __aenter__(self) -> Self:
        self._open = open_session(*self._pool)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._open is not None:
            await self._open.close()
            self._open = None

    async def message(self, body: object) -> Answer:
        """Post one message; raises `NoToken`, or `CallFailed` when the answer is not known."""
        return await self._post(self._endpoint or await self._pinned(), body)

    async def template(self, body: object) -> Answer:
        """Post a template message to a person's id; raises as `message` does."""
        return await self._post(TEMPLATE, body)

    async def template_by_phone(self, body: object) -> Answer:
        """Post a template message to a phone number; raises as `message` does."""
        return await self._post(BY_PHONE, body)

    async def upload(self, endpoint: str, name: str, content: bytes) -> Answer:
        """Give Zalo a file, at the endpoint for its kind; raises as `message` does."""

        async def ask(endpoint: str, headers: dict[str, str]) -> Answer:
            return await upload(self.session, self._urls[endpoint], headers, name, content)

        return await self._answer(endpoint, ask)

    async def about(self) -> Answer:
        """What Zalo says of our account; raises as `message` does."""

        async def ask(endpoint: str, headers: dict[str, str]) -> Answer:
            return await get(self.session, self._urls[endpoint], headers)

        return await self._answer(ABOUT, ask)

    async def _post(self, endpoint: str, body: object) -> Answer:
        async def ask(endpoint: str, headers: dict[str, str]) -> Answer:
            return await post(self.session, self._urls[endpoint], headers, body)

        return await self._answer(endpoint, ask)

    async def _answer(
        self, endpoint: str, ask: Callable[[str, dict[str, str]], Awaitable[Answer]]
    ) -> Answer:
        """Zalo's last word, after one try more for each thing that it wanted otherwise."""
        token, secret = await self._token(""), self._secret
        secrets = [one for one in self._app_secrets if one != secret]
        replaced = moved = False
        while True:
            answer = await ask(endpoint, _headers(token, secret))
            if answer.error in TOKEN and not replaced:
                token, replaced = await self._token(token), True
            elif answer.error == NO_PROOF and secrets:
                secret = secrets.pop(0)
            elif (endpoint, answer.error) in ELSEWHERE and not moved:
                endpoint, moved = ELSEWHERE[endpoint, answer.error], True
            else:
                break
        if answer.error == 0:
            await self._learn(endpoint, secret)
            await self._believe(token)
        return answer

    async def _token(self, refused: str) -> str:
        try:
            return await (self._tokens.refused(refused) if refused else self._tokens.current())
        except (SQLAlchemyError, OSError) as problem:
            raise NotSent(type(problem).__name__) from None

    async def _believe(self, token: str) -> None:
        """The message is out, whatever becomes of the note that its token is good."""
        try:
            await self._tokens.accepted(token)
        except (SQLAlchemyError, OSError) as problem:
            log.warning("zalo: a good token was not noted: %s", type(problem).__name__)

    async def _pinned(self) -> str:
        try:
            pinned = await self._tokens.pinned()
        except (SQLAlchemyError, OSError) as problem:
            raise NotSent(type(problem).__name__) from None
        self._endpoint = pinned if pinned in {V3, V2} else V3
        return self._endpoint

    async def _learn(self, endpoint: str, secret: str) -> None:
        """The message is out, whatever becomes of the note where the next one goes."""
        self._secret = secret
        if endpoint not in {V3, V2} or endpoint == self._endpoint:
            return
        self._endpoint = endpoint
        log.info("zalo: messages go to %s", endpoint)
        try:
            await self._tokens.pin(endpoint)
        except (SQLAlchemyError, OSError) as problem:
            log.warning("zalo: the endpoint was not noted: %s", type(problem).__name__)


def _headers(token: str, secret: str) -> dict[str, str]:
    """Who calls; with a secret of the app also the proof that it is the app."""
    headers = {"access_token": token}
    if secret:
        proof = hmac.new(secret.encode(), token.encode(), hashlib.sha256)
        headers["appsecret_proof"] = proof.hexdigest()
    return headers
