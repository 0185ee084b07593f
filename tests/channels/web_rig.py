"""The web chat by its socket, for the contract tests."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from bot.channels.base import Channel, Incoming
from handlers.effects import Attachment, Choice
from storage.hearing import Heard
from storage.media import Absent
from storage.media import new_id as new_media
from tests.channels.rig import Read
from tests.web.house import Browser, Hear, House, Window, new_id

WAIT = 10


class WebVisitor:
    """Somebody with a browser."""

    def __init__(self, rig: WebRig, window: Window) -> None:
        self.address = ""
        self._rig = rig
        self._window = window
        self._offered: dict[str, Choice] = {}

    async def says(self, text: str) -> Incoming:
        return await self.acts(kind="say", text=text)

    async def presses(self, label: str) -> Incoming:
        payload = self._offered[label].payload
        return await self.acts(kind="choose", label=label, payload=payload)

    async def acts(self, **frame: Any) -> Incoming:
        return await self._rig.delivered(self._window, {"id": new_id()} | frame)

    async def reads(self) -> Read:
        line = await self._window.line()
        self._offered = {one["label"]: Choice(**one) for one in line["choices"] + line["ways"]}
        return await self._rig.shown(line, tuple(self._offered))


class WebRig:
    """Our server with nobody behind it: what pages bring is only noted."""

    def __init__(self, house: House, opened: AsyncExitStack) -> None:
        self._house = house
        self._opened = opened
        self._heard: asyncio.Queue[Incoming] = asyncio.Queue()
        self._last: tuple[Window, dict[str, Any]]
        house.between = self.note

    @property
    def channel(self) -> Channel:
        return self._house.chat

    async def note(self, _hear: Hear, incoming: Incoming) -> Heard:
        self._heard.put_nowait(incoming)
        return Heard()

    async def visitor(self) -> WebVisitor:
        browser = await self._opened.enter_async_context(Browser(self._house))
        window = await self._opened.enter_async_context(browser.open())
        visitor = WebVisitor(self, window)
        visitor.address = (await visitor.acts(kind="open")).address
        return visitor

    async def delivered(self, window: Window, frame: dict[str, Any]) -> Incoming:
        self._last = window, frame
        return await self.repeat()

    async def keep(self, content: bytes, mime: str, name: str) -> Attachment:
        attached = Attachment(new_media(), mime, name)
        if content:
            await self._house.media.put(attached.media, content)
        return attached

    async def shown(self, line: dict[str, Any], labels: tuple[str, ...]) -> Read:
        """A line as its reader sees it; `tests.web.test_attached` fetches what is attached."""
        attached = line.get("attached", {"kind": ""})
        if attached["kind"] != "photo":
            return Read(line["text"], labels, file=attached.get("name", ""))
        try:
            picture = await self._house.media.get(attached["address"].rpartition("/")[2])
        except Absent:
            picture = b""
        return Read(line["text"], labels, picture)

    async def repeat(self) -> Incoming:
        window, frame = self._last
        await window.send(**frame)
        return await asyncio.wait_for(self._heard.get(), WAIT)


@asynccontextmanager
async def web_rig() -> AsyncIterator[WebRig]:
    with tempfile.TemporaryDirectory() as folder:
        async with House(Path(folder)).open() as house, AsyncExitStack() as opened:
            yield WebRig(house, opened)
