"""
One decision about many registrations: the chosen ones of a page, or all that the list means.

How many it is about is said before, on a page that asks once, and after. A list that meanwhile
means another number is asked about again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.forms import Form, form_of
from bot.console.listing.asked import Asked, asked_in, filters
from bot.console.rights import Right, needs
from bot.console.shown import counted
from bot.console.visit import LONGEST
from handlers.codes import code
from storage.assigning import assign, workers
from storage.audit import Deed, note
from storage.finding import PAGE, numbers_of

if TYPE_CHECKING:
    from aiohttp import web
    from multidict import MultiMapping

    from bot.console.listing.page import Listing
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit

SLICE = 500
"""Registrations that one transaction changes."""

ALL = "all"


@dataclass(frozen=True, slots=True)
class Bulk:
    """What is to be done: to give these registrations `to` a colleague, or to nobody."""

    wanted: Asked
    scope: str
    numbers: list[int]
    to: int | None
    name: str


class Bulks:
    """`POST /staff/registrations/bulk`, which asks, and `…/bulk/do`, which does."""

    def __init__(self, parts: Parts, pages: Pages, listing: Listing) -> None:
        self._parts = parts
        self._pages = pages
        self._listing = listing

    @needs(Right.WRITE)
    async def ask(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Say what would be done to how many, and ask."""
        form = await form_of(request)
        bulk = await self._read(form, visit)
        return await self._sheet(bulk, form, visit) if bulk else await self._again(form, visit)

    @needs(Right.WRITE)
    async def do(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Do it, unless the list means another number by now."""
        form = await form_of(request)
        bulk = await self._read(form, visit)
        if bulk is None:
            return await self._again(form, visit)
        if form.get("number") != str(len(bulk.numbers)):
            return await self._sheet(bulk, form, visit)
        done = await self._assign(bulk, visit)
        path, count = bulk.wanted.path, counted(done)
        return self._pages.done(visit, path, "list-done-assigned", count=count)

    async def _read(self, form: MultiMapping[str], visit: Visit) -> Bulk | None:
        """What the form means; None where it lacks something."""
        colleagues = await workers(self._parts.reader)
        given = form.get("to", "")
        to = int(given) if given.isdecimal() and len(given) <= LONGEST else None
        if to not in colleagues and given != "nobody":
            return None
        wanted, chosen = meant(form, visit)
        numbers = await numbers_of(self._parts.reader, filters(wanted, visit), chosen)
        name = colleagues.get(to or 0, "")
        return Bulk(wanted, form.get("scope", ""), numbers, to, name) if numbers else None

    async def _sheet(self, bulk: Bulk, form: MultiMapping[str], visit: Visit) -> web.StreamResponse:
        key = "bulk-assign" if bulk.name else "bulk-assign-nobody"
        values = {
            "question": visit.say(key, count=counted(len(bulk.numbers)), name=bulk.name),
            "bulk": bulk,
            "to": form.get("to", ""),
            "changed": "number" in form,
            "here": bulk.wanted.path,
        }
        return self._pages.show("bulk", visit, values)

    async def _again(self, form: MultiMapping[str], visit: Visit) -> web.StreamResponse:
        wanted = asked_in(form.get("list", ""), visit)
        problems = {"bulk": visit.say("bulk-nothing")}
        return await self._listing.show(wanted, visit, form, Form(form, problems))

    async def _assign(self, bulk: Bulk, visit: Visit) -> int:
        """In slices, so that nobody's turn waits for all of them; each is written down."""
        done = 0
        who = visit.colleague
        for at in range(0, len(bulk.numbers), SLICE):
            part = bulk.numbers[at : at + SLICE]
            async with self._parts.engine.begin() as connection:
                given = await assign(connection, part, bulk.to, who.communes)
                detail = f"to={bulk.to or 'nobody'} count={given}"
                if bulk.scope != ALL:
                    detail += f" codes={','.join(map(code, part))}"
                deed = Deed("registrations.assigned", who.id, bulk.scope, detail, visit.source)
                await note(connection, deed, datetime.now(UTC))
            done += given
        return done


def meant(form: MultiMapping[str], visit: Visit) -> tuple[Asked, list[int] | None]:
    """The list that a form is about, and what was ticked of it; None where all of it is meant."""
    wanted = asked_in(form.get("list", ""), visit)
    if form.get("scope") == ALL:
        return wanted, None
    ticked = form.getall("chosen", [])[:PAGE]
    return wanted, [int(one) for one in ticked if one.isdecimal() and len(one) <= LONGEST]
