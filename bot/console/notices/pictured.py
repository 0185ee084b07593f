"""The picture that a form brought: looked at like any photo, and kept once all else is right."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.forms import file_of
from bot.console.visit import Refused
from bot.notices.picture import fitted, kept
from bot.photos import MOST_BYTES, Fit, Unfit
from storage.media import Absent, NoRoom

if TYPE_CHECKING:
    from multidict import MultiMapping

    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from handlers.effects import Attachment

FIELD, AWAY = "picture", "no-picture"
LARGEST = MOST_BYTES + 256 * 1024
"""Bytes of a form with a picture in it."""


@dataclass(frozen=True, slots=True)
class Pictured:
    """What a form says of its picture: a new one, or that the one `before` stays or goes."""

    before: Attachment | None
    fit: Fit | None = None
    trouble: str = ""

    def problems(self, visit: Visit, *, again: bool) -> dict[str, str]:
        """
        What is wrong with it; where the form is shown `again`, that the file is to be chosen anew.

        A page cannot put a file back into its field.
        """
        key = self.trouble or ("again" if self.fit is not None and again else "")
        return {FIELD: visit.say(f"picture-{key}")} if key else {}

    async def kept(self, parts: Parts) -> Attachment | None:
        """The picture that goes along from now on; refused where the disk is full."""
        if self.fit is None:
            return self.before
        try:
            return await kept(self.fit, parts.media)
        except NoRoom:
            raise Refused(507, "picture-no-room") from None


async def pictured(
    request: web.Request, form: MultiMapping[str], before: Attachment | None = None
) -> Pictured:
    """What the form that was sent says of its picture."""
    given = await file_of(request, FIELD)
    if given is None:
        return Pictured(None if AWAY in form else before)
    found = await asyncio.to_thread(fitted, given.content)
    if isinstance(found, Unfit):
        return Pictured(before, trouble=found.reason)
    return Pictured(before, found)


async def shown(parts: Parts, picture: Attachment | None) -> web.Response:
    """The picture itself."""
    if picture is None:
        raise Refused(404, "refused-missing")
    try:
        content = await parts.media.get(picture.media)
    except Absent:
        raise Refused(404, "refused-missing") from None
    headers = {"Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'"}
    return web.Response(body=content, content_type=picture.mime, headers=headers)
