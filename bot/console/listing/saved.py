"""Saving a list under a name, and forgetting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.forms import Form, form_of
from bot.console.listing.asked import EVERYTHING, LIST, asked_in
from bot.console.rights import Right, needs
from bot.console.visit import Refused, number_in
from bot.text import clean
from storage.views import View, forget, save

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.listing.page import Listing
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit

LONGEST = 60


class Saved:
    """`/staff/views`."""

    def __init__(self, parts: Parts, pages: Pages, listing: Listing) -> None:
        self._parts = parts
        self._pages = pages
        self._listing = listing

    @needs(Right.SEE)
    async def save(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/views`: the list as it is looked at, in place of one of the same name."""
        form = await form_of(request)
        wanted = asked_in(form.get("list", ""), visit)
        name, first = clean(form.get("name", ""), LONGEST), form.get("first") == "yes"
        if not name:
            problems = {"name": visit.say("list-save-unnamed")}
            return await self._listing.show(wanted, visit, form, Form(form, problems))
        async with self._parts.engine.begin() as connection:
            view = View(0, name, wanted.query(), first)
            kept = await save(connection, visit.colleague.id, view)
        if not kept:
            problems = {"name": visit.say("list-save-full")}
            return await self._listing.show(wanted, visit, form, Form(form, problems))
        return self._pages.done(visit, wanted.path, "list-done-saved")

    @needs(Right.SEE)
    async def forget(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/views/{number}/forget`."""
        async with self._parts.engine.begin() as connection:
            if not await forget(connection, visit.colleague.id, number_in(request)):
                raise Refused(404, "refused-missing")
        return self._pages.done(visit, f"{LIST}?{EVERYTHING}", "list-done-forgotten")
