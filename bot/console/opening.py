"""Photos, papers and voice notes that people sent, opened with a second factor only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.visit import Refused
from bot.voices import KINDS
from storage.media import Absent
from storage.staff import tell_audit

if TYPE_CHECKING:
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.audit import Deed

PICTURES = "image/"
DOWNLOADED = "default-src 'none'; sandbox"


async def opened(
    parts: Parts, visit: Visit, file: str, mime: str, deed: Deed, name: str = "giay-to"
) -> web.Response:
    """
    The bytes of a file, which that is written down of; a paper is downloaded by this name.

    Raises `Refused` without a second factor, and where the bytes are gone.
    """
    if not visit.proven:
        raise Refused(403, "refused-unproven")
    try:
        content = await parts.media.get(file)
    except Absent:
        raise Refused(404, "refused-missing") from None
    await tell_audit(parts.engine, deed)
    headers = {
        "Content-Type": mime,
        "Cache-Control": "no-store",
        "Content-Security-Policy": DOWNLOADED,
    }
    if mime in KINDS:
        headers["Content-Disposition"] = f'inline; filename="{file}.{KINDS[mime]}"'
    elif not mime.startswith(PICTURES):
        headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return web.Response(body=content, headers=headers)
