"""The list of registrations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.filters import REGISTRATION, asked, chips, communes, filters
from bot.console.rights import Right, needs
from bot.console.shown import counted, row
from bot.papers.slip import STYLE_HASH, slip
from handlers.answers import show
from handlers.state import Status
from storage.queries import GROUP, PAGE, count, newest

if TYPE_CHECKING:
    from bot.console.gate import Parts
    from bot.console.pages import Pages
    from bot.console.visit import Visit


class Listing:
    """`GET /staff/registrations`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.SEE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """One page of the list, newest first, with the filters that its address carries."""
        wanted = asked(request.query, visit)
        meant = filters(wanted, visit)
        before = request.query.get("before", "")
        after = int(before) if before.isdecimal() and len(before) < 16 else None
        found = await newest(self._parts.reader, meant, after, PAGE + 1)
        further = wanted.query(before=str(found[PAGE - 1].id)) if len(found) > PAGE else ""
        values = {
            "rows": [row(entry, visit) for entry in found[:PAGE]],
            "count": counted(await count(self._parts.reader, meant)),
            "asked": wanted,
            "chips": chips(wanted, visit),
            "statuses": _statuses(visit),
            "communes": communes(visit),
            "groups": _groups(visit),
            "further": further,
            "later": after is not None,
            "here": request.path_qs,
        }
        return self._pages.show("registrations", visit, values)

    @needs(Right.SEE)
    async def slip(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/slip`: the paper that producers sign whom somebody else signs up."""
        policy = f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; frame-ancestors 'none'"
        headers = {"Content-Security-Policy": policy, "Cache-Control": "no-store"}
        text = slip(visit.book, visit.language)
        return web.Response(text=text, content_type="text/html", headers=headers)


def _statuses(visit: Visit) -> dict[str, str]:
    return {one.value: visit.say(f"status-{one.value.replace('_', '-')}") for one in Status}


def _groups(visit: Visit) -> dict[str, str]:
    question = visit.book.forms[REGISTRATION].by_key[GROUP]
    return {value: show(question, value, visit.book, visit.language) for value in question.choices}
