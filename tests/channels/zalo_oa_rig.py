"""Zalo's Official Account by its webhook, for the contract tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.base import Incoming
from bot.channels.zalo_oa import ZaloOA
from handlers.effects import Attachment
from tests.channels.files import Files, files
from tests.channels.rig import Read
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_server import OA_ID, FakeZalo
from tests.zalo_oa.serving import Purse, fresh, serving, webhook

WAIT = 10


class ZaloOAVisitor:
    """Somebody with a phone."""

    def __init__(self, phone: Phone, heard: asyncio.Queue[Incoming]) -> None:
        self._phone = phone
        self._heard = heard

    @property
    def address(self) -> str:
        return self._phone.id

    async def starts(self) -> Incoming:
        self._phone.starts()
        return await self._act()

    async def says(self, text: str) -> Incoming:
        self._phone.says(text)
        return await self._act()

    async def presses(self, label: str) -> Incoming:
        self._phone.taps(label)
        return await self._act()

    async def leaves(self) -> Incoming:
        self._phone.blocks()
        return await self._act()

    async def reads(self) -> Read:
        bubbles = [await self._phone.reads(), *self._phone.read_already()]
        text = "\n\n".join(bubble.text for bubble in bubbles if bubble.text)
        return Read(
            text,
            tuple(label for bubble in bubbles for label in bubble.labels),
            next(
                (self._phone.looks_at(bubble.picture) for bubble in bubbles if bubble.picture), b""
            ),
            next((self._phone.named(bubble.file) for bubble in bubbles if bubble.file), ""),
        )

    async def _act(self) -> Incoming:
        return await asyncio.wait_for(self._heard.get(), WAIT)


class ZaloOARig:
    """Our webhook, and Zalo bringing what people do."""

    def __init__(self, zalo: FakeZalo, channel: ZaloOA, files: Files) -> None:
        self.channel = channel
        self._zalo = zalo
        self._files = files
        self._heard: asyncio.Queue[Incoming] = asyncio.Queue()

    async def hear(self, incoming: Incoming) -> None:
        self._heard.put_nowait(incoming)

    async def visitor(self) -> ZaloOAVisitor:
        visitor = ZaloOAVisitor(self._zalo.phone(), self._heard)
        await visitor.starts()
        return visitor

    async def keep(self, content: bytes, mime: str, name: str) -> Attachment:
        return await self._files.keep(content, mime, name)

    async def repeat(self) -> Incoming:
        self._zalo.repeat()
        return await asyncio.wait_for(self._heard.get(), WAIT)


@asynccontextmanager
async def zalo_oa_rig() -> AsyncIterator[ZaloOARig]:
    async with (
        files() as kept,
        FakeZalo() as zalo,
        ZaloOA(OA_ID, Purse(zalo), fresh(), api=zalo.url, attachments=kept.attachments) as channel,
    ):
        rig = ZaloOARig(zalo, channel, kept)
        async with serving(webhook(rig)) as url:
            await zalo.point(url)
            yield rig
