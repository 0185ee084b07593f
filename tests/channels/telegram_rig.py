"""Telegram by webhook, for the contract tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.base import Incoming
from bot.channels.telegram import Telegram
from bot.channels.telegram_webhook import TelegramWebhook
from handlers.effects import Attachment
from tests.channels.files import Files, files
from tests.channels.rig import Read
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.telegram.serving import NOON, Left, serving

SECRET = "a-secret"
WAIT = 10


class TelegramVisitor:
    """Somebody with a phone."""

    def __init__(self, phone: Phone, heard: asyncio.Queue[Incoming]) -> None:
        self._phone = phone
        self._heard = heard

    @property
    def address(self) -> str:
        return str(self._phone.id)

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
            next((self._phone.looks_at(one.picture) for one in bubbles if one.picture), b""),
            next((bubble.file for bubble in bubbles if bubble.file), ""),
        )

    async def _act(self) -> Incoming:
        return await asyncio.wait_for(self._heard.get(), WAIT)


class TelegramRig:
    """Our webhook, and Telegram bringing what people do."""

    def __init__(self, telegram: FakeTelegram, channel: Telegram, files: Files) -> None:
        self.channel = channel
        self._telegram = telegram
        self._files = files
        self._heard: asyncio.Queue[Incoming] = asyncio.Queue()

    async def hear(self, incoming: Incoming) -> Left:
        self._heard.put_nowait(incoming)
        return Left()

    async def visitor(self) -> TelegramVisitor:
        visitor = TelegramVisitor(self._telegram.phone(), self._heard)
        await visitor.says("/start")
        return visitor

    async def keep(self, content: bytes, mime: str, name: str) -> Attachment:
        return await self._files.keep(content, mime, name)

    async def repeat(self) -> Incoming:
        self._telegram.bot().repeat()
        return await asyncio.wait_for(self._heard.get(), WAIT)


@asynccontextmanager
async def telegram_rig() -> AsyncIterator[TelegramRig]:
    async with (
        files() as kept,
        FakeTelegram() as telegram,
        Telegram(TOKEN, telegram.url, attachments=kept.attachments) as channel,
    ):
        telegram.bot()
        rig = TelegramRig(telegram, channel, kept)
        webhook = TelegramWebhook(channel, [SECRET], rig.hear, lambda: NOON)
        async with serving(webhook) as url:
            await channel.call("setWebhook", {"url": url, "secret_token": SECRET})
            yield rig
