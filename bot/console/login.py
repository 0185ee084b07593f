"""Logging in by a one-time link or by name and password, logging out, the language of the pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.choosing import chosen
from bot.console.forms import EMPTY, Form, form_of
from bot.console.gate import TOKEN
from bot.console.rights import Right, needs
from bot.console.visit import Refused, visitor
from bot.text import clean
from storage import accounts
from storage.audit import Deed
from storage.links import log_in, whose_link
from storage.sessions import Strength, log_out
from storage.staff import tell_audit

if TYPE_CHECKING:
    from bot.console.gate import Gate
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.second import Second
    from bot.console.visit import Visit
    from storage.staff import Colleague

FIRST = "/staff/registrations"
LONGEST_NAME = 100


class Login:
    """The pages before and after a session."""

    def __init__(self, parts: Parts, pages: Pages, gate: Gate, second: Second) -> None:
        self._parts = parts
        self._pages = pages
        self._gate = gate
        self._second = second

    @needs(Right.ANYBODY)
    async def home(self, _request: web.Request, _visit: Visit) -> web.StreamResponse:
        """`GET /staff`."""
        raise web.HTTPSeeOther(FIRST)

    @needs(Right.ANYBODY)
    async def form(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/login`: name and password."""
        return self._pages.show("enter", visit, {"back": ""})

    @needs(Right.ANYBODY)
    async def enter(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/login`: by name, password and code; wrong ones are all told the same."""
        form = await form_of(request)
        name = " ".join(clean(form.get("name", ""), LONGEST_NAME).split())
        tries = await accounts.tries(self._parts.reader, name, visit.source)
        if tries.address_waits:
            raise Refused(429, "refused-often")
        account = await accounts.account_named(self._parts.reader, name)
        kept = account.password if account else ""
        fits = await self._gate.passwords.fits(form.get("password", ""), kept)
        why = accounts.WAITS if tries.account_waits else "password" if not fits else ""
        if account and account.seed and not why:
            why = "" if await self._second.passes(request, visit, account, form) else "code"
        if account is None or why:
            await accounts.failed(self._parts.engine, name, account, why, visit.source)
            typed = {"name": name, "remember": form.get("remember", "")}
            wrong = Form(typed, {"name": visit.say("enter-wrong")})
            return self._pages.show("enter", visit, {"back": own_path(form), "form": wrong}, 422)
        strength = Strength.CODE if account.seed else Strength.PASSWORD
        token = await accounts.entered(
            self._parts.engine, name, account, strength, visitor(request, visit)
        )
        response = web.Response(status=303, headers={"Location": own_path(form)})
        self._gate.welcome(visit, response, token)
        if form.get("remember") and account.seed:
            await self._second.remember(request, visit, response, account.colleague.id)
        return response

    @needs(Right.ANYBODY)
    async def look(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/login/{token}`: a button to log in by, for previews of links press none."""
        invited = await self._invited(request, visit)
        return self._invitation(visit, invited, EMPTY)

    @needs(Right.ANYBODY)
    async def accept(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/login/{token}`: a session begins; elsewhere than here, with a password."""
        invited = await self._invited(request, visit)
        form = await form_of(request)
        password = ""
        if not (visit.local and form.get("later")):
            problems = chosen(form, visit, invited.name)
            if problems:
                return self._invitation(visit, invited, Form({}, problems), 422)
            password = await self._gate.passwords.hash(form["password"])
        opened = await log_in(
            self._parts.engine, request.match_info["token"], visitor(request, visit), password
        )
        if not opened:
            raise Refused(410, "login-dead")
        response = web.Response(status=303, headers={"Location": FIRST})
        self._gate.welcome(visit, response, opened)
        return response

    @needs(Right.SEE, halfway=True)
    async def leave(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/logout`."""
        await log_out(self._parts.engine, visit.token, visit.source)
        response = self._pages.refuse(visit.out(), 200, "login-out")
        self._gate.forget(visit, response)
        return response

    @needs(Right.SEE, halfway=True)
    async def language(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/language`: the next of our languages, and back to the page."""
        languages = visit.book.languages
        following = languages[(languages.index(visit.language) + 1) % len(languages)]
        response = web.Response(status=303, headers={"Location": own_path(await form_of(request))})
        self._gate.speak(visit, response, following)
        return response

    async def _invited(self, request: web.Request, visit: Visit) -> Colleague:
        self._gate.slow_down(visit)
        token = request.match_info["token"]
        invited = await whose_link(self._parts.reader, token) if TOKEN.fullmatch(token) else None
        if invited is None:
            if request.method == "POST":
                deed = Deed("login.refused", None, "", "link", visit.source)
                await tell_audit(self._parts.engine, deed)
            raise Refused(410, "login-dead")
        return invited

    def _invitation(
        self, visit: Visit, invited: Colleague, form: Form, status: int = 200
    ) -> web.StreamResponse:
        return self._pages.show("login", visit, {"name": invited.name, "form": form}, status)


def own_path(form: Mapping[str, str]) -> str:
    """Where a form says that it came from, if that is one of our pages."""
    back = form.get("back", "")
    return back if back.startswith("/staff/") and back.isascii() and back.isprintable() else FIRST
