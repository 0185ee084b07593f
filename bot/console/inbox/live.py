"""
Tells an open page that there is something new, as server-sent events.

What is new the page fetches by itself, as anybody may who sees it: an event carries counts alone.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import orjson
from aiohttp import web

from bot.console.inbox.watch import Full
from bot.console.rights import Right, needs
from bot.console.visit import LONGEST, Refused
from handlers.state import Status
from storage.filters import Filters
from storage.finding import count
from storage.inbox import Sought, Turn, changed_at, count_matters, one_matter
from storage.sessions import is_open

if TYPE_CHECKING:
    from bot.console.inbox.watch import Page
    from bot.console.parts import Parts
    from bot.console.visit import Visit

REST = 15.0
"""Seconds without news after which the session is looked at, and a sign of life is given."""

LASTS = 600.0
"""Seconds after which a page asks again."""

HEADERS = {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
}


class Seen(NamedTuple):
    """
    What somebody may know of at a time: how many wait for staff, when something changed in the
    inbox last, and how many registrations nobody has looked at.
    """

    waiting: int
    changed: datetime | None
    fresh: int


class Live:
    """`GET /staff/inbox/events`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs(Right.SEE)
    async def events(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """News of the inbox and of registrations, and with `person` of one talk."""
        page = await self._enter(request, visit)
        try:
            response = web.StreamResponse(headers=HEADERS)
            await response.prepare(request)
            seen = await self._seen(visit)
            await response.write(b"retry: 3000\n\n")
            with suppress(ConnectionError):
                await self._tell(page, visit, response, seen)
            return response
        finally:
            self._parts.watch.leave(page)

    async def _enter(self, request: web.Request, visit: Visit) -> Page:
        given = request.query.get("person", "0")
        person = int(given) if given.isdecimal() and len(given) <= LONGEST else 0
        if person:
            sought = Sought(me=visit.colleague.id, communes=visit.colleague.communes)
            if await one_matter(self._parts.reader, person, sought) is None:
                raise Refused(404, "refused-missing")
        try:
            return self._parts.watch.enter(visit.token, person)
        except Full:
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "60"}) from None

    async def _tell(
        self, page: Page, visit: Visit, response: web.StreamResponse, seen: Seen
    ) -> None:
        end = asyncio.get_running_loop().time() + LASTS
        while not self._parts.watch.closed and asyncio.get_running_loop().time() < end:
            with suppress(TimeoutError):
                async with asyncio.timeout(REST):
                    await page.stirred.wait()
            if not await is_open(self._parts.reader, visit.token):
                return
            inbox, registrations, talk = page.take()
            news: dict[str, dict[str, int]] = {}
            if inbox or registrations:
                now = await self._seen(visit)
                if now.changed != seen.changed:
                    news["inbox"] = {"waiting": now.waiting}
                if registrations and now.fresh > seen.fresh:
                    news["registrations"] = {"new": now.fresh - seen.fresh}
                seen = now._replace(fresh=seen.fresh)
            if talk:
                news["talk"] = {"person": page.person}
            await response.write(b"".join(_event(*one) for one in news.items()) or b":\n\n")

    async def _seen(self, visit: Visit) -> Seen:
        communes, reader = visit.colleague.communes, self._parts.reader
        changed = await changed_at(reader, communes)  # first: what comes now is told the next time
        waiting = await count_matters(reader, Sought(communes=communes))
        fresh = Filters(status=Status.INTEREST.value, communes=communes)
        return Seen(waiting[Turn.OPEN], changed, await count(reader, fresh))


def _event(name: str, data: dict[str, int]) -> bytes:
    return b"event: " + name.encode() + b"\ndata: " + orjson.dumps(data) + b"\n\n"
