"""Calls and answers on the wire, as the real server reads and writes them."""

from __future__ import annotations

import json
from collections.abc import Callable

from aiohttp import web

from tests.fakes.telegram_account import ApiError, Json

Keep = Callable[[bytes, str], str]


async def read_parameters(request: web.Request, keep: Keep) -> dict[str, str]:
    """
    The fields from the address and the body, in any of the forms the server takes.

    A file that was uploaded stands there by the id that it is kept under.
    """
    parameters = dict(request.query)
    if request.content_type == "application/json":
        try:
            parameters |= parameters_of(json.loads(await request.read() or b"{}"))
        except ValueError:
            raise ApiError(400, "Bad Request: can't parse JSON object") from None
    elif request.method == "POST":
        fields = await request.post()
        for key, value in fields.items():
            if isinstance(value, web.FileField):
                parameters[key] = keep(value.file.read(), value.filename)
            elif isinstance(value, str):
                parameters[key] = value
    return parameters


def refusal(error: ApiError) -> Json:
    """What a call that failed is answered."""
    answer: Json = {"ok": False, "error_code": error.code, "description": error.description}
    return answer | ({"parameters": error.parameters} if error.parameters else {})


def answered(status: int, answer: Json) -> web.Response:
    """An answer as Telegram writes it: without a blank."""
    body = json.dumps(answer, separators=(",", ":")).encode()
    response = web.Response(status=status, body=body, content_type="application/json")
    if wait := answer.get("parameters", {}).get("retry_after"):
        response.headers["Retry-After"] = str(wait)
    return response


def cut(request: web.Request) -> web.Response:
    """Close the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def cut_inside(request: web.Request, response: web.Response) -> web.StreamResponse:
    """Close the connection in the middle of the answer."""
    body = response.body
    assert isinstance(body, bytes)
    partial = web.StreamResponse(headers={"Content-Length": str(len(body))})
    partial.content_type = "application/json"
    await partial.prepare(request)
    await partial.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()
    return partial


def parameters_of(given: object) -> dict[str, str]:
    """The fields of a JSON call as the server keeps them: words as they are, the rest as JSON."""
    if not isinstance(given, dict):
        raise ApiError(400, "Bad Request: can't parse JSON object")
    return {
        str(key): value if isinstance(value, str) else json.dumps(value)
        for key, value in given.items()
    }
