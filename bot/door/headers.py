"""The headers that every answer carries, refusals too; a page may set its own instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multidict import istr

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiohttp import web

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'; object-src 'none'"
)

SERVER = istr("Server")

HEADERS = [
    (istr("Content-Security-Policy"), POLICY),
    (istr("X-Content-Type-Options"), "nosniff"),
    (istr("Referrer-Policy"), "same-origin"),
    (istr("Cross-Origin-Opener-Policy"), "same-origin"),
    (istr("Cross-Origin-Resource-Policy"), "same-origin"),
    (istr("Permissions-Policy"), "camera=(), microphone=(), geolocation=()"),
]

TLS_ONLY = (istr("Strict-Transport-Security"), "max-age=31536000; includeSubDomains")


def dress(answer: web.StreamResponse) -> None:
    """Put on what an answer outside any route carries."""
    answer.headers[SERVER] = "web"
    answer.headers.update(HEADERS)


def dresser(*, tls: bool) -> Callable[[web.BaseRequest, web.StreamResponse], Awaitable[None]]:
    """The signal that dresses every answer; `tls` when people reach us by https only."""
    headers = [*HEADERS, TLS_ONLY] if tls else HEADERS

    async def put_on(_request: web.BaseRequest, answer: web.StreamResponse) -> None:
        worn = answer.headers
        worn[SERVER] = "web"
        for name, value in headers:
            if name not in worn:
                worn[name] = value

    return put_on
