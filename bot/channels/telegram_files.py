"""
Fetches the bytes of a photo or paper that somebody sent: from our own Bot API server only.

The address is made from the server's settings and a path that the server names; it never comes
from a person.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING

from telegram.error import BadRequest, TelegramError
from yarl import URL

from bot.channels.fetching import read
from bot.keeping import Missing

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import aiohttp

    Call = Callable[[str, Mapping[str, object]], Awaitable[object]]

GONE = frozenset({HTTPStatus.NOT_FOUND})
"""How Telegram says that it has the file no more; what else it answers may pass."""

_PATH = re.compile(r"(?!.*(?:^|/)\.{1,2}(?:/|$))[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*")


async def download(call: Call, session: aiohttp.ClientSession, files: str, remote: str) -> bytes:
    """The bytes of `remote` as Telegram keeps them below `files`; raises `Missing`."""
    try:
        answer = await call("getFile", {"file_id": remote})
    except BadRequest as error:
        reason = "too-big" if "too big" in error.message.lower() else "gone"
        raise Missing(reason, again=False) from None
    except TelegramError:
        raise Missing("unreachable", again=True) from None
    match answer:
        case {"file_path": str(path)} if _PATH.fullmatch(path):
            return await read(session, URL(files + path, encoded=True), GONE)
        case _:
            raise Missing("gone", again=False)
