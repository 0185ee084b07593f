"""Every route of the console, behind its gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.detail import Detail
from bot.console.exporting import Exporting
from bot.console.gate import Gate
from bot.console.listing import Listing
from bot.console.login import Login
from bot.console.pages import Pages
from bot.console.wishes import Wishes

if TYPE_CHECKING:
    from bot.console.gate import Parts
    from bot.console.rights import Handler


def console_routes(parts: Parts) -> list[web.RouteDef]:
    """The routes; raises `Unmarked` if one of them does not say who may use it."""
    pages = Pages()
    gate = Gate(parts, pages)
    login, listing = Login(parts, pages, gate), Listing(parts, pages)
    detail = Detail(parts, pages)
    wishes, exporting = Wishes(parts, pages), Exporting(parts)
    table: tuple[tuple[str, str, Handler], ...] = (
        ("GET", "/staff", login.home),
        ("GET", "/staff/", login.home),
        ("GET", "/staff/static/{version}/{name}", pages.file),
        ("GET", "/staff/login/{token}", login.look),
        ("POST", "/staff/login", login.enter),
        ("POST", "/staff/logout", login.leave),
        ("POST", "/staff/language", login.language),
        ("GET", "/staff/registrations", listing.page),
        ("GET", r"/staff/registrations/{number:\d+}", detail.page),
        ("POST", r"/staff/registrations/{number:\d+}/phones", detail.phones),
        ("GET", r"/staff/registrations/{number:\d+}/files/{file:[0-9a-f]{32}}", detail.file),
        ("GET", "/staff/slip", listing.slip),
        ("GET", "/staff/requests", wishes.page),
        ("POST", r"/staff/requests/{number:\d+}/done", wishes.done),
        ("POST", r"/staff/requests/{number:\d+}/again", wishes.again),
        ("POST", r"/staff/requests/{number:\d+}/confirm", wishes.confirm),
        ("POST", r"/staff/requests/{number:\d+}/refuse", wishes.refuse),
        ("POST", r"/staff/requests/{number:\d+}/phone", wishes.phone),
        ("GET", r"/staff/requests/{number:\d+}/voice", wishes.voice),
        ("POST", "/staff/export", exporting.download),
    )
    return [web.route(method, path, gate.guarded(handler)) for method, path, handler in table]
