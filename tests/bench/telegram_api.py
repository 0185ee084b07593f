"""
A stand-in for Telegram's Bot API that costs next to nothing.

It refuses nothing; the strict one is `tests.fakes.telegram_server`, and is far too slow to
measure against.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from itertools import count

from tests.bench.wire import Connection, ok

TOKEN = "700000001:AAF-a-made-up-token-of-the-right-length"

_CHAT = re.compile(rb'chat_id"?[=:] *"?(\d+)')
_SENT = (
    b'{"ok":true,"result":{"message_id":%d,"from":{"id":700000001,"is_bot":true,'
    b'"first_name":"Bot","username":"made_up_bot"},"chat":{"id":%d,"first_name":"Mai",'
    b'"type":"private"},"date":1790000000,"text":"' + b"x" * 200 + b'"}}'
)
_ME = {"id": 700000001, "is_bot": True, "first_name": "Bot", "username": "made_up_bot"}
_OTHERS = {
    b"getMe": _ME,
    b"getWebhookInfo": {"url": "", "pending_update_count": 0, "has_custom_certificate": False},
    b"getMyCommands": [],
    b"getMyDescription": {"description": ""},
    b"getMyShortDescription": {"short_description": ""},
}


class TelegramApi:
    """Answers every call; `sent` is told the chat of each message, after it was answered."""

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
        method = head[: head.index(b" HTTP/")].rpartition(b"/")[2]
        found = _CHAT.search(body) if method == b"sendMessage" else None
        if found is None:
            result = _OTHERS.get(method.partition(b"?")[0], True)
            connection.send(ok(json.dumps({"ok": True, "result": result}).encode()))
            return
        chat = int(found[1])
        connection.send(ok(_SENT % (next(self._numbers), chat)))
        self._sent(chat)
