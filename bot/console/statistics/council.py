"""The list for a round's Council as a spreadsheet."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.forms import form_of
from bot.console.rights import Right, needs
from bot.console.statistics.reports import KINDS
from bot.console.visit import Refused
from storage.audit import Deed
from storage.entrants import entrants
from storage.staff import tell_audit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from content.model import Book
    from storage.records import Record


class Councils:
    """`POST /staff/council`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs(Right.PUBLISH)
    async def download(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """The products of a round; names leave with it, so it is written down first."""
        from bot.papers.council import STATUSES  # what makes papers is seldom wanted

        if not visit.proven:
            raise Refused(403, "refused-unproven")
        wanted = (await form_of(request)).get("round", "")
        if wanted not in {one.key for one in visit.book.rounds}:
            raise Refused(404, "refused-missing")
        found = await entrants(self._parts.reader, wanted, STATUSES, visit.colleague.communes)
        detail = f"registrations={len(found)}"
        deed = Deed("council", visit.colleague.id, wanted, detail, visit.source)
        await tell_audit(self._parts.engine, deed)
        content = await asyncio.to_thread(_written, found, visit.book)
        headers = {
            "Content-Disposition": f'attachment; filename="hoi-dong-{wanted}.xlsx"',
            "Content-Type": KINDS["xlsx"],
            "Cache-Control": "no-store",
        }
        return web.Response(body=content, headers=headers)


def _written(found: Sequence[Record], book: Book) -> bytes:
    from bot.papers.council import write_council

    with tempfile.TemporaryDirectory(prefix="council-") as folder:
        out = Path(folder) / "council.xlsx"
        write_council(found, book, book.languages[0], out)
        return out.read_bytes()
