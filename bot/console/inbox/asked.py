"""What somebody asked for: marked done, a claim settled, a number or a voice note looked at."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from aiohttp import web

from bot.claims import Staff, settled
from bot.console.inbox.listing import INBOX
from bot.console.inbox.thread import Whole
from bot.console.opening import opened
from bot.console.rights import Right, needs
from bot.console.visit import Refused, number_in
from bot.voices import KINDS
from storage.audit import Deed, note
from storage.requests import Wanted, mark_done, one_request
from storage.staff import tell_audit

if TYPE_CHECKING:
    from bot.console.inbox.thread import Thread
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.requests import Asking


class Asked:
    """`/staff/requests/{number}` and what can be done with one request."""

    def __init__(self, parts: Parts, pages: Pages, thread: Thread) -> None:
        self._parts = parts
        self._pages = pages
        self._thread = thread

    @needs(Right.ANSWER)
    async def done(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/requests/{number}/done`."""
        return await self._mark(request, visit, done=False)

    @needs(Right.ANSWER)
    async def again(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/requests/{number}/again`: it was not done after all."""
        return await self._mark(request, visit, done=True)

    @needs(Right.ANSWER)
    async def confirm(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/requests/{number}/confirm`: a registration goes to who claims it."""
        return await self._settle(request, visit, confirmed=True)

    @needs(Right.ANSWER)
    async def refuse(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/requests/{number}/refuse`: it stays where it is."""
        return await self._settle(request, visit, confirmed=False)

    @needs(Right.ANSWER)
    async def phone(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/requests/{number}/phone`: its page with one whole number."""
        if not visit.proven:
            raise Refused(403, "refused-unproven")
        found = await self._found(request, visit, done=False)
        if not found.phone:
            raise Refused(404, "refused-missing")
        deed = Deed("phone.seen", visit.colleague.id, str(found.id), address=visit.source)
        await tell_audit(self._parts.engine, deed)
        one = await self._thread.matter(found.person, visit)
        return await self._thread.show(one, visit, Whole(requests=frozenset({found.id})))

    @needs(Right.ANSWER)
    async def voice(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/requests/{number}/voice`: the voice note of a request."""
        found = await self._found(request, visit, done=request.query.get("done") == "yes")
        if found.mime not in KINDS:
            raise Refused(404, "refused-missing")
        deed = Deed("voice.heard", visit.colleague.id, str(found.id), address=visit.source)
        return await opened(self._parts, visit, found.media, found.mime, deed)

    async def _found(self, request: web.Request, visit: Visit, *, done: bool) -> Asking:
        wanted = Wanted(done, visit.colleague.communes)
        found = await one_request(self._parts.reader, number_in(request), wanted)
        if found is None:
            raise Refused(404, "refused-missing")
        return found

    async def _mark(self, request: web.Request, visit: Visit, *, done: bool) -> web.StreamResponse:
        found = await self._found(request, visit, done=done)
        wanted, at = Wanted(done, visit.colleague.communes), datetime.now(UTC)
        action, me = "request.again" if done else "request.done", visit.colleague.id
        async with self._parts.engine.begin() as connection:
            if not await mark_done(connection, found.id, wanted, me, at):
                raise Refused(404, "refused-missing")
            await note(connection, Deed(action, me, str(found.id), address=visit.source), at)
        told = "inbox-request-again" if done else "inbox-request-done"
        return self._pages.done(visit, f"{INBOX}/{found.person}", told)

    async def _settle(
        self, request: web.Request, visit: Visit, *, confirmed: bool
    ) -> web.StreamResponse:
        found = await self._found(request, visit, done=False)
        who = Staff(visit.colleague.id, visit.source)
        if not await settled(self._parts.engine, visit.book, found.id, who, confirmed=confirmed):
            raise Refused(404, "refused-missing")
        return self._pages.done(visit, f"{INBOX}/{found.person}")
