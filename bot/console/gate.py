"""
The way into every page of the console: connection, session, pace, right, and for what changes
something the seal of the session on the form.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from ipaddress import ip_address
from time import monotonic
from typing import TYPE_CHECKING

from aiohttp import web

from bot.chat_limit import ChatLimit, Limit, Ruling
from bot.console.afterword import COOKIE, told
from bot.console.confirming import Confirming
from bot.console.forms import form_of
from bot.console.passwords import Passwords
from bot.console.rights import Right, demand_of
from bot.console.visit import ConfirmFirst, Refused, Visit
from bot.server import name_of
from bot.setting_kinds import LOOPBACK
from storage.audit import Deed
from storage.second_factor import REMEMBERED
from storage.sessions import SESSION_LASTS, who_is_it
from storage.staff import tell_audit

if TYPE_CHECKING:
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.rights import Handler

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")
LANGUAGE = "staff-language"
SECOND = "/staff/second"
CONSOLE = Limit(burst=120, seconds=0.5)
LINKS = Limit(burst=20, seconds=45.0)
YEAR = 365 * 24 * 3600
HEAR = Ruling.HEAR


class Gate:
    """Lets requests through to handlers, or tells why not."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages
        self._pace = ChatLimit(CONSOLE)
        self._links = ChatLimit(LINKS)
        self.passwords = Passwords()
        self.confirming = Confirming(parts, pages, self.passwords)

    def guarded(self, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        """The handler as the server calls it; raises `Unmarked` where it names no right."""
        demand = demand_of(handler)

        async def enter(request: web.Request) -> web.StreamResponse:
            visit = self._visit(request)
            if demand.largest:
                request = request.clone(client_max_size=demand.largest)
            try:
                self._admit(request, visit)
                if demand.right is not Right.ANYBODY:
                    visit = await self._known(request, visit)
                    if visit.halfway and not demand.halfway:
                        raise web.HTTPSeeOther(SECOND)
                    await self._entitled(request, visit, demand.right)
                    visit = await self.confirming.heard(request, visit)
                    if demand.confirmed and not visit.confirmed:
                        raise ConfirmFirst
                return await handler(request, visit)
            except ConfirmFirst:
                return await self.confirming.ask(request, visit)
            except web.HTTPRequestEntityTooLarge:
                return self._pages.refuse(visit, 413, "refused-large")
            except Refused as refusal:
                await self._note(request, visit, refusal)
                if refusal.key == "login-needed":
                    return self._pages.show("enter", visit, {"back": _back(request)}, 401)
                return self._pages.refuse(visit, refusal.status, refusal.key)

        return enter

    def welcome(self, visit: Visit, response: web.StreamResponse, token: str) -> None:
        """Give the visitor the cookie of a session."""
        self._set(visit, response, self._cookie(visit), token, int(SESSION_LASTS.total_seconds()))

    def remember(self, visit: Visit, response: web.StreamResponse, token: str) -> None:
        """Give the browser what it is known by, so that it is not asked for a code."""
        seconds = int(REMEMBERED.total_seconds())
        self._set(visit, response, self._device_cookie(visit), token, seconds)

    def device(self, request: web.Request, visit: Visit) -> str:
        """What the browser says it is known by."""
        token = request.cookies.get(self._device_cookie(visit), "")
        return token if TOKEN.fullmatch(token) else ""

    def forget(self, visit: Visit, response: web.StreamResponse) -> None:
        """Take the cookie away, and what the browser keeps of our pages."""
        self._set(visit, response, self._cookie(visit), "", 0)
        response.headers["Clear-Site-Data"] = '"cache"'

    def speak(self, visit: Visit, response: web.StreamResponse, language: str) -> None:
        """Remember the language of this browser."""
        self._set(visit, response, LANGUAGE, language, YEAR)

    def slow_down(self, visit: Visit) -> None:
        """Count one use of a link; raises `Refused` where there were too many."""
        if self._links.rule(("link", visit.source), monotonic()) is not HEAR:
            raise Refused(429, "refused-often")

    def _visit(self, request: web.Request) -> Visit:
        book = self._parts.book()
        asked = request.cookies.get(LANGUAGE, "")
        language = asked if asked in book.languages else book.languages[0]
        source = self._parts.source_of(request)
        return Visit(book, language, source, _is_local(request, source))

    def _admit(self, request: web.Request, visit: Visit) -> None:
        """The connection must be safe, and a form of ours."""
        if not self._parts.secure and not visit.local:
            raise Refused(403, "refused-plain")
        if request.method != "POST":
            return
        scheme = "http" if visit.local else "https"
        origin = request.headers.get("Origin", f"{scheme}://{request.host}").lower()
        site = request.headers.get("Sec-Fetch-Site", "same-origin")
        if origin != f"{scheme}://{request.host}".lower() or site not in {"same-origin", "none"}:
            raise Refused(403, "refused-form")

    async def _known(self, request: web.Request, visit: Visit) -> Visit:
        token = request.cookies.get(self._cookie(visit), "")
        found = None
        if TOKEN.fullmatch(token):
            found = await who_is_it(self._parts.engine, self._parts.reader, token)
        if found is None:
            raise Refused(401, "login-needed")
        if self._pace.rule(("session", _short(token)), monotonic()) is not HEAR:
            raise Refused(429, "refused-often")
        known = replace(
            visit,
            colleague=found.colleague,
            token=token,
            strength=found.strength,
            confirmed_at=found.confirmed_at,
            has_password=found.has_password,
            has_second=found.has_second,
        )
        return replace(known, told=told(known, request.cookies.get(COOKIE, "")))

    async def _entitled(self, request: web.Request, visit: Visit, right: Right) -> None:
        key = ""
        if not visit.may(right):
            key = "refused-role"
        elif request.method == "POST":
            form = await form_of(request)
            if not hmac.compare_digest(form.get("seal", "").encode(), visit.seal.encode()):
                key = "refused-form"
        if key:
            raise Refused(403, key)

    async def _note(self, request: web.Request, visit: Visit, refusal: Refused) -> None:
        """What was tried in vain, written down; a stranger is written down only so often."""
        told = refusal.status == 403 or (request.method == "POST" and refusal.status == 404)
        stranger = ("stranger", visit.source)
        if not told or (not visit.token and self._links.rule(stranger, monotonic()) is not HEAR):
            return
        route = request.match_info.route.resource
        person = visit.colleague.id if visit.token else None
        what = route.canonical if route else ""
        deed = Deed("refused", person, what, refusal.key, visit.source)
        await tell_audit(self._parts.engine, deed)

    def _cookie(self, visit: Visit) -> str:
        return "staff" if visit.local else "__Host-staff"

    def _device_cookie(self, visit: Visit) -> str:
        return "staff-device" if visit.local else "__Host-staff-device"

    def _set(
        self, visit: Visit, response: web.StreamResponse, name: str, value: str, seconds: int
    ) -> None:
        response.set_cookie(
            name,
            value,
            max_age=seconds,
            path="/",
            secure=not visit.local,
            httponly=True,
            samesite="Lax",
        )


def _is_local(request: web.Request, source: str) -> bool:
    """Whether the browser runs on this machine: nobody in between, and our name is loopback."""
    if any(name in request.headers for name in FORWARDED):
        return False
    return bool(source) and ip_address(source).is_loopback and name_of(request.host) in LOOPBACK


def _back(request: web.Request) -> str:
    """Where to go on after the log-in."""
    return request.path_qs if request.method == "GET" else ""


def _short(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()[:16]
