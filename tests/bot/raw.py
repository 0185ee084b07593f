"""A client that speaks bytes, for requests that no library would send."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status line's number, the headers by lower-case name, the body."""

    status: int
    headers: dict[str, str]
    body: bytes


@asynccontextmanager
async def connected(
    port: int, limit: int = 2**16
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A connection, gone again at the end whatever its state."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=limit)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def exchange(port: int, sent: bytes, within: float = 5.0) -> bytes:
    """Send these bytes and read until the other side closes."""
    async with connected(port) as (reader, writer):
        writer.write(sent)
        try:
            async with asyncio.timeout(within):
                return await reader.read()
        except ConnectionError:
            return b""


async def ask(port: int, head: str, body: bytes = b"", host: str = "localhost") -> Answer:
    """One request, with `Host` and `Connection: close` added, and its answer."""
    lines = [*head.strip().splitlines(), f"Host: {host}", "Connection: close", "", ""]
    return parsed(await exchange(port, "\r\n".join(lines).encode() + body))


def parsed(answer: bytes) -> Answer:
    """The first answer in these bytes."""
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (x.partition(":") for x in lines)}
    return Answer(int(first.split()[1]), headers, body)
