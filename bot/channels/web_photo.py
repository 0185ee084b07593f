"""
A photo or a paper from the page: looked at, kept, and only then told to the conversation.

The file is on the disk before its turn is committed, so `taken` means that it will not be lost; a
file that the conversation has no use for is removed again. Sent a second time under the same id,
it lands in the same place and is taken once.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from aiohttp import web

from bot.channels.base import Incoming
from bot.channels.body import Malformed
from bot.channels.web_frames import Json, read_uuid
from bot.channels.web_socket import language_in
from bot.channels.web_taking import ACCOUNT
from bot.photos import MOST_BYTES, PDF, Fit, Unfit
from bot.turn import NotStored
from handlers.effects import KeepMedia
from handlers.events import MediaKind, SentMedia
from storage.media import NoRoom

if TYPE_CHECKING:
    from bot.channels.web_porter import Porter
    from bot.channels.web_taking import Taking
    from bot.photos import Photos
    from storage.media import Media

AT_ONCE = 16
FROM_ONE = 4
PIECE_SECONDS = 20
WHOLE_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends a file, and under which name."""

    address: str
    key: str
    language: str

    @property
    def media(self) -> str:
        """Where the file is kept: always the same place for one message of one person."""
        return hashlib.sha256(f"web photo\0{self.address}\0{self.key}".encode()).hexdigest()[:32]


class Uploads:
    """
    `POST /chat/photo?id=UUID`, the file as the body.

    At most 16 arrive at the same time, 4 of them from one place, so that nobody's slow line keeps
    the others waiting.
    """

    def __init__(self, porter: Porter, taking: Taking, media: Media, photos: Photos) -> None:
        self.porter = porter
        self.taking = taking
        self.media = media
        self.photos = photos
        self.arriving: Counter[str] = Counter()

    async def photo(self, request: web.Request) -> web.Response:
        self.porter.need_own_page(request)
        try:
            key = read_uuid(request.query.get("id", ""))
        except Malformed:
            raise web.HTTPBadRequest from None
        sender = Sender(self.porter.visitor(request), key, language_in(request))
        place = self.porter.source(request) or sender.address
        if self.arriving.total() >= AT_ONCE or self.arriving[place] >= FROM_ONE:
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "10"})
        self.arriving[place] += 1
        try:
            return web.json_response(await self._take(sender, await whole_file(request)))
        except TooBig:
            return web.json_response(refused(key, "too-big"))
        finally:
            self.arriving[place] -= 1
            if not self.arriving[place]:
                del self.arriving[place]

    async def _take(self, sender: Sender, content: bytes) -> Json:
        looked_at = await self.photos.examine(content)
        if isinstance(looked_at, Unfit):
            return refused(sender.key, looked_at.reason)
        try:
            new = await self.media.put(sender.media, looked_at.content)
        except NoRoom:
            return refused(sender.key, "no-room")
        incoming = self._incoming(sender, looked_at)
        try:
            heard = await self.taking.hear(incoming)
        except NotStored:
            return {"kind": "later", "id": sender.key}
        wanted = any(
            isinstance(effect, KeepMedia) and effect.media == sender.media
            for effect in heard.effects
        )
        if new and not wanted:
            await self.media.delete(sender.media)
        shown: Json = {"media": MediaKind.DOCUMENT if looked_at.mime == PDF else MediaKind.PHOTO}
        return self.taking.told(heard, incoming, shown)

    def _incoming(self, sender: Sender, file: Fit) -> Incoming:
        event = SentMedia(
            self.taking.moment_of(timedelta()),
            sender.media,
            MediaKind.DOCUMENT if file.mime == PDF else MediaKind.PHOTO,
            remote="",
            size=len(file.content),
            mime=file.mime,
        )
        return Incoming(ACCOUNT, sender.address, sender.key, event, sender.language)


class TooBig(Exception):
    """More bytes than a photo may have."""


async def whole_file(request: web.Request) -> bytes:
    """The body of the request, however slow its network is, as long as something comes."""
    if (request.content_length or 0) > MOST_BYTES:
        raise TooBig
    content = bytearray()
    try:
        async with asyncio.timeout(WHOLE_SECONDS):
            while piece := await asyncio.wait_for(request.content.readany(), PIECE_SECONDS):
                content += piece
                if len(content) > MOST_BYTES:
                    raise TooBig
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    return bytes(content)


def refused(key: str, reason: str) -> Json:
    """It will never be taken; the page says why, and what to do."""
    return {"kind": "refused", "id": key, "reason": reason}
