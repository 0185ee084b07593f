"""
The way into every page of the console: connection, session, pace, right, and for what changes
something the seal of the session on the form.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from ipaddress import ip_address
from time import monotonic
from typing import TYPE_CHECKING

from aiohttp import web
from multidict import MultiDict

from bot.chat_limit import ChatLimit, Limit, Ruling
from bot.console.afterword import COOKIE, told
from bot.console.rights import Right, largest_form, needed_right
from bot.console.visit import Refused, Visit
from bot.papers.periods import LAST_DAY
from bot.papers.sources import Doors
from bot.server import name_of
from bot.setting_kinds import LOOPBACK
from storage.audit import Deed
from storage.staff import SESSION_LASTS, tell_audit, who_is_it

if TYPE_CHECKING:
    from multidict import MultiMapping
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.channels.base import Incoming
    from bot.console.inbox.watch import Watch
    from bot.console.inbox.window import Windows
    from bot.console.pages import Pages
    from bot.console.rights import Handler
    from bot.notices.sheet import Means
    from bot.shelf import Shelf
    from content.model import Book
    from storage.hearing import Heard
    from storage.media import Media

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")
LANGUAGE = "staff-language"
BODY_SECONDS = 5.0
SLOWEST = 100_000
"""Bytes a second that a form comes in, at the least, beyond the first seconds."""

CONSOLE = Limit(burst=120, seconds=0.5)
LOGIN = Limit(burst=20, seconds=45.0)
YEAR = 365 * 24 * 3600
NO_DOORS = Doors()


@dataclass(frozen=True, slots=True)
class Parts:
    """
    What the console needs of the rest of the program.

    `media` holds the voice notes; `secure` when people reach us by https. `hear` takes what staff
    do to a talk to the lane, like everything else that happens in it; `windows` say by account
    until when people can be written to, `watch` tells open pages what is new, `means` is what
    notices can count on, and `doors` are the ways to us that a poster may show. Reports close on
    the `closing` day of the month.
    """

    engine: AsyncEngine
    reader: AsyncEngine
    book: Callable[[], Book]
    source_of: Callable[[web.BaseRequest], str]
    database: str
    media: Media
    secure: bool
    hear: Callable[[Incoming], Awaitable[Heard]]
    means: Means
    windows: Windows
    watch: Watch
    shelf: Shelf
    doors: Doors = NO_DOORS
    closing: int = LAST_DAY


class Gate:
    """Lets requests through to handlers, or tells why not."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages
        self._pace = ChatLimit(CONSOLE)
        self._logins = ChatLimit(LOGIN)

    def guarded(self, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        """The handler as the server calls it; raises `Unmarked` where it names no right."""
        right, largest = needed_right(handler), largest_form(handler)

        async def enter(request: web.Request) -> web.StreamResponse:
            visit = self._visit(request)
            if largest:
                request = request.clone(client_max_size=largest)
            try:
                self._admit(request, visit)
                if right is not Right.ANYBODY:
                    visit = await self._known(request, visit)
                    await self._entitled(request, visit, right)
                return await handler(request, visit)
            except Refused as refusal:
                return self._pages.refuse(visit, refusal.status, refusal.key)

        return enter

    def welcome(self, visit: Visit, response: web.StreamResponse, token: str) -> None:
        """Give the visitor the cookie of a session."""
        self._set(visit, response, self._cookie(visit), token, int(SESSION_LASTS.total_seconds()))

    def forget(self, visit: Visit, response: web.StreamResponse) -> None:
        """Take the cookie away, and what the browser keeps of our pages."""
        self._set(visit, response, self._cookie(visit), "", 0)
        response.headers["Clear-Site-Data"] = '"cache"'

    def speak(self, visit: Visit, response: web.StreamResponse, language: str) -> None:
        """Remember the language of this browser."""
        self._set(visit, response, LANGUAGE, language, YEAR)

    def slow_down(self, visit: Visit) -> None:
        """Count one try to log in; raises `Refused` where there were too many."""
        if self._logins.rule(("login", visit.source), monotonic()) is not Ruling.HEAR:
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
        if self._pace.rule(("session", _short(token)), monotonic()) is not Ruling.HEAR:
            raise Refused(429, "refused-often")
        known = replace(visit, colleague=found, token=token)
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
            route = request.match_info.route.resource
            what = route.canonical if route else ""
            deed = Deed("refused", visit.colleague.id, what, key, visit.source)
            await tell_audit(self._parts.engine, deed)
            raise Refused(403, key)

    def _cookie(self, visit: Visit) -> str:
        return "staff" if visit.local else "__Host-staff"

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


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that a form brought, by the name that its sender gave it."""

    name: str
    content: bytes


async def file_of(request: web.Request, field: str) -> Sent | None:
    """The file in this field of a form that was let in; None where there is none."""
    found = (await request.post()).get(field)
    if not isinstance(found, web.FileField) or not found.filename:
        return None
    with found.file as file:
        return Sent(found.filename, await asyncio.to_thread(file.read))


async def form_of(request: web.Request) -> MultiMapping[str]:
    """The fields of the form that was sent; files are none of them."""
    try:
        async with asyncio.timeout(BODY_SECONDS + request.client_max_size / SLOWEST):
            fields = await request.post()
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except ValueError:
        raise web.HTTPBadRequest from None
    return MultiDict((name, value) for name, value in fields.items() if isinstance(value, str))


def _is_local(request: web.Request, source: str) -> bool:
    """Whether the browser runs on this machine: nobody in between, and our name is loopback."""
    if any(name in request.headers for name in FORWARDED):
        return False
    return bool(source) and ip_address(source).is_loopback and name_of(request.host) in LOOPBACK


def _short(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()[:16]
