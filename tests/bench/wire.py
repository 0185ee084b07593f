"""HTTP as far as the load and the stand-ins need it: cheap, and on raw sockets."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_END = b"\r\n\r\n"


def ok(body: bytes) -> bytes:
    """An answer with this JSON."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    return head % len(body) + body


class Connection(asyncio.Protocol):
    """One connection; `heard` is told each whole message: its head and its body."""

    def __init__(self, heard: Callable[[Connection, bytes, bytes], None]) -> None:
        self._heard = heard
        self._buffer = b""
        self._transport: asyncio.WriteTransport | None = None

    # uvloop's transports have the shape of asyncio's and are no instances of them
    def connection_made(self, transport: asyncio.WriteTransport) -> None:  # type: ignore[override]
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None

    def data_received(self, data: bytes) -> None:
        buffer = self._buffer + data if self._buffer else data
        while (end := buffer.find(_END)) >= 0:
            length = _LENGTH.search(buffer, 0, end)
            whole = end + len(_END) + (int(length[1]) if length else 0)
            if len(buffer) < whole:
                break
            message, buffer = buffer[:whole], buffer[whole:]
            self._heard(self, message[:end], message[end + len(_END) :])
        self._buffer = buffer

    @property
    def open(self) -> bool:
        """Whether anything can be sent."""
        return self._transport is not None

    def send(self, data: bytes) -> None:
        """Send bytes; to somebody who has gone, nothing."""
        if self._transport is not None:
            self._transport.write(data)

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()
