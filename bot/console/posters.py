"""Posters and links with a source, for each commune."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.forms import Form
from bot.console.listing.asked import communes
from bot.console.rights import Right, needs
from bot.console.visit import Refused
from bot.papers.sources import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route
    from bot.console.visit import Visit

HERE = "/staff/posters"


def poster_routes(parts: Parts, pages: Pages) -> Iterable[Route]:
    """The page, and the file that it gives."""
    area = Posters(parts, pages)
    yield "GET", HERE, area.page
    yield "GET", f"{HERE}/file", area.file


class Posters:
    """`/staff/posters`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages
        self._place = asyncio.Semaphore(1)

    @needs(Right.SEE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/posters`: a commune to choose, and the links of the one that is chosen."""
        known = communes(visit)
        chosen = request.query.get("commune", "")
        chosen = chosen if chosen in known else ""
        links = self._parts.doors.links(tag_of(chosen)) if chosen else ()
        values = {
            "communes": known,
            "form": Form({"commune": chosen}),
            "chosen": chosen,
            "links": list(links),
            "open": any(self._parts.doors.links("")),
            "here": request.path_qs,
        }
        return self._pages.show("posters", visit, values)

    @needs(Right.SEE)
    async def file(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/posters/file`: the poster of a commune, or of all that one may see."""
        known = communes(visit)
        asked = request.query.get("commune", "")
        if (asked and asked not in known) or not any(self._parts.doors.links("")):
            raise Refused(404, "refused-missing")
        from bot.papers.posters import posters  # what sets type is large, and seldom wanted

        wanted = [asked] if asked else list(known)
        book = visit.book
        async with self._place:
            content = await asyncio.to_thread(
                posters, book, book.languages[0], self._parts.doors, wanted
            )
        name = f"ap-phich-{asked}.pdf" if asked else "ap-phich.pdf"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Type": "application/pdf",
            "Cache-Control": "no-store",
        }
        return web.Response(body=content, headers=headers)
