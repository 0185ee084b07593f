"""
Public addresses of pictures of ours, for services that fetch a picture instead of being given it.

An address carries a proof that we made it: nothing else among the media can be asked for.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from aiohttp import web

from storage.media import Absent

if TYPE_CHECKING:
    from handlers.effects import Attachment
    from storage.media import Media

PATH = r"/pictures/{media:[0-9a-f]{32}}-{proof:[0-9a-f]{32}}.jpg"


class PictureLinks:
    """`public_url` is where people reach us, empty for nowhere; `keys` prove, the first makes."""

    def __init__(self, media: Media, public_url: str, keys: Sequence[str]) -> None:
        self._media = media
        self._public_url = public_url
        self._keys = keys

    def link(self, attached: Attachment) -> str:
        """The picture's address; empty for what is none, or where nobody could fetch it."""
        if not (attached.is_picture and self._public_url and self._keys):
            return ""
        name = f"{attached.media}-{_proof(self._keys[0], attached.media)}"
        return f"{self._public_url}/pictures/{name}.jpg"

    def routes(self) -> Iterator[web.RouteDef]:
        """Where they are served."""
        yield web.get(PATH, self._show)

    async def _show(self, request: web.Request) -> web.Response:
        media, given = request.match_info["media"], request.match_info["proof"]
        if not any(hmac.compare_digest(_proof(key, media), given) for key in self._keys):
            raise web.HTTPNotFound
        try:
            content = await self._media.get(media)
        except Absent:
            raise web.HTTPNotFound from None
        return web.Response(body=content, content_type="image/jpeg")


def _proof(key: str, media: str) -> str:
    return hmac.new(key.encode(), f"picture\0{media}".encode(), hashlib.sha256).hexdigest()[:32]
