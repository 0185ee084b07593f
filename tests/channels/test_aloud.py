"""A sentence read aloud comes before its text, where a channel can play it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.channels.base import Outgoing, Sent
from bot.channels.telegram import Telegram
from handlers.effects import Attachment, Choice, Message
from storage.instants import micros
from tests.channels.files import Files, files
from tests.channels.zalo_bot_rig import zalo_bot_rig
from tests.channels.zalo_oa_rig import zalo_oa_rig
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.sounds import m4a, mp3, ogg

CHOICES = (Choice("Có", "a/yes"),)
SOUNDS = {
    "ogg": ("audio/ogg", ogg(b"mong")),
    "mp3": ("audio/mpeg", mp3(b"mong")),
    "m4a": ("audio/mp4", m4a(b"mong")),
}


@asynccontextmanager
async def at_telegram() -> AsyncIterator[tuple[FakeTelegram, Telegram, Phone, Files]]:
    """A phone that knows the bot, and what the bot sends by."""
    async with (
        files() as kept,
        FakeTelegram() as telegram,
        Telegram(TOKEN, telegram.url, attachments=kept.attachments) as channel,
    ):
        phone = telegram.phone()
        phone.knows_the_bot()
        yield telegram, channel, phone, kept


def asking(account: str, address: str, attached: Attachment, text: str = "Câu này?") -> Outgoing:
    message = Message(text, CHOICES, attached=attached)
    return Outgoing(1, account, address, 1, message, micros(datetime.now(UTC)))


@pytest.mark.parametrize("ending", SOUNDS)
async def test_it_is_played_above_the_text(ending: str) -> None:
    mime, content = SOUNDS[ending]
    async with at_telegram() as (_, channel, phone, kept):
        attached = await kept.keep(content, mime, f"home-menu.{ending}")
        receipt = await channel.send(asking(channel.account, str(phone.id), attached))

        (bubble,) = phone.bubbles
        assert isinstance(receipt, Sent)
        assert (bubble.text, bubble.labels) == ("Câu này?", ["Có"])
        assert phone.listens_to(bubble.sound) == content


async def test_it_is_a_message_of_its_own_before_a_long_text() -> None:
    async with at_telegram() as (_, channel, phone, kept):
        attached = await kept.keep(ogg(), "audio/ogg", "home-menu.ogg")
        long = asking(channel.account, str(phone.id), attached, "a" * 2000)
        receipt = await channel.send(long)

        assert isinstance(receipt, Sent)
        assert [(bool(one.sound), one.text) for one in phone.bubbles] == [
            (True, ""),
            (False, "a" * 2000),
        ]


@pytest.mark.parametrize("text", ["Câu này?", "a" * 2000], ids=["short", "long"])
async def test_trouble_with_it_leaves_the_text(text: str) -> None:
    async with at_telegram() as (telegram, channel, phone, kept):
        attached = await kept.keep(ogg(), "audio/ogg", "home-menu.ogg")
        telegram.faults.add(Fault("sendvoice", status=502))
        receipt = await channel.send(asking(channel.account, str(phone.id), attached, text))

        assert isinstance(receipt, Sent)
        assert [(one.sound, one.text) for one in phone.bubbles] == [("", text)]


@pytest.mark.parametrize("rig", [zalo_oa_rig, zalo_bot_rig], ids=["zalo-oa", "zalo-bot"])
async def test_zalo_says_the_text_alone(rig: object) -> None:
    async with rig() as zalo:  # type: ignore[operator]  # each is a channel that is set up
        visitor = await zalo.visitor()
        attached = await zalo.keep(ogg(), "audio/ogg", "home-menu.ogg")
        receipt = await zalo.channel.send(asking(zalo.channel.account, visitor.address, attached))

        read = await visitor.reads()
        assert isinstance(receipt, Sent)
        assert "Câu này?" in read.text
        assert (read.picture, read.file) == (b"", "")
