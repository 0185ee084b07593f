"""The editions that were published: who, when, what was different, and back to an older one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.content.words import differences
from bot.console.rights import Right, needs
from bot.console.shown import time
from bot.console.visit import Refused, number_in
from content.changes import NO_CHANGES
from storage.audit import Deed
from storage.editions import Edition, changes_now, one_edition, publish, published

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from content.changes import Changes

MOST = 100
"""Editions that are listed."""


class Past:
    """`/staff/content/editions`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.PUBLISH)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/content/editions`: the newest first."""
        editions = await published(self._parts.reader, MOST)
        values = {
            "editions": [(one, time(one.at)) for one in editions],
            "holds": editions[0].number if editions else 0,
            "here": request.path_qs,
        }
        return self._pages.show("content/editions", visit, values)

    @needs(Right.PUBLISH)
    async def one(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET …/{number}`: what it changed, and what going back would; 0 is the pack itself."""
        number = number_in(request)
        own = await self._changes(number)
        earlier = await one_edition(self._parts.reader, number - 1)
        holds, now = await changes_now(self._parts.reader)
        known = await one_edition(self._parts.reader, number)
        shipped = {one: self._parts.shelf.shipped(one) for one in visit.book.languages}
        before = earlier.changes if earlier else NO_CHANGES
        values = {
            "number": number,
            "edition": known,
            "at": time(known.at) if known else "",
            "changed": list(differences(before, own, shipped)) if number else [],
            "back": list(differences(now, own, shipped)) if number != holds else [],
            "holds": holds,
            "here": request.path_qs,
        }
        return self._pages.show("content/edition", visit, values)

    @needs(Right.PUBLISH)
    async def again(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST …/{number}/again`: publish its words anew, as a new edition; rounds stay."""
        number = number_in(request)
        holds, before = await changes_now(self._parts.reader)
        own = replace(await self._changes(number), rounds=before.rounds)
        here = f"/staff/content/editions/{number}"
        if number == holds:
            return self._pages.done(visit, here, "content-holds-already")
        if await self._parts.shelf.problems(own):
            return self._pages.done(visit, here, "content-no-more")
        now = datetime.now(UTC)
        new = Edition(holds + 1, now, visit.colleague.name, "", number, own)
        deed = Deed("content.back", visit.colleague.id, str(new.number), str(number), visit.source)
        if not await publish(self._parts.engine, new, deed):
            return self._pages.done(visit, here, "content-changed-since")
        await self._parts.shelf.look()
        done = "/staff/content/editions"
        return self._pages.done(visit, done, "content-published", number=str(new.number))

    async def _changes(self, number: int) -> Changes:
        """What this edition changes of the pack; raises `Refused` where there is none."""
        if not number:
            return NO_CHANGES
        found = await one_edition(self._parts.reader, number)
        if found is None:
            raise Refused(404, "refused-missing")
        return found.changes
