"""One's own account: password, second factor, where one is logged in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.choosing import chosen
from bot.console.forms import EMPTY, Form, form_of
from bot.console.rights import Right, needs
from bot.console.second_factor import recovery_codes
from bot.console.shown import time
from bot.console.visit import Refused, visitor
from storage import accounts, sessions
from storage import second_factor as kept
from storage.sessions import Strength

if TYPE_CHECKING:
    from bot.console.gate import Gate
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit

PAGE = "/staff/account"


class Account:
    """`/staff/account`."""

    def __init__(self, parts: Parts, pages: Pages, gate: Gate) -> None:
        self._parts = parts
        self._pages = pages
        self._gate = gate

    @needs(Right.SEE)
    async def page(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/account`."""
        return await self._show(visit, EMPTY)

    @needs(Right.SEE, confirmed=True)
    async def password(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/account/password`: another one; every other session ends."""
        form = await form_of(request)
        problems = chosen(form, visit, visit.colleague.name)
        if problems:
            return await self._show(visit, Form({}, problems), 422)
        made = await self._gate.passwords.hash(form["password"])
        strength = Strength.CODE if visit.strength is Strength.CODE else Strength.PASSWORD
        token = await accounts.set_password(
            self._parts.engine, visit.colleague.id, made, strength, visitor(request, visit)
        )
        response = self._pages.done(replace(visit, token=token), PAGE, "account-password-set")
        self._gate.welcome(visit, response, token)
        return response

    @needs(Right.SEE, confirmed=True)
    async def recovery(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/account/recovery`: other codes to recover by."""
        if not visit.has_second:
            raise Refused(404, "refused-missing")
        codes = recovery_codes()
        await kept.new_codes(self._parts.engine, visit.colleague.id, codes, visit.source)
        return self._pages.show("recovery", visit, {"codes": codes})

    @needs(Right.SEE)
    async def forget(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/account/devices`: every browser is asked for a code again."""
        await kept.forget_devices(self._parts.engine, visit.colleague.id, visit.source)
        return self._pages.done(visit, PAGE, "account-forgotten")

    @needs(Right.SEE)
    async def end(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/account/sessions/{name}/end`."""
        name = request.match_info["name"]
        engine, person = self._parts.engine, visit.colleague.id
        if not await sessions.end_one(engine, person, name, visit.source):
            raise Refused(404, "refused-missing")
        return self._pages.done(visit, PAGE, "account-ended")

    async def _show(self, visit: Visit, form: Form, status: int = 200) -> web.StreamResponse:
        reader, person = self._parts.reader, visit.colleague.id
        listed = await sessions.listed(reader, person, visit.token)
        here = next(one.created_at for one in listed if one.here)
        last = await sessions.entered_before(reader, person, here)
        values = {
            "form": form,
            "last": last and (time(last.at), last.address),
            "sessions": [(one, time(one.created_at), time(one.seen_at)) for one in listed],
            "devices": [time(at) for at in await kept.devices(reader, person)],
            "left": str(await kept.codes_left(reader, person)),
            "possible": self._parts.seal is not None,
        }
        return self._pages.show("account", visit, values, status)
