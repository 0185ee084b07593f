"""Logging in by a one-time link, logging out, and the language of the pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.gate import TOKEN, form_of
from bot.console.rights import Right, needs
from bot.console.visit import Refused
from storage.staff import Visitor, log_in, log_out, whose_link

if TYPE_CHECKING:
    from bot.console.gate import Gate, Parts
    from bot.console.pages import Pages
    from bot.console.visit import Visit

FIRST = "/staff/registrations"


class Login:
    """The pages before and after a session."""

    def __init__(self, parts: Parts, pages: Pages, gate: Gate) -> None:
        self._parts = parts
        self._pages = pages
        self._gate = gate

    @needs(Right.ANYBODY)
    async def home(self, _request: web.Request, _visit: Visit) -> web.StreamResponse:
        """`GET /staff`."""
        raise web.HTTPSeeOther(FIRST)

    @needs(Right.ANYBODY)
    async def look(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/login/{token}`: a button to log in by, for previews of links press none."""
        self._gate.slow_down(visit)
        token = request.match_info["token"]
        name = await whose_link(self._parts.reader, token) if TOKEN.fullmatch(token) else ""
        if not name:
            return self._pages.refuse(visit, 410, "login-dead")
        return self._pages.show("login", visit, {"name": name, "token": token})

    @needs(Right.ANYBODY)
    async def enter(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/login`: the link is used up, and a session begins."""
        self._gate.slow_down(visit)
        token = (await form_of(request)).get("token", "")
        browser = request.headers.get("User-Agent", "")
        opened = ""
        if TOKEN.fullmatch(token):
            opened = await log_in(self._parts.engine, token, Visitor(visit.source, browser))
        if not opened:
            raise Refused(410, "login-dead")
        response = web.Response(status=303, headers={"Location": FIRST})
        self._gate.welcome(visit, response, opened)
        return response

    @needs(Right.SEE)
    async def leave(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/logout`."""
        await log_out(self._parts.engine, visit.token, visit.source)
        response = self._pages.refuse(visit.out(), 200, "login-out")
        self._gate.forget(visit, response)
        return response

    @needs(Right.SEE)
    async def language(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/language`: the next of our languages, and back to the page."""
        languages = visit.book.languages
        following = languages[(languages.index(visit.language) + 1) % len(languages)]
        response = web.Response(status=303, headers={"Location": own_path(await form_of(request))})
        self._gate.speak(visit, response, following)
        return response


def own_path(form: Mapping[str, str]) -> str:
    """Where a form says that it came from, if that is one of our pages."""
    back = form.get("back", "")
    return back if back.startswith("/staff/") and back.isascii() and back.isprintable() else FIRST
