"""
The body of a webhook's request: read within bounds, then parsed strictly.

The bounds and the order of the refusals are the same for every channel that is called from
outside; what is refused is refused without a word of detail.
"""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, NoReturn

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BODY = 1024 * 1024
PATIENCE = 5.0


class Malformed(ValueError):
    """The body is not one JSON object, strictly read."""


class Refusal(Exception):
    """The request is answered with this status and nothing else."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def expect_json(request: web.Request) -> None:
    """Refuse by the head alone what cannot be a JSON body of bearable length."""
    if request.content_type != "application/json" or "Content-Encoding" in request.headers:
        raise Refusal(415)
    if (request.content_length or 0) > MAX_BODY:
        raise Refusal(413)


async def read_body(request: web.Request) -> bytes:
    """The whole body, or a refusal once it is too long or too slow."""
    chunks: list[bytes] = []
    try:
        if request.content.is_eof():
            chunks.append(request.content.read_nowait())
        else:
            await _gather(request, chunks)
    except TimeoutError:
        raise Refusal(408) from None
    except (web.RequestPayloadError, ConnectionError):
        raise Refusal(400) from None
    body = b"".join(chunks)
    if len(body) > MAX_BODY:
        raise Refusal(413)
    return body


async def _gather(request: web.Request, chunks: list[bytes]) -> None:
    """Wait for what has not come yet, but not for ever and not for more than is taken."""
    length = 0
    async with asyncio.timeout(PATIENCE):
        while not request.content.at_eof() and length <= MAX_BODY:
            chunk = await request.content.readany()
            length += len(chunk)
            chunks.append(chunk)


def parse_object(body: bytes) -> Mapping[str, object]:
    """The one JSON object in `body`; raises `Malformed` for anything else."""
    try:
        value = _DECODER.decode(body.decode())
    except (ValueError, RecursionError) as problem:
        raise Malformed(type(problem).__name__) from None
    if not isinstance(value, dict):
        raise Malformed(type(value).__name__)
    return value


def _one_of_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise Malformed("a key stands twice")
    return value


def _no_constant(name: str) -> NoReturn:
    raise Malformed(name)


_DECODER = json.JSONDecoder(object_pairs_hook=_one_of_each, parse_constant=_no_constant)
