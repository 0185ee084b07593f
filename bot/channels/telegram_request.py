"""
How python-telegram-bot reaches Telegram here: over aiohttp, which costs a fraction of httpx.

Beyond carrying bytes it keeps apart what the library would throw together: a request that never
left (`NotSent`) and one whose answer was lost (`CutOff`). An answer that is not Telegram's own
(a proxy's page, `ok: false` under a 200) never passes for a verdict on the token or the person.
"""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from http import HTTPStatus
from typing import TypedDict

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.channels.calling import NOT_SENT, open_session

SECONDS = 18.0

_OK = b'{"ok":true,"result":'
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_BARE = URL("http://form/")


class Body(TypedDict):
    """What of a request depends on whether it carries a file."""

    data: aiohttp.FormData | bytes | None
    headers: dict[str, str]


class NotSent(NetworkError):
    """The request never left; it may be tried again without fear of a double."""


class CutOff(NetworkError):
    """The request left and its answer was lost or unreadable; it may have been carried out."""


class FloodControl(TelegramError):
    """
    Telegram wants `pause` first.

    The library's own RetryAfter warns at every one that its number will become a duration.
    """

    def __init__(self, pause: timedelta) -> None:
        super().__init__("flood control")
        self.pause = pause


class AiohttpRequest(BaseRequest):
    """
    One pool of connections to one Bot API server, through `proxy` if one is given.

    `connections` bounds the requests under way at once.
    """

    __slots__ = ("_connections", "_open", "_proxy", "_urls")

    def __init__(self, connections: int, proxy: str = "") -> None:
        self._connections = connections
        self._proxy = proxy
        self._open: aiohttp.ClientSession | None = None
        self._urls: dict[str, URL] = {}

    @property
    def read_timeout(self) -> float | None:
        return SECONDS

    async def initialize(self) -> None:
        if self._open is None:
            self._open = open_session(self._connections, self._proxy)

    async def shutdown(self) -> None:
        if self._open is not None:
            await self._open.close()
            self._open = None

    @property
    def session(self) -> aiohttp.ClientSession:
        """The open session, for what is not a Bot API call: the download of a file."""
        if self._open is None:
            raise RuntimeError("initialize() comes before the first request")
        return self._open

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        seconds = read_timeout if isinstance(read_timeout, int | float) else SECONDS
        try:
            async with (
                asyncio.timeout(seconds),
                self.session.request(
                    method,
                    self._url(url),
                    **_body(request_data),
                    allow_redirects=False,
                ) as response,
            ):
                body = await response.read()
        except NOT_SENT as error:
            raise NotSent(type(error).__name__) from None
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from None
        except aiohttp.ClientError as error:
            raise CutOff(type(error).__name__) from None
        if response.status == HTTPStatus.OK and body.startswith(_OK):
            return response.status, body
        return _verdict(response.status, body)

    def _url(self, url: str) -> URL:
        """Each method's address, parsed once."""
        known = self._urls.get(url)
        if known is None:
            known = self._urls[url] = URL(url, encoded=True)
        return known


def _body(data: RequestData | None) -> Body:
    """The fields as a form, in parts where one is a file."""
    if data is None or not data.contains_files:
        return {"data": _form(data) if data else None, "headers": _FORM}
    parts = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        parts.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        parts.add_field(name, content, filename=filename, content_type=mime)
    return {"data": parts, "headers": {}}


def _form(data: RequestData) -> bytes:
    """yarl's encoder is written in C, urllib's costs eight times as much."""
    return _BARE.with_query(data.json_parameters).raw_query_string.encode()


def _verdict(status: int, body: bytes) -> tuple[int, bytes]:
    """
    What an answer other than a plain success says, in the form the library reads safely.

    Whatever did not come from Telegram counts as a bad gateway, except under a 2xx: there
    something took the request, and nobody knows what it did with it.
    """
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    match answer:
        case {"ok": True, "result": _}:
            return HTTPStatus.OK, body
        case {"ok": False, "description": str(description)}:
            code = answer.get("error_code", status)
            if type(code) is not int or not 400 <= code <= 599:
                code = HTTPStatus.BAD_GATEWAY
            return code, _refusal(code, description, answer.get("parameters"))
    if status < 300:
        raise CutOff("an answer that is not Telegram's")
    return HTTPStatus.BAD_GATEWAY, b'{"description": "an answer that is not Telegram\'s"}'


def _refusal(code: int, description: str, parameters: object) -> bytes:
    match parameters:
        case {"retry_after": int(seconds)} if seconds > 0:
            raise FloodControl(timedelta(seconds=seconds))
        case {"migrate_to_chat_id": int(chat)}:
            moved = {"description": description, "parameters": {"migrate_to_chat_id": chat}}
            return json.dumps(moved).encode()
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        raise FloodControl(timedelta(seconds=1))
    return json.dumps({"description": description}).encode()
