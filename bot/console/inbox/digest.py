"""When and where one of staff is told what waits: their own choice, each for themselves."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.forms import Form, form_of
from bot.console.inbox.listing import INBOX
from bot.console.rights import Right, needs
from bot.console.shown import channel
from storage.audit import Deed, note
from storage.digests import Part, Wish, forget_chat, keep_wish, new_code, read_wish

if TYPE_CHECKING:
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit

HERE = f"{INBOX}/digest"
EMAIL = re.compile(r"[^@\s<>,;]{1,64}@[^@\s<>,;]{1,180}\.[a-zA-Z]{2,24}")


class Digests:
    """`/staff/inbox/digest`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.ANSWER)
    async def page(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/inbox/digest`."""
        wish = await read_wish(self._parts.reader, visit.colleague.id)
        return await self._show(visit, _form(wish))

    @needs(Right.ANSWER)
    async def keep(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/inbox/digest`."""
        typed = await form_of(request)
        email = typed.get("email", "").strip()
        if email and not EMAIL.fullmatch(email):
            form = Form(typed, {"email": visit.say("digest-email-wrong")})
            return await self._show(visit, form, status=422)
        morning, midday = (bool(typed.get(f"parts-{part}")) for part in Part)
        wish = Wish(morning, midday, email)
        now, me = datetime.now(UTC), visit.colleague.id
        async with self._parts.engine.begin() as connection:
            await keep_wish(connection, me, wish)
            await note(connection, Deed("digest.kept", me, address=visit.source), now)
        return self._pages.done(visit, HERE, "digest-kept")

    @needs(Right.ANSWER)
    async def code(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/inbox/digest/code`: the page with a code that is shown this once."""
        async with self._parts.engine.begin() as connection:
            code = await new_code(connection, visit.colleague.id, datetime.now(UTC))
        wish = await read_wish(self._parts.reader, visit.colleague.id)
        return await self._show(visit, _form(wish), f"{code[:4]} {code[4:]}")

    @needs(Right.ANSWER)
    async def forget(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/inbox/digest/forget`: nothing more goes to the chat."""
        async with self._parts.engine.begin() as connection:
            await forget_chat(connection, visit.colleague.id)
        return self._pages.done(visit, HERE, "digest-kept")

    async def _show(
        self, visit: Visit, form: Form, code: str = "", status: int = 200
    ) -> web.StreamResponse:
        wish = await read_wish(self._parts.reader, visit.colleague.id)
        values = {
            "form": form,
            "parts_of_day": {part.value: visit.say(f"digest-{part}") for part in Part},
            "chat": channel(wish.account.partition(":")[0], visit) if wish.account else "",
            "mails": self._parts.mails,
            "code": code,
            "here": HERE,
        }
        return self._pages.show("inbox/digest", visit, values, status)


def _form(wish: Wish) -> Form:
    chosen = {"morning": wish.morning, "midday": wish.midday}
    return Form(
        {"email": wish.email} | {f"parts-{part}": "on" for part, on in chosen.items() if on}
    )
