"""
Asks for the password again before something that cannot be taken back.

The page that asks carries everything that was sent, so that nothing is typed twice.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.forms import EMPTY, Form, form_of
from storage import accounts, sessions

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.passwords import Passwords
    from bot.console.visit import Visit

FIELD = "confirm-password"


class Confirming:
    """Hears a password that was typed again, and asks for it."""

    def __init__(self, parts: Parts, pages: Pages, passwords: Passwords) -> None:
        self._parts = parts
        self._pages = pages
        self._passwords = passwords

    async def heard(self, request: web.Request, visit: Visit) -> Visit:
        """The visit, confirmed from now on if the right password came with it."""
        if request.method != "POST" or visit.confirmed:
            return visit
        typed = (await form_of(request)).get(FIELD, "")
        if not typed:
            return visit
        name, engine, reader = visit.colleague.name, self._parts.engine, self._parts.reader
        waits = (await accounts.tries(reader, name, visit.source)).account_waits
        account = await accounts.account_named(reader, name)
        fits = await self._passwords.fits(typed, account.password if account else "")
        if waits or not fits:
            why = accounts.WAITS if waits else "confirmation"
            await accounts.failed(engine, name, account, why, visit.source)
            return visit
        await sessions.confirm(engine, visit.token)
        return replace(visit, confirmed_at=datetime.now(UTC))

    async def ask(self, request: web.Request, visit: Visit) -> web.Response:
        """The page that asks, and sends the same form again."""
        sent = await form_of(request)
        form = EMPTY
        if FIELD in sent:
            form = Form(problems={FIELD: visit.say("confirm-wrong")})
        values = {
            "action": request.path_qs,
            "sent": [(name, value) for name, value in sent.items() if name != FIELD],
            "form": form,
            "possible": visit.has_password,
        }
        return self._pages.show("confirm", visit, values, 403)
