"""
A picture or a paper that a message of ours brought, for the page of whoever it was brought to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from aiohttp import web

from storage.media import Absent

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.channels.web_porter import Porter
    from handlers.effects import Attachment
    from storage.media import Media

POLICY = "default-src 'none'; sandbox"


class Attached:
    """`GET /chat/file/{media}`: to anybody else than its reader, nothing is there."""

    def __init__(
        self,
        porter: Porter,
        media: Media,
        attached_to: Callable[[str, str], Awaitable[Attachment | None]],
    ) -> None:
        self._porter = porter
        self._media = media
        self._attached_to = attached_to

    async def file(self, request: web.Request) -> web.Response:
        name = request.match_info["media"]
        attached = await self._attached_to(self._porter.visitor(request), name)
        if attached is None:
            raise web.HTTPNotFound
        try:
            content = await self._media.get(name)
        except Absent:
            raise web.HTTPNotFound from None
        manner = "inline" if attached.is_picture or attached.is_recording else "attachment"
        part, told = _asked_for(request, content)
        return web.Response(
            status=206 if told else 200,
            body=part,
            content_type=attached.mime,
            headers={
                "Content-Disposition": f"{manner}; filename*=UTF-8''{quote(attached.name)}",
                "Content-Security-Policy": POLICY,
                "Cache-Control": "private, max-age=86400",
                "Accept-Ranges": "bytes",
                **told,
            },
        )


def _asked_for(request: web.Request, content: bytes) -> tuple[bytes, dict[str, str]]:
    """The part of a file that a player asks for (Safari plays nothing else), or all of it."""
    try:
        asked = request.http_range
    except ValueError:
        return content, {}
    first, end, _ = asked.indices(len(content))
    if asked == slice(None, None, 1) or first >= end:
        return content, {}
    return content[first:end], {"Content-Range": f"bytes {first}-{end - 1}/{len(content)}"}
