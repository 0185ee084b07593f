"""
Keeps one connection from holding a place for nothing.

aiohttp has no time limit for receiving a request's head, nor for a client that does not read its
answer, and it explains its refusals; here both have limits and a refusal has no words. The private
names of aiohttp's `RequestHandler` that are used hold for the minor version that `pyproject.toml`
pins; `tests/bot/test_server.py` fails where they do not.
"""

from __future__ import annotations

import asyncio
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from bot.door.headers import dress

if TYPE_CHECKING:
    from bot.door.crowd import Crowd


class Guard(RequestHandler):
    """One connection: admitted, and closed when its first head or its reading takes too long."""

    __slots__ = ("_crowd", "_deadline", "_from", "_unread")

    def __init__(self, manager: web.Server, crowd: Crowd, **kwargs: Any) -> None:
        super().__init__(manager, loop=asyncio.get_running_loop(), **kwargs)
        self._crowd = crowd
        self._from: str | None = None
        self._deadline: asyncio.TimerHandle | None = None
        self._unread: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        address = peer_of(transport)
        if not self._crowd.enter(address):
            self._drop()
            return
        self._from = address
        self._deadline = self._loop.call_later(self._crowd.limits.head_seconds, self._late)

    def connection_lost(self, exc: BaseException | None) -> None:
        for timer in (self._deadline, self._unread):
            if timer is not None:
                timer.cancel()
        if self._from is not None:
            self._crowd.leave(self._from)
            self._from = None
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._deadline is not None and self._messages:
            self._deadline.cancel()
            self._deadline = None

    def pause_writing(self) -> None:
        super().pause_writing()
        self._unread = self._loop.call_later(self._crowd.limits.unread_seconds, self._drop)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,  # noqa: ARG002 (aiohttp's own signature)
        message: str | None = None,  # noqa: ARG002
    ) -> web.StreamResponse:
        """Answer what is no request at all, and what nobody else answered, without a word."""
        if request.writer.output_size > 0:
            raise ConnectionError("part of an answer has been sent already")
        answer = web.Response(status=status)
        dress(answer)
        answer.force_close()
        return answer

    def _late(self) -> None:
        if not self._messages and self._current_request is None:
            self._drop()

    def _drop(self) -> None:
        transport = self.transport
        self.force_close()
        if transport is not None:
            # uvloop's transports abort as well and are no asyncio.Transport
            transport.abort()


def peer_of(transport: asyncio.BaseTransport) -> str:
    """The address at the other end, in its plain spelling; empty where there is none."""
    peer = transport.get_extra_info("peername")
    if not isinstance(peer, tuple) or not peer:
        return ""
    address = ip_address(str(peer[0]).partition("%")[0])
    return str(getattr(address, "ipv4_mapped", None) or address)
