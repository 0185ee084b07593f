"""One person's talk, with what they need, the form so far, and where staff answer them."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.forms import EMPTY, Form
from bot.console.inbox.form import so_far
from bot.console.inbox.lines import said
from bot.console.inbox.listing import INBOX, listed
from bot.console.inbox.ready import ready_answers
from bot.console.inbox.shown import Voice, called, card, entry
from bot.console.inbox.window import reach
from bot.console.opening import opened
from bot.console.rights import Right, needs
from bot.console.shown import covered, time
from bot.console.visit import Refused, number_in
from handlers.reading.phone import show_phone
from storage.audit import Deed
from storage.inbox import Sought, one_matter
from storage.instants import instant, micros
from storage.requests import Wanted, asked_by
from storage.staff import tell_audit
from storage.thread import PAGE, find_file, lines_of

if TYPE_CHECKING:
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.inbox import Matter
    from storage.requests import Asking

LATELY = 5
"""Requests that are done and shown, to be opened again."""

BEFORE = re.compile(r"\d{1,18}")


@dataclass(frozen=True, slots=True)
class Whole:
    """Numbers that are shown whole for once: the person's, or those of requests."""

    person: bool = False
    requests: frozenset[int] = frozenset()


class Thread:
    """`/staff/inbox/{number}`, and the numbers and files that are looked at there."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.SEE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/inbox/{number}`: the newest lines, or those before one of them."""
        one = await self.matter(number_in(request), visit)
        before = request.query.get("before", "")
        start = before if BEFORE.fullmatch(before) else ""
        chosen = request.query.get("canned", "")
        text = next((each.text for each in ready_answers(one, visit) if each.key == chosen), "")
        form = Form({"text": text}) if text else EMPTY
        return await self.show(one, visit, form=form, before=start)

    @needs(Right.ANSWER)
    async def phone(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/inbox/{number}/phone`: the page with the whole number."""
        if not visit.proven:
            raise Refused(403, "refused-unproven")
        one = await self.matter(number_in(request), visit)
        deed = Deed("phone.seen", visit.colleague.id, str(one.person), address=visit.source)
        await tell_audit(self._parts.engine, deed)
        return await self.show(one, visit, Whole(person=True))

    @needs(Right.ANSWER)
    async def file(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/inbox/{number}/files/{file}`: a photo or paper of the talk."""
        one = await self.matter(number_in(request), visit)
        found = await find_file(self._parts.reader, one.person, request.match_info["file"])
        if found is None:
            raise Refused(404, "refused-missing")
        deed = Deed("file.seen", visit.colleague.id, str(one.person), address=visit.source)
        return await opened(self._parts, visit, found.id, found.mime, deed)

    async def matter(self, person: int, visit: Visit) -> Matter:
        """The matter of this contact; raises `Refused` where there is none to be seen."""
        one = await one_matter(self._parts.reader, person, _all(visit))
        if one is None:
            raise Refused(404, "refused-missing")
        return one

    async def show(
        self,
        one: Matter,
        visit: Visit,
        whole: Whole = Whole(),
        form: Form = EMPTY,
        *,
        before: str = "",
        status: int = 200,
    ) -> web.StreamResponse:
        """The page of a matter, with what was typed into its form where that was not taken."""
        reader = self._parts.reader
        start = instant(int(before)) if before else None
        lines = await lines_of(reader, one.person, start, PAGE + 1)
        mine = one.staff_id == visit.colleague.id
        values = {
            **await listed(self._parts, visit, _all(visit), ""),
            "one": entry(one, visit),
            "name": called(one, visit),
            "phone": show_phone(one.phone) if whole.person else covered(one.phone),
            "covered": not whole.person,
            "cards": [card(each, visit, whole.requests) for each in one.requests],
            "done": [card(each, visit) for each in await self._done(one, visit)],
            "voices": Voice,
            "whole": whole.requests,
            "so_far": await so_far(reader, one, visit),
            "lines": [
                each
                for each in (said(line, visit, whole=whole.person) for line in lines[-PAGE:])
                if each
            ],
            "older": str(micros(lines[-PAGE].at)) if len(lines) > PAGE else "",
            "reach": reach(one, self._parts.windows, visit),
            "ready": ready_answers(one, visit),
            "until": time(one.until),
            "staff_id": one.staff_id or 0,
            "taken": one.staff_id is not None and not mine,
            "asked_for": asked_for(one),
            "key": form.typed.get("key") or secrets.token_hex(16),
            "form": form,
            "here": f"{INBOX}/{one.person}",
        }
        return self._pages.show("inbox/thread", visit, values, status)

    async def _done(self, one: Matter, visit: Visit) -> tuple[Asking, ...]:
        """What was asked for and done, the newest first."""
        wanted = Wanted(done=True, communes=visit.colleague.communes)
        async with self._parts.reader.connect() as connection:
            return (await asked_by(connection, [one.person], wanted))[: -LATELY - 1 : -1]


def asked_for(one: Matter) -> str:
    """What stands on a page for all that somebody asked for and has not got."""
    return ",".join(str(each.id) for each in one.requests)


def _all(visit: Visit) -> Sought:
    return Sought(me=visit.colleague.id, communes=visit.colleague.communes)
