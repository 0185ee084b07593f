"""Calls and answers on the wire, and the troubles that strike there."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from tests.fakes.telegram_wire import cut, cut_inside
from tests.fakes.zalo_account import Json
from tests.fakes.zalo_faults import Fault
from tests.fakes.zalo_methods import Asked


@dataclass(frozen=True, slots=True)
class Call:
    """
    One call as it was asked and answered.

    To an OA `method` is its path without the first slash (`v3.0/oa/message/cs`,
    `v4/oa/access_token`), and `parameters` the JSON body, the `data` of a GET, or the form.
    """

    at: float
    method: str
    token: str
    parameters: Json
    status: int
    answer: Json


async def read(request: web.Request) -> Asked:
    """What a call brought: the `data` of a GET, a JSON body, a form, or a file."""
    if request.method == "GET":
        return Asked(_object(request.query.get("data", "{}")))
    if request.content_type == "application/json":
        return Asked(_object(await request.read()))
    fields = await request.post()
    file = fields.get("file")
    if isinstance(file, web.FileField):
        return Asked({}, file.file.read(), file.filename)
    return Asked({key: value for key, value in fields.items() if isinstance(value, str)})


async def troubled(
    request: web.Request,
    fault: Fault,
    answer: Callable[[], Awaitable[web.Response]],
    stopping: asyncio.Event,
) -> web.StreamResponse:
    """What a call is answered when something may go wrong with it."""
    if fault.delay:
        await _pause(fault.delay, stopping)
    if fault.cut == "before":
        return cut(request)
    if fault.status:
        headers = {"Content-Type": "text/html"}
        if fault.location:
            headers["Location"] = fault.location
        return web.Response(status=fault.status, text=fault.body, headers=headers)
    response = await answer()
    if fault.late:
        await _pause(fault.late, stopping)
    if fault.hang:
        await stopping.wait()
    if fault.cut == "after":
        return cut(request)
    if fault.cut == "inside":
        return await cut_inside(request, response)
    return response


def mac(app_id: str, raw: bytes, timestamp: str, oa_secret: str) -> str:
    """The signature of an event: a plain SHA-256 over the bytes as they are sent."""
    return hashlib.sha256(
        app_id.encode() + raw + timestamp.encode() + oa_secret.encode()
    ).hexdigest()


async def _pause(seconds: float, stopping: asyncio.Event) -> None:
    """So long, or until the server stops."""
    try:
        async with asyncio.timeout(seconds):
            await stopping.wait()
    except TimeoutError:
        return


def answered(answer: Json, headers: dict[str, str], status: int = 200) -> web.Response:
    """An answer as Zalo writes it."""
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()
    return web.Response(status=status, body=body, headers=headers, content_type="application/json")


def _object(raw: str | bytes) -> Json:
    """The JSON object, or one with nothing in it."""
    try:
        given = json.loads(raw or b"{}")
    except ValueError:
        return {}
    return given if isinstance(given, dict) else {}
