"""What is done for somebody who asks about their own data: a copy of it, or its erasure."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.privacy.petitions import HERE, who
from bot.console.rights import Right, needs
from bot.console.visit import Refused, number_in
from bot.erasing import NoTalk, NotErased, erased
from bot.papers.personal import write_personal
from bot.turn import NotStored
from storage import petitions
from storage.audit import Deed
from storage.personal import read_personal
from storage.staff import tell_audit

if TYPE_CHECKING:
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.petitions import Petition


class Granting:
    """`/staff/privacy/{number}/copy` and `/erase`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.PROTECT, confirmed=True)
    async def copy(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/privacy/{number}/copy`: all of it; written down first."""
        if not visit.proven:
            raise Refused(403, "refused-unproven")
        found = await self._found(request)
        deed = Deed("petition.copy", visit.colleague.id, f"petition {found.id}", "", visit.source)
        await tell_audit(self._parts.engine, deed)
        personal = await read_personal(self._parts.reader, found.contact_id, found.registration_id)
        with tempfile.TemporaryDirectory(prefix="copy-") as folder:
            out = Path(folder) / "copy.zip"
            await write_personal(personal, visit.book, self._parts.media, datetime.now(UTC), out)
            content = out.read_bytes()
        headers = {
            "Content-Disposition": f'attachment; filename="du-lieu-{found.id}.zip"',
            "Content-Type": "application/zip",
            "Cache-Control": "no-store",
        }
        return web.Response(body=content, headers=headers)

    @needs(Right.PROTECT, confirmed=True)
    async def erase(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/privacy/{number}/erase`: as if they had done it in their talk."""
        found = await self._found(request)
        words = visit.say("privacy-erased-note")
        try:
            await erased(self._parts.engine, self._parts.hear, found, who(visit), words)
        except NoTalk:
            raise Refused(409, "privacy-refused-no-talk") from None
        except (NotErased, NotStored):
            raise Refused(503, "refused-later") from None
        return self._pages.done(visit, HERE, "privacy-erased-done")

    async def _found(self, request: web.Request) -> Petition:
        found = await petitions.find(self._parts.reader, number_in(request))
        if found is None or found.done_at is not None:
            raise Refused(404, "refused-missing")
        if not (found.contact_id or found.registration_id):
            raise Refused(409, "privacy-refused-nobody")
        return found
