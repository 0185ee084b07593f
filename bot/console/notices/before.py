"""Who would have to be called instead, as a file, before a notice is sent."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.forms import Form, form_of
from bot.console.listing.exporting import KINDS, LONGEST_REASON
from bot.console.rights import Right, needs
from bot.console.shown import channel
from bot.console.visit import Refused
from bot.notices.sheet import windows
from bot.papers.plan import Column, Plan
from bot.papers.registrations import paper
from bot.text import clean
from content.form import Kind
from handlers.answers import SHOWN
from handlers.days import VIETNAM
from storage import notices
from storage.audit import Deed
from storage.left_out import left_out
from storage.queries import EXPORT_PAGE
from storage.staff import tell_audit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.console.notices.sheet import Sheet
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from bot.papers.plan import Cell
    from storage.left_out import LeftOut
    from storage.notices import Notice

TO_CALL = ("unreachable", "outside")
"""Why somebody who wants to hear of it would not; who agreed to nothing wants no call either."""

COLUMNS = ("channel", "name", "phone", "commune", "reason", "seen")
_WIDTH = 24


class Before:
    """`POST /staff/notices/{number}/left-out`."""

    def __init__(self, parts: Parts, sheet: Sheet) -> None:
        self._parts = parts
        self._sheet = sheet

    @needs(Right.ANNOUNCE, confirmed=True)
    async def download(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Names and phones leave with it: it is asked what for, and written down first."""
        one, form = await self._sheet.find(request), await form_of(request)
        if not visit.may(Right.EXPORT):
            raise Refused(403, "refused-role")
        if not visit.proven:
            raise Refused(403, "refused-unproven")
        kind = form.get("kind", "")
        if kind not in KINDS:
            raise Refused(404, "refused-missing")
        if one.status not in notices.EDITABLE:
            raise Refused(409, "notices-begun")
        reason = clean(form.get("reason", ""), LONGEST_REASON)
        if not reason:
            problems = {"reason": visit.say("list-export-unreasoned")}
            return await self._sheet.show(one, visit, Form(form, problems))
        rows = await self._rows(one, visit)
        detail = f"calls-before people={len(rows)} reason={reason}"
        deed = Deed("export", visit.colleague.id, f"notice {one.id}", detail, visit.source)
        await tell_audit(self._parts.engine, deed)
        heads = [visit.say(f"notice-column-{name}") for name in COLUMNS[:-1]]
        heads.append(visit.say("notices-last-here"))
        columns = [Column(head, name, _WIDTH) for head, name in zip(heads, COLUMNS, strict=True)]
        plan = Plan(visit.say("notices-calls"), tuple(columns))
        content = await asyncio.to_thread(_written, plan, rows, kind)
        headers = {
            "Content-Disposition": f'attachment; filename="can-goi-{one.id}.{kind}"',
            "Content-Type": KINDS[kind],
            "Cache-Control": "no-store",
        }
        return web.Response(body=content, headers=headers)

    async def _rows(self, one: Notice, visit: Visit) -> list[list[Cell]]:
        since = windows(self._parts.means.zalo.terms, datetime.now(UTC))
        reader = self._parts.reader
        found: list[list[Cell]] = []
        for why in TO_CALL:
            after, more = 0, True
            while more:
                page = await left_out(reader, one.draft, why, since, after, EXPORT_PAGE)
                found += [_cells(each, why, visit) for each in page[:EXPORT_PAGE]]
                more = len(page) > EXPORT_PAGE
                after = page[EXPORT_PAGE - 1].id if more else 0
        return found


def _cells(one: LeftOut, why: str, visit: Visit) -> list[Cell]:
    place = visit.book.places.by_code.get(one.commune)
    return [
        channel(one.account.partition(":")[0], visit),
        one.name or None,
        SHOWN[Kind.PHONE](one.phone) if one.phone else None,
        (place.name if place else one.commune) or None,
        visit.say(f"notices-column-{why}"),
        one.seen_at.astimezone(VIETNAM).replace(tzinfo=None) if one.seen_at else None,
    ]


def _written(plan: Plan, rows: Sequence[Sequence[Cell]], kind: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="calls-") as folder:
        out = Path(folder) / f"calls.{kind}"
        with paper(out, plan) as sheet:
            sheet.head(plan.columns)
            for row in rows:
                sheet.row(row)
        return out.read_bytes()
