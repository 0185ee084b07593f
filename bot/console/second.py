"""The second factor: set up with a phone, then asked for, but on browsers that are remembered."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from time import time
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.forms import EMPTY, Form, form_of
from bot.console.rights import Right, needs
from bot.console.second_factor import (
    about,
    offered_seed,
    picture,
    read_recovery,
    recovery_codes,
    step_of,
)
from bot.console.visit import ConfirmFirst, Refused, visitor
from storage import accounts
from storage import second_factor as kept
from storage.sealing import WrongKey
from storage.sessions import Strength, log_out

if TYPE_CHECKING:
    from bot.console.gate import Gate
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.accounts import Account
    from storage.sealing import Seal

FIRST = "/staff/registrations"

log = logging.getLogger(__name__)


class Second:
    """`/staff/second`."""

    def __init__(self, parts: Parts, pages: Pages, gate: Gate) -> None:
        self._parts = parts
        self._pages = pages
        self._gate = gate

    @needs(Right.SEE, halfway=True)
    async def page(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/second`: what to set it up by, or where to type a code."""
        return self._show(visit)

    @needs(Right.SEE, halfway=True)
    async def check(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/second`: a code from the phone."""
        form = await form_of(request)
        if _sets_up(visit):
            return await self._set_up(request, visit, form)
        name, engine = visit.colleague.name, self._parts.engine
        account = await accounts.account_named(self._parts.reader, name)
        tries = await accounts.tries(self._parts.reader, name, visit.source)
        passes = not tries.account_waits and await self.passes(request, visit, account, form)
        if account is None or not passes:
            why = accounts.WAITS if tries.account_waits else "code"
            await accounts.failed(engine, name, account, why, visit.source)
            return self._show(visit, wrong=True)
        who = visitor(request, visit)
        token = await accounts.entered(engine, name, account, Strength.CODE, who)
        await log_out(engine, visit.token, visit.source)
        response = web.Response(status=303, headers={"Location": FIRST})
        self._gate.welcome(visit, response, token)
        if form.get("remember"):
            await self.remember(request, visit, response, account.colleague.id)
        return response

    async def passes(
        self, request: web.Request, visit: Visit, account: Account | None, form: Mapping[str, str]
    ) -> bool:
        """Whether the browser is known, or the right code came with the form; it is used up."""
        if account is None:
            return False
        person, device = account.colleague.id, self._gate.device(request, visit)
        if device and await kept.remembers(self._parts.reader, person, device):
            return True
        typed, seed = form.get("code", ""), self._seed_of(account)
        step = step_of(seed, typed, time()) if seed else None
        if step is not None:
            return await kept.take_step(self._parts.engine, person, step)
        code = read_recovery(typed)
        return bool(code) and await kept.recover(self._parts.engine, person, code, visit.source)

    async def remember(
        self, request: web.Request, visit: Visit, response: web.StreamResponse, person: int
    ) -> None:
        """Ask this browser for no code for a month."""
        token = await kept.remember(self._parts.engine, person, visitor(request, visit))
        self._gate.remember(visit, response, token)

    async def _set_up(
        self, request: web.Request, visit: Visit, form: Mapping[str, str]
    ) -> web.StreamResponse:
        """The first code from the phone has come: its seed is kept, and codes to recover by."""
        if not visit.confirmed:
            raise ConfirmFirst
        seed = offered_seed(visit.token)
        step = step_of(seed, form.get("code", ""), time())
        if step is None:
            return self._show(visit, wrong=True)
        person, codes = visit.colleague.id, recovery_codes()
        sealed = self._seal().close(seed, about(person))
        who = visitor(request, visit)
        token = await kept.set_up(self._parts.engine, person, sealed, step, codes, who)
        inside = replace(visit, token=token, strength=Strength.CODE, has_second=True)
        response = self._pages.show("recovery", inside, {"codes": codes})
        self._gate.welcome(visit, response, token)
        return response

    def _show(self, visit: Visit, *, wrong: bool = False) -> web.StreamResponse:
        seed = offered_seed(visit.token) if _sets_up(visit) else ""
        if seed:
            self._seal()
        values = {
            "form": Form(problems={"code": visit.say("second-wrong")}) if wrong else EMPTY,
            "seed": seed,
            "picture": picture(seed, visit.colleague.name, visit.book.office.name)
            if seed
            else None,
        }
        return self._pages.show("second", visit, values, 422 if wrong else 200)

    def _seal(self) -> Seal:
        if self._parts.seal is None:
            raise Refused(404, "second-no-key")
        return self._parts.seal

    def _seed_of(self, account: Account) -> str:
        if not account.seed:
            return ""
        try:
            return self._seal().open(account.seed, about(account.colleague.id))
        except WrongKey:
            log.error("a second factor was sealed with another key")  # noqa: TRY400 (no trace)
            return ""


def _sets_up(visit: Visit) -> bool:
    """Whether the phone is still to be told the seed, or another phone is."""
    return not (visit.halfway and visit.has_second)
