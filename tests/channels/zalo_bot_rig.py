"""Zalo's Bot Platform by webhook, for the contract tests."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.base import Incoming
from bot.channels.picture_links import PictureLinks
from bot.channels.zalo_bot import ZaloBot
from bot.channels.zalo_bot_webhook import ZaloBotWebhook
from handlers.effects import Attachment
from tests.channels.files import Files, files
from tests.channels.rig import Read
from tests.fakes.zalo_bot_phone import BotPhone
from tests.fakes.zalo_bot_server import SECRET, TOKEN, FakeZaloBot
from tests.served import served
from tests.telegram.serving import NOON, Left
from tests.zalo_bot.serving import serving

WAIT = 10
KEY = "a-key-of-this-test"
MENU = re.compile(r"(?:\n\n(?:\d+\. [^\n]+\n?)+)?(?:\n\n[^\n]+ · [^\n]+)?\Z")
"""What stands beneath a message: numbered lines, and words beside each other."""


class ZaloBotVisitor:
    """Somebody with a phone, who answers with numbers and words."""

    def __init__(self, phone: BotPhone, heard: asyncio.Queue[Incoming]) -> None:
        self._phone = phone
        self._heard = heard

    @property
    def address(self) -> str:
        return self._phone.id

    async def says(self, text: str) -> Incoming:
        self._phone.says(text)
        return await self._act()

    async def presses(self, label: str) -> Incoming:
        self._phone.taps(label)
        return await self._act()

    async def reads(self) -> Read:
        bubbles = [await self._phone.reads(), *self._phone.read_already()]
        text = "\n\n".join(bubble.text for bubble in bubbles if bubble.text)
        labels = tuple(label for bubble in bubbles for label in bubble.labels)
        picture = next((bubble.picture for bubble in bubbles if bubble.picture), "")
        return Read(MENU.sub("", text) if labels else text, labels, self._phone.looks_at(picture))

    async def _act(self) -> Incoming:
        return await asyncio.wait_for(self._heard.get(), WAIT)


class ZaloBotRig:
    """Our webhook, and Zalo bringing what people do."""

    def __init__(self, zalo: FakeZaloBot, channel: ZaloBot, files: Files) -> None:
        self.channel = channel
        self._zalo = zalo
        self._files = files
        self._heard: asyncio.Queue[Incoming] = asyncio.Queue()

    async def hear(self, incoming: Incoming) -> Left:
        self._heard.put_nowait(incoming)
        return Left()

    async def visitor(self) -> ZaloBotVisitor:
        visitor = ZaloBotVisitor(self._zalo.phone(), self._heard)
        await visitor.says("/start")
        return visitor

    async def keep(self, content: bytes, mime: str, name: str) -> Attachment:
        return await self._files.keep(content, mime, name)

    async def repeat(self) -> Incoming:
        self._zalo.repeat()
        return await asyncio.wait_for(self._heard.get(), WAIT)


@asynccontextmanager
async def zalo_bot_rig() -> AsyncIterator[ZaloBotRig]:
    async with (
        files() as kept,
        served(PictureLinks(kept.media, "", [KEY]).routes()) as ours,
        FakeZaloBot() as zalo,
        ZaloBot(
            TOKEN, zalo.url, link=PictureLinks(kept.media, ours.rstrip("/"), [KEY]).link
        ) as channel,
    ):
        rig = ZaloBotRig(zalo, channel, kept)
        webhook = ZaloBotWebhook(channel.account, [SECRET], rig.hear, lambda: NOON)
        async with serving(webhook) as url:
            await channel.call("setWebhook", {"url": url, "secret_token": SECRET})
            yield rig
