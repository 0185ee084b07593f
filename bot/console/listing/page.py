"""The page of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.forms import EMPTY, Form
from bot.console.listing.asked import (
    EVERYTHING,
    LIST,
    ME,
    ONLY,
    TO_NOBODY,
    Asked,
    asked,
    communes,
    filters,
    resorted,
    sorting,
)
from bot.console.listing.chips import chips
from bot.console.listing.columns import COLUMNS, groups, line, rounds
from bot.console.listing.moves import steps_for
from bot.console.rights import Right, needs
from bot.console.shown import channel, counted
from bot.console.visit import LONGEST
from bot.papers.plan import CHANNELS
from bot.papers.slip import STYLE_HASH, slip
from handlers.state import Status
from storage.assigning import workers
from storage.finding import By, Start, find
from storage.views import views_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from multidict import MultiMapping

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit


DAYS = ("since", "until")


class Listing:
    """`GET /staff/registrations`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.SEE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """One page of what its address asks for, or else of the saved list that is first."""
        if not request.query:
            views = await views_of(self._parts.reader, visit.colleague.id)
            if first := next((view for view in views if view.first), None):
                raise web.HTTPSeeOther(f"{LIST}?{first.query or EVERYTHING}")
        return await self.show(asked(request.query, visit), visit, request.query)

    @needs(Right.SEE)
    async def slip(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/slip`: the paper that producers sign whom somebody else signs up."""
        policy = f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; frame-ancestors 'none'"
        headers = {"Content-Security-Policy": policy, "Cache-Control": "no-store"}
        text = slip(visit.book, visit.language)
        return web.Response(text=text, content_type="text/html", headers=headers)

    async def show(
        self,
        wanted: Asked,
        visit: Visit,
        given: MultiMapping[str],
        form: Form = EMPTY,
    ) -> web.Response:
        """A page of this list, beginning where `given` says, with a `form` on it as filled in."""
        reader = self._parts.reader
        colleagues = await workers(reader)
        found = await find(reader, filters(wanted, visit), sorting(wanted, visit), _start(given))
        values = {
            "lines": [line(entry, visit, colleagues) for entry in found.entries],
            "count": counted(found.count),
            "asked": wanted,
            "chips": chips(wanted, visit, colleagues),
            "choices": _choices(visit, colleagues),
            "columns": COLUMNS,
            "sorted": {by.value: resorted(wanted, by).query() for by in By},
            "views": await views_of(reader, visit.colleague.id),
            "colleagues": colleagues,
            "steps": steps_for(visit),
            "earlier": wanted.query(before=str(found.entries[0].id)) if found.earlier else "",
            "later": wanted.query(after=str(found.entries[-1].id)) if found.later else "",
            "began": "after" in given or "before" in given,
            "wrong": [
                one for one in DAYS if given.get(one, "").strip() and not getattr(wanted, one)
            ],
            "form": form,
            "typed": given,
            "everything": EVERYTHING,
            "here": wanted.path,
        }
        return self._pages.show("registrations", visit, values, 422 if form.problems else 200)


def _start(given: MultiMapping[str]) -> Start | None:
    for name, forward in (("after", True), ("before", False)):
        number = given.get(name, "")
        if number.isdecimal() and len(number) <= LONGEST:
            return Start(int(number), forward)
    return None


def _choices(visit: Visit, colleagues: Mapping[int, str]) -> dict[str, dict[str, str]]:
    """What can be chosen in each filter."""
    return {
        "status": {one.value: visit.say(f"status-{one.value.replace('_', '-')}") for one in Status},
        "commune": communes(visit),
        "group": groups(visit),
        "round": rounds(visit),
        "channel": {one: channel(one, visit) for one in CHANNELS},
        "assigned": {
            **{one: visit.say(f"list-assigned-{one}") for one in (ME, TO_NOBODY)},
            **{str(number): name for number, name in colleagues.items()},
        },
        "only": {one: visit.say(f"list-only-{one}") for one in ONLY},
    }
