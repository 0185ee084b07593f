"""Every route of the console, behind its gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.detail import Detail
from bot.console.dossier import dossier_routes
from bot.console.exporting import Exporting
from bot.console.gate import Gate
from bot.console.inbox.routes import inbox_routes
from bot.console.listing import Listing
from bot.console.login import Login
from bot.console.pages import Pages
from bot.console.posters import poster_routes
from bot.console.record.moving import Moving
from bot.console.record.sending_up import SendingUp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.console.gate import Parts
    from bot.console.rights import Handler

    Route = tuple[str, str, Handler]
    """Method, path pattern, handler."""


def console_routes(parts: Parts) -> list[web.RouteDef]:
    """The routes; raises `Unmarked` if one of them does not say who may use it."""
    pages = Pages()
    gate = Gate(parts, pages)
    table = [
        *_ways_in(parts, pages, gate),
        *(route for area in AREAS for route in area(parts, pages)),
    ]
    return [web.route(method, path, gate.guarded(handler)) for method, path, handler in table]


def _ways_in(parts: Parts, pages: Pages, gate: Gate) -> Iterable[Route]:
    login = Login(parts, pages, gate)
    yield "GET", "/staff", login.home
    yield "GET", "/staff/", login.home
    yield "GET", "/staff/static/{version}/{name}", pages.file
    yield "GET", "/staff/login/{token}", login.look
    yield "POST", "/staff/login", login.enter
    yield "POST", "/staff/logout", login.leave
    yield "POST", "/staff/language", login.language


def _registrations(parts: Parts, pages: Pages) -> Iterable[Route]:
    listing, detail, exporting = Listing(parts, pages), Detail(parts, pages), Exporting(parts)
    moving, sending_up = Moving(parts, pages), SendingUp(parts, pages)
    one = r"/staff/registrations/{number:\d+}"
    yield "GET", "/staff/registrations", listing.page
    yield "GET", one, detail.page
    yield "POST", f"{one}/phones", detail.phones
    yield "GET", one + "/files/{file:[0-9a-f]{32}}", detail.file
    yield "GET", one + "/steps/{step:[a-z-]{2,20}}", moving.page
    yield "POST", one + "/steps/{step:[a-z-]{2,20}}", moving.move
    yield "GET", "/staff/send-up", sending_up.page
    yield "POST", "/staff/send-up", sending_up.send
    yield "GET", "/staff/slip", listing.slip
    yield "POST", "/staff/export", exporting.download


AREAS: tuple[Callable[[Parts, Pages], Iterable[Route]], ...] = (
    _registrations,
    inbox_routes,
    dossier_routes,
    poster_routes,
)
"""What gives the routes of each area; its tab is in `bot.console.tabs`."""
