"""
The web chat: a channel of our own, on the same server, for people with nothing but a browser.

No platform delivers again for us, so the page does: it keeps each message until we say that it is
committed, and asks for what it missed. A reply is pushed to every open window of its address; with
none open it waits in our own tables for the next visit, so a reply to the web is always sent.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot.channels.base import Outgoing, Receipt, Refused, Sent
from bot.channels.web_attached import Attached
from bot.channels.web_frames import attachment, buttons
from bot.channels.web_page import Pages
from bot.channels.web_photo import Uploads
from bot.channels.web_rooms import Rooms
from bot.channels.web_socket import Talking
from bot.channels.web_taking import ACCOUNT, Hear, MomentOf, Taking

if TYPE_CHECKING:
    from bot.channels.web_porter import Porter
    from bot.photos import Photos
    from content.model import Book
    from handlers.effects import Attachment
    from storage.media import Media
    from storage.talk import Missed


class Web:
    """The account `web:main`."""

    account = ACCOUNT

    def __init__(self) -> None:
        self.rooms = Rooms()

    async def send(self, outgoing: Outgoing) -> Receipt:
        """
        Push to whoever is there; the row is what the others will read.

        A notice goes to a page that is open in this process, or not at all.
        """
        notice, message = outgoing.announced, outgoing.message
        if notice and not self.rooms.anybody(outgoing.address):
            return Refused("no-push", by_rule=True)
        place = {"notice": f"{notice.number}/{outgoing.id}"} if notice else {"seq": outgoing.seq}
        line = {
            "who": "bot",
            **place,
            "text": message.text,
            "choices": buttons(message.choices),
            "ways": buttons(message.ways),
        } | attachment(message.attached)
        self.rooms.tell(outgoing.address, {"kind": "talk", "whole": False, "lines": [line]})
        return Sent(str(outgoing.seq))

    def close(self) -> None:
        """Let every open page go; each comes back by itself."""
        self.rooms.close()


@dataclass(frozen=True, slots=True)
class Parts:
    """
    What the web chat needs of the rest of the program.

    `attached_to` finds what our messages brought to an address, by its id. `site_code` is what
    shows Zalo whose domain this is, in the page's head; or nothing.
    """

    porter: Porter
    hear: Hear
    moment_of: MomentOf
    lines_after: Callable[[str, int], Awaitable[Missed]]
    book: Callable[[], Book]
    media: Media
    attached_to: Callable[[str, str], Awaitable[Attachment | None]]
    photos: Photos
    site_code: str = ""


def web_routes(chat: Web, parts: Parts) -> list[web.RouteDef]:
    """Every route of the web chat."""
    taking = Taking(parts.hear, parts.moment_of, chat.rooms)
    pages = Pages(parts.porter, chat.rooms, parts.book, parts.site_code)
    talking = Talking(parts.porter, chat.rooms, taking, parts.lines_after)
    attached = Attached(parts.porter, parts.media, parts.attached_to)
    uploads = Uploads(parts.porter, taking, parts.media, parts.photos)
    return [
        web.get("/", pages.page),
        web.get("/chat/static/{version}/{name}", pages.file),
        web.get("/chat/socket", talking.socket),
        web.get("/chat/poll", talking.poll),
        web.get("/chat/file/{media}", attached.file),
        web.post("/chat/say", talking.say),
        web.post("/chat/photo", uploads.photo),
        web.post("/chat/end", pages.end),
    ]
