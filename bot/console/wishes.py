"""What people ask staff for: questions, call-backs and voice notes, and marking them done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from aiohttp import web

from bot.claims import Staff, settled
from bot.console.rights import Right, needs
from bot.console.shown import channel, counted, covered, time
from bot.console.visit import Refused, number_in
from bot.voices import KINDS
from handlers.answers import show
from handlers.codes import code
from handlers.effects import Wish
from handlers.reading.phone import show_phone
from storage.audit import Deed, note
from storage.media import Absent
from storage.requests import (
    PAGE,
    Asking,
    Wanted,
    count_requests,
    mark_done,
    one_request,
    waiting_longest,
)
from storage.staff import tell_audit

if TYPE_CHECKING:
    from bot.console.gate import Parts
    from bot.console.pages import Pages
    from bot.console.visit import Visit

CALLBACK = "callback"
LIST = "/staff/requests"


class Voice(StrEnum):
    """Where the voice note of a request is."""

    HERE = "here"
    COMING = "coming"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Card:
    """One request as its card says it."""

    id: int
    wish: str
    name: str
    phone: str
    hour: str
    language: str
    text: str
    channel: str
    codes: str
    claim: bool
    voice: Voice | None
    file: str
    when: str
    done: str


class Wishes:
    """`/staff/requests` and what can be done there."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.SEE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/requests`: who waits longest comes first."""
        return await self._list(request, visit)

    @needs(Right.ANSWER)
    async def done(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/requests/{number}/done`."""
        await self._mark(request, visit, Wanted(communes=visit.colleague.communes))
        return self._pages.done(visit, LIST, "requests-marked")

    @needs(Right.ANSWER)
    async def again(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/requests/{number}/again`: it was not done after all."""
        await self._mark(request, visit, Wanted(done=True, communes=visit.colleague.communes))
        raise web.HTTPSeeOther(f"{LIST}?done=yes")

    @needs(Right.ANSWER)
    async def confirm(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/requests/{number}/confirm`: a registration goes to who claims it."""
        return await self._settle(request, visit, confirmed=True)

    @needs(Right.ANSWER)
    async def refuse(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/requests/{number}/refuse`: it stays where it is."""
        return await self._settle(request, visit, confirmed=False)

    async def _settle(
        self, request: web.Request, visit: Visit, *, confirmed: bool
    ) -> web.StreamResponse:
        number, wanted = number_in(request), Wanted(communes=visit.colleague.communes)
        if await one_request(self._parts.reader, number, wanted) is None:
            raise Refused(404, "refused-missing")
        who = Staff(visit.colleague.id, visit.source)
        if not await settled(self._parts.engine, visit.book, number, who, confirmed=confirmed):
            raise Refused(404, "refused-missing")
        raise web.HTTPSeeOther(LIST)

    async def _mark(self, request: web.Request, visit: Visit, wanted: Wanted) -> None:
        number, at = number_in(request), datetime.now(UTC)
        action = "request.again" if wanted.done else "request.done"
        async with self._parts.engine.begin() as connection:
            if not await mark_done(connection, number, wanted, at):
                raise Refused(404, "refused-missing")
            deed = Deed(action, visit.colleague.id, str(number), address=visit.source)
            await note(connection, deed, at)

    @needs(Right.ANSWER)
    async def phone(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/requests/{number}/phone`: the list with one whole number, here only."""
        if not visit.local:
            raise Refused(403, "refused-local")
        wanted = Wanted(communes=visit.colleague.communes)
        found = await one_request(self._parts.reader, number_in(request), wanted)
        if found is None or not found.phone:
            raise Refused(404, "refused-missing")
        deed = Deed("phone.seen", visit.colleague.id, str(found.id), address=visit.source)
        await tell_audit(self._parts.engine, deed)
        return await self._list(request, visit, {found.id: found.phone})

    @needs(Right.ANSWER)
    async def voice(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/requests/{number}/voice`: the voice note of a request, here only."""
        if not visit.local:
            raise Refused(403, "refused-local")
        wanted = Wanted(_is_done(request), visit.colleague.communes)
        found = await one_request(self._parts.reader, number_in(request), wanted)
        if found is None or found.mime not in KINDS:
            raise Refused(404, "refused-missing")
        try:
            content = await self._parts.media.get(found.media)
        except Absent:
            raise Refused(404, "refused-missing") from None
        deed = Deed("voice.heard", visit.colleague.id, str(found.id), address=visit.source)
        await tell_audit(self._parts.engine, deed)
        headers = {"Content-Type": found.mime, "Cache-Control": "no-store"}
        return web.Response(body=content, headers=headers)

    async def _list(
        self, request: web.Request, visit: Visit, whole: dict[int, str] | None = None
    ) -> web.StreamResponse:
        done = _is_done(request)
        wanted = Wanted(done, visit.colleague.communes)
        after = request.query.get("after", "")
        start = int(after) if after.isdecimal() and len(after) < 16 else 0
        found = await waiting_longest(self._parts.reader, wanted, start, PAGE + 1)
        values = {
            "voices": Voice,
            "cards": [_card(one, visit, whole or {}) for one in found[:PAGE]],
            "count": counted(await count_requests(self._parts.reader, wanted)),
            "done": done,
            "further": str(found[PAGE - 1].id) if len(found) > PAGE else "",
            "later": start > 0,
            "shown": frozenset(whole or ()),
            "here": LIST if request.method == "POST" else request.path_qs,
        }
        return self._pages.show("requests", visit, values)


def _card(one: Asking, visit: Visit, whole: dict[int, str]) -> Card:
    questions = visit.book.forms[CALLBACK].by_key
    return Card(
        id=one.id,
        wish=visit.say(f"requests-{one.wish}"),
        name=one.name,
        phone=show_phone(whole[one.id]) if one.id in whole else covered(one.phone),
        hour=show(questions["call-hour"], one.hour, visit.book, visit.language),
        language=show(questions["contact-language"], one.language, visit.book, visit.language),
        text=one.text,
        channel=channel(one.channel, visit),
        codes=", ".join(map(code, one.registrations)),
        claim=one.wish == Wish.CLAIM,
        voice=_voice(one),
        file=f"tin-thoai-{one.id}.{KINDS.get(one.mime, '')}",
        when=time(one.at),
        done=time(one.done_at),
    )


def _voice(one: Asking) -> Voice | None:
    if not one.media:
        return None
    if one.mime:
        return Voice.HERE
    return Voice.COMING if one.on_its_way else Voice.GONE


def _is_done(request: web.Request) -> bool:
    return request.query.get("done", "") == "yes"
