"""
Takes what a page says to the lane, and tells the page and its sisters what became of it.

The answer is given after the commit: `taken` is a promise, and a page that does not get it sends
the same message again, under the same id, until it does.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.channels.base import Incoming
from bot.channels.web_frames import Choose, Json, Open, Say, Words
from bot.turn import NotStored
from handlers.effects import Erase
from handlers.events import Chose, Event, Followed, Said

if TYPE_CHECKING:
    from bot.channels.web_rooms import Page, Rooms
    from handlers.events import Moment
    from storage.hearing import Heard

ACCOUNT = "web:main"

Hear = Callable[[Incoming], Awaitable["Heard"]]
MomentOf = Callable[[timedelta], "Moment"]


class Taking:
    """
    One way in for the socket, the long poll and the photos.

    `moment_of` gives the moment of something that the page says happened so long ago.
    """

    def __init__(self, hear: Hear, moment_of: MomentOf, rooms: Rooms) -> None:
        self.hear = hear
        self.moment_of = moment_of
        self.rooms = rooms

    async def take(self, words: Words, address: str, language: str, by: Page | None = None) -> Json:
        """Hear what the person said; `by` is the page that knows of it already."""
        event = self._event(words)
        incoming = Incoming(ACCOUNT, address, words.id, event, language)
        try:
            heard = await self.hear(incoming)
        except NotStored:
            return {"kind": "later", "id": words.id}
        return self.told(heard, incoming, shown(words), by)

    def told(self, heard: Heard, incoming: Incoming, shown: Json, by: Page | None = None) -> Json:
        """Say that it is committed; other windows learn what was said, or that it is erased."""
        named: Json = {"id": incoming.update_key}
        if heard.replies:
            named["after"] = heard.replies[0].seq - 1
        if any(isinstance(effect, Erase) for effect in heard.effects):
            self.rooms.tell(incoming.address, {"kind": "erased"})
        elif shown and not heard.duplicate:
            self.rooms.tell(incoming.address, {"kind": "mine"} | named | shown, but=by)
        return {"kind": "taken"} | named

    def _event(self, words: Words) -> Event:
        at = self.moment_of(words.age)
        match words:
            case Say(text=text):
                return Said(at, text)
            case Choose(payload=payload):
                return Chose(at, payload)
            case Open(source=source):
                return Followed(at, source)


def shown(words: Words) -> Json:
    """What the person's other windows show of it."""
    match words:
        case Say(text=text) | Choose(label=text) if text:
            return {"text": text}
        case _:
            return {}
