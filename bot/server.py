"""
The one port that everything from outside comes to: webhooks, the web chat, the staff's pages.

What is refused is refused early and without a word of detail. A reverse proxy in front is good
advice; nothing here relies on it.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.door.crowd import Crowd, Limits
from bot.door.guard import Guard
from bot.door.headers import dresser
from bot.tell import tell
from handlers.days import VIETNAM

if TYPE_CHECKING:
    from bot.settings import Settings

KEEP_ALIVE = 30.0
STOPPING = 10.0
BACKLOG = 512
MOST_FORM = 64 * 1024
USUAL = Limits()

Health = Callable[[], Awaitable[bool]]

log = logging.getLogger(__name__)


class Server:
    """Serves until closed; `port` is the one it got, where port 0 was asked for."""

    def __init__(
        self,
        settings: Settings,
        routes: Iterable[web.RouteDef],
        health: Health,
        limits: Limits = USUAL,
    ) -> None:
        self.port = settings.port
        self._host = settings.host
        self._crowd = Crowd(limits, settings.trusted_proxies)
        app = web.Application(middlewares=[doorman(settings.hosts)], client_max_size=MOST_FORM)
        app.on_response_prepare.append(dresser(tls=settings.public_url.startswith("https:")))
        app.add_routes([web.get("/healthz", health_of(health)), *routes])
        self._runner = web.AppRunner(
            app,
            handle_signals=False,
            access_log=None,
            keepalive_timeout=KEEP_ALIVE,
            auto_decompress=False,
            shutdown_timeout=STOPPING,
        )
        self._listening: asyncio.Server | None = None

    async def open(self) -> None:
        """Listen; raises OSError where the port is taken or not ours to take."""
        await self._runner.setup()
        manager = self._runner.server
        if manager is None:
            raise RuntimeError("the runner was set up without a server")
        loop = asyncio.get_running_loop()
        self._listening = await loop.create_server(
            lambda: Guard(manager, self._crowd, **manager._kwargs),
            self._host,
            self.port,
            backlog=BACKLOG,
        )
        self.port = self._listening.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Take no more requests and finish those that are being answered."""
        if self._listening is not None:
            self._listening.close()
        await self._runner.cleanup()


def doorman(
    hosts: frozenset[str],
) -> Middleware:
    """Turns away those who ask for somebody else, and keeps errors from explaining themselves."""
    names = dict.fromkeys(hosts, True)

    @web.middleware
    async def watch(request: web.Request, handler: Handler) -> web.StreamResponse:
        host = request.headers.get("Host", "")
        if host not in names:
            if name_of(host) not in hosts:
                return web.Response(status=421)
            if len(names) < 1000:  # the same name with a port: known from now on
                names[host] = True
        try:
            return await handler(request)
        except web.HTTPException as refusal:
            if refusal.text == f"{refusal.status}: {refusal.reason}":
                refusal.text = ""
            raise
        except (ConnectionError, asyncio.CancelledError):
            raise
        except Exception:  # whatever a page trips over, its reader gets an answer
            code = secrets.token_hex(4)
            log.exception("request failed, code %s, route %s", code, route_of(request))
            return web.Response(status=500, text=tell("server-error", code=code, time=now()))

    return watch


def health_of(health: Health) -> Handler:
    """`ok`, and nothing else about us."""

    async def answer(_request: web.Request) -> web.Response:
        if await health():
            return web.Response(text="ok")
        return web.Response(status=503)

    return answer


def name_of(host: str) -> str:
    """The name in a Host header, without the port and in lower case."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()


def route_of(request: web.Request) -> str:
    """Which of our routes it was for; what was asked for in detail stays out of the log."""
    resource = request.match_info.route.resource
    return resource.canonical if resource else ""


def now() -> str:
    """The time on a clock in Vietnam."""
    return datetime.now(VIETNAM).strftime("%H:%M %d/%m/%Y")
