"""Every route of the console, behind its gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.account import Account
from bot.console.activities.area import activity_routes
from bot.console.audit.page import audit_routes
from bot.console.content import content_routes
from bot.console.council.routes import council_routes
from bot.console.dossier import dossier_routes
from bot.console.gate import Gate
from bot.console.importing.routes import import_routes
from bot.console.inbox.routes import inbox_routes
from bot.console.listing.routes import list_routes
from bot.console.login import Login
from bot.console.notices.area import notice_routes
from bot.console.pages import Pages
from bot.console.posters import poster_routes
from bot.console.privacy.routes import privacy_routes
from bot.console.record.routes import record_routes
from bot.console.rounds import round_routes
from bot.console.second import Second
from bot.console.statistics.routes import statistics_routes
from bot.console.system import system_routes
from bot.console.users.routes import user_routes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.console.parts import Parts
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
    second = Second(parts, pages, gate)
    login, account = Login(parts, pages, gate, second), Account(parts, pages, gate)
    yield "GET", "/staff", login.home
    yield "GET", "/staff/", login.home
    yield "GET", "/staff/static/{version}/{name}", pages.file
    yield "GET", "/staff/login", login.form
    yield "POST", "/staff/login", login.enter
    yield "GET", "/staff/login/{token}", login.look
    yield "POST", "/staff/login/{token}", login.accept
    yield "GET", "/staff/second", second.page
    yield "POST", "/staff/second", second.check
    yield "GET", "/staff/account", account.page
    yield "POST", "/staff/account/password", account.password
    yield "POST", "/staff/account/recovery", account.recovery
    yield "POST", "/staff/account/devices", account.forget
    yield "POST", "/staff/account/sessions/{name:[0-9a-f]{16}}/end", account.end
    yield "POST", "/staff/logout", login.leave
    yield "POST", "/staff/language", login.language


AREAS: tuple[Callable[[Parts, Pages], Iterable[Route]], ...] = (
    list_routes,
    import_routes,
    inbox_routes,
    record_routes,
    round_routes,
    dossier_routes,
    content_routes,
    notice_routes,
    activity_routes,
    poster_routes,
    privacy_routes,
    statistics_routes,
    council_routes,
    user_routes,
    audit_routes,
    system_routes,
)
"""What gives the routes of each area; its tab is in `bot.console.tabs`."""
