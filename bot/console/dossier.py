"""A registration's dossier as one zip file, made anew for each download."""

from __future__ import annotations

import asyncio
import logging
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.rights import Right, needs
from bot.console.visit import Refused, number_in
from handlers.days import day
from storage.audit import Deed
from storage.records import read_record
from storage.staff import tell_audit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.routes import Route
    from bot.console.visit import Visit
    from content.model import Book
    from storage.records import Record

AT_ONCE = 1
"""Dossiers that are put together at a time; setting type keeps a processor busy."""

log = logging.getLogger(__name__)


def dossier_routes(parts: Parts, _pages: Pages) -> Iterable[Route]:
    """The way to a dossier."""
    yield "POST", r"/staff/registrations/{number:\d+}/dossier", Dossiers(parts).download


class Dossiers:
    """`POST /staff/registrations/{number}/dossier`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._places = asyncio.Semaphore(AT_ONCE)

    @needs(Right.EXPORT)
    async def download(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """The dossier; names and phones leave with it, so it is written down first."""
        if not visit.proven:
            raise Refused(403, "refused-unproven")
        number = number_in(request)
        record = await read_record(self._parts.reader, number, visit.colleague.communes)
        if record is None or record.entry.erased_at is not None:
            raise Refused(404, "refused-missing")
        deed = Deed("dossier", visit.colleague.id, record.entry.code, address=visit.source)
        await tell_audit(self._parts.engine, deed)
        async with self._places:
            content = await self._zipped(record, visit.book)
        name = f"ho-so-{record.entry.code}.zip"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Type": "application/zip",
            "Cache-Control": "no-store",
        }
        return web.Response(body=content, headers=headers)

    async def _zipped(self, record: Record, book: Book) -> bytes:
        from bot.papers.docx import BadForm  # what makes papers is large, and seldom wanted
        from bot.papers.dossier import Subject, write_dossier

        subject = Subject(record, book, book.languages[0], day(datetime.now(UTC)))
        with tempfile.TemporaryDirectory(prefix="dossier-") as unfinished:
            folder, packed = Path(unfinished) / "papers", Path(unfinished) / "dossier.zip"
            try:
                await write_dossier(subject, self._parts.media, folder)
            except BadForm as trouble:
                log.error("a form of the content is broken: %s", trouble)  # noqa: TRY400
                raise Refused(500, "dossier-refused-form") from None
            await asyncio.to_thread(_pack, folder, packed)
            return await asyncio.to_thread(packed.read_bytes)


def _pack(folder: Path, packed: Path) -> None:
    """Everything in the folder, in one file."""
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder).as_posix())
