"""Requests written by hand, and bodies that are no JSON object."""

from __future__ import annotations

import asyncio

from tests.telegram.posting import TEXT


async def raw(url: str, head: str, body: bytes = b"") -> bytes:
    """What comes back for a request written by hand."""
    port = int(url.split(":")[2].split("/", maxsplit=1)[0])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head.replace("\n", "\r\n").encode("latin-1") + b"\r\n\r\n" + body)
    line = await asyncio.wait_for(reader.readline(), 10)
    writer.close()
    await writer.wait_closed()
    return line


NOT_AN_OBJECT = {
    "nothing": b"",
    "null": b"null",
    "a list": b"[]",
    "a number": b"7",
    "a word": b'"x"',
    "the beginning of one": TEXT[:-3],
    "one and a bit": TEXT + b"}",
    "a mark before it": b"\xef\xbb\xbf" + TEXT,
    "another alphabet": TEXT.decode().encode("utf-16"),
    "bytes that are no letters": TEXT.replace(b"\\u00e1", b"\xff\xfe"),
    "not a number": b'{"update_id":NaN}',
    "no end": b'{"update_id":-Infinity}',
    "a key twice": b'{"update_id":1,"update_id":2}',
    "a key twice further in": b'{"update_id":1,"message":{"text":"a","text":"b"}}',
    "a number of 5,000 digits": b'{"update_id":' + b"9" * 5000 + b"}",
    "a deep list": b"[" * 100_000,
    "a deep object": b'{"a":' * 100_000,
}
