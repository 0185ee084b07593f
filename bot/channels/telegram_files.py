"""
Fetches the bytes of a photo or paper that somebody sent: from our own Bot API server only.

The address is made from the server's settings and a path that the server names; it never comes
from a person. No redirect is followed, and reading stops at the size limit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import aiohttp
from telegram.error import BadRequest, TelegramError
from yarl import URL

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    Call = Callable[[str, Mapping[str, object]], Awaitable[object]]

MAX_FILE = 20 * 1024 * 1024
SECONDS = 60.0

_PATH = re.compile(r"(?!.*(?:^|/)\.{1,2}(?:/|$))[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*")


class NotFetched(Exception):
    """
    The file did not come; `reason` is a key: `too-big`, `gone`, `unreachable`.

    `again` says that it may come later.
    """

    def __init__(self, reason: str, *, again: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again


async def download(
    call: Call, session: aiohttp.ClientSession, files: str, remote: str, limit: int = MAX_FILE
) -> bytes:
    """The bytes of `remote` as Telegram keeps them below `files`; raises `NotFetched`."""
    try:
        answer = await call("getFile", {"file_id": remote})
    except BadRequest as error:
        reason = "too-big" if "too big" in error.message.lower() else "gone"
        raise NotFetched(reason, again=False) from None
    except TelegramError:
        raise NotFetched("unreachable", again=True) from None
    match answer:
        case {"file_path": str(path)} if _PATH.fullmatch(path):
            return await _read(session, URL(files + path, encoded=True), limit)
        case _:
            raise NotFetched("gone", again=False)


async def _read(session: aiohttp.ClientSession, address: URL, limit: int) -> bytes:
    patience = aiohttp.ClientTimeout(total=SECONDS, sock_connect=5, sock_read=10)
    try:
        async with session.get(address, allow_redirects=False, timeout=patience) as response:
            if response.status != 200:
                raise NotFetched("unreachable", again=response.status != 404)
            content = bytearray()
            async for chunk in response.content.iter_any():
                content += chunk
                if len(content) > limit:
                    raise NotFetched("too-big", again=False)
            return bytes(content)
    except (aiohttp.ClientError, TimeoutError):
        raise NotFetched("unreachable", again=True) from None
