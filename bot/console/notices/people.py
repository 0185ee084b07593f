"""The people of a notice: who would not get it and why, who is to be called, and the report."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.forms import form_of
from bot.console.notices.sheet import outcome, reason
from bot.console.rights import Right, needs
from bot.console.shown import channel, counted, covered, time
from bot.console.visit import LONGEST, Refused
from bot.notices.report import lines
from bot.notices.sheet import windows
from storage.audit import Deed
from storage.ledgers import mark_called
from storage.left_out import PAGE, WHY, left_out
from storage.staff import tell_audit
from storage.told import MISSED, fates

if TYPE_CHECKING:
    from bot.console.notices.sheet import Sheet
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit

FILES = {"report": "bao-cao", "calls": "danh-sach-goi"}
"""What can be downloaded, and what our own name for the file begins with."""


class People:
    """`/staff/notices/{number}/left-out`, `…/calls` and their files."""

    def __init__(self, parts: Parts, pages: Pages, sheet: Sheet) -> None:
        self._parts = parts
        self._pages = pages
        self._sheet = sheet

    @needs(Right.ANNOUNCE)
    async def left_out(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/notices/{number}/left-out?why=…`: who would not get it for a reason."""
        one, why = await self._sheet.find(request), request.query.get("why", "")
        if why not in WHY:
            raise Refused(404, "refused-missing")
        terms = self._parts.means.zalo.terms
        since = windows(terms, datetime.now(UTC))
        found = await left_out(self._parts.reader, one.draft, why, since, _number(request, "after"))
        more = f"why={why}&after={found[PAGE - 1].id}" if len(found) > PAGE else ""
        people = [
            {
                "channel": channel(each.account.partition(":")[0], visit),
                "name": each.name,
                "phone": covered(each.phone) if each.phone else "",
                "commune": _commune(each.commune, visit),
                "seen": time(each.seen_at),
            }
            for each in found[:PAGE]
        ]
        values = {
            "one": one,
            "why": why,
            "people": people,
            "further": more,
            "here": request.path_qs,
        }
        return self._pages.show("notices/left-out", visit, values)

    @needs(Right.ANNOUNCE)
    async def calls(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/notices/{number}/calls`: who is to be called instead."""
        one = await self._sheet.find(request)
        after = _number(request, "after") - 1
        pages = fates(self._parts.reader, one.id, PAGE + 1, only=MISSED, after=after)
        found = await anext(pages, None) or ()
        await pages.aclose()
        people = [
            {
                "n": each.n,
                "number": counted(each.n + 1),
                "channel": channel(each.account.partition(":")[0], visit),
                "name": each.name,
                "phone": covered(each.phone) if each.phone else "",
                "commune": _commune(each.commune, visit),
                "outcome": outcome(each.status, visit),
                "reason": reason(each.reason, visit.book, visit.language),
                "called": time(each.called_at),
            }
            for each in found[:PAGE]
        ]
        more = f"after={found[PAGE - 1].n + 1}" if len(found) > PAGE else ""
        values = {"one": one, "people": people, "further": more, "here": request.path_qs}
        return self._pages.show("notices/calls", visit, values)

    @needs(Right.ANNOUNCE)
    async def called(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/notices/{number}/called`: somebody was told by phone."""
        one, form = await self._sheet.find(request), await form_of(request)
        n = form.get("n", "")
        if not n.isdecimal() or len(n) > LONGEST or int(n) >= one.total:
            raise Refused(404, "refused-missing")
        now, by = datetime.now(UTC), visit.colleague.id
        await mark_called(self._parts.engine, one.id, [int(n)], now, by)
        page = form.get("after", "")
        after = f"?after={page}" if page.isdecimal() and len(page) <= LONGEST else ""
        where = f"/staff/notices/{one.id}/calls{after}#n{n}"
        return self._pages.done(visit, where, "notices-called")

    @needs(Right.ANNOUNCE)
    async def download(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/notices/{number}/files/{file}`: the report, or whom to call, here only."""
        if not visit.proven:
            raise Refused(403, "refused-unproven")
        one, file = await self._sheet.find(request), request.match_info["file"]
        if file not in FILES:
            raise Refused(404, "refused-missing")
        deed = Deed("export", visit.colleague.id, f"notice {one.id}", file, visit.source)
        await tell_audit(self._parts.engine, deed)
        name = f"{FILES[file]}-{one.id}.csv"
        response = web.StreamResponse(
            headers={
                "Content-Disposition": f'attachment; filename="{name}"',
                "Content-Type": "text/csv; charset=utf-8",
                "Cache-Control": "no-store",
            }
        )
        await response.prepare(request)
        to_call = file == "calls"
        async for piece in lines(self._parts.reader, visit.book, one.id, to_call=to_call):
            await response.write(piece.encode())
        return response


def _number(request: web.Request, name: str) -> int:
    given = request.query.get(name, "")
    return int(given) if given.isdecimal() and len(given) <= LONGEST else 0


def _commune(code: str, visit: Visit) -> str:
    place = visit.book.places.by_code.get(code)
    return place.name if place else code
