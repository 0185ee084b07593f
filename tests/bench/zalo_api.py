"""
A stand-in for Zalo's OpenAPI and OAuth that costs next to nothing.

It refuses nothing; the strict one is `tests.fakes.zalo_server`, and is far too slow to measure
against.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from itertools import count

from tests.bench.speech import ZALO_OA
from tests.bench.wire import Connection, ok

_PERSON = re.compile(rb'"user_id": *"(\d+)"')
_FORM = b"request_user_info"
_SENT = (
    b'{"data":{"message_id":"%d","user_id":"%d","sent_time":"1790000000000"},'
    b'"error":0,"message":"Success"}'
)
_TOKENS = (
    b'{"access_token":"an-access-token","refresh_token":"a-refresh-token","expires_in":"90000"}'
)
_ABOUT = b'{"data":{"oaid":"%s"},"error":0,"message":"Success"}' % ZALO_OA.encode()


class ZaloApi:
    """Answers every call; `sent` is told the person of each message, after it was answered."""

    def __init__(self, sent: Callable[[int], None]) -> None:
        self._sent = sent
        self._numbers = count(1)

    async def open(self) -> int:
        """Listen; gives the port."""
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Connection(self._answer), "127.0.0.1", 0)
        port: int = server.sockets[0].getsockname()[1]
        return port

    def _answer(self, connection: Connection, head: bytes, body: bytes) -> None:
        found = _PERSON.search(body)
        if found is None:
            connection.send(ok(_TOKENS if b"access_token HTTP" in head else _ABOUT))
            return
        person = int(found[1])
        connection.send(ok(_SENT % (next(self._numbers), person)))
        if _FORM not in body:  # that is beside the reply
            self._sent(person)
