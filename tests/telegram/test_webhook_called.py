"""The webhook with Telegram at the other end."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.channels.base import Incoming
from bot.channels.telegram import Telegram
from bot.channels.telegram_webhook import TelegramWebhook
from handlers.effects import Choice, Message
from handlers.events import Chose, Followed, Left, Said
from tests.fakes.telegram_server import FakeTelegram
from tests.telegram.posting import SECRET
from tests.telegram.serving import NOON, Ear, serving


@pytest.fixture
async def pointed(telegram: FakeTelegram, channel: Telegram, url: str) -> FakeTelegram:
    """Telegram, told where the webhook is."""
    await channel.call("setWebhook", {"url": url, "secret_token": SECRET})
    return telegram


async def test_a_reply_travels_in_the_answer(pointed: FakeTelegram, ear: Ear) -> None:
    ear.reply = lambda incoming: Message("Chào bà con", (Choice("Một", "a/1"),))
    phone = pointed.phone()

    phone.starts("cho-hoi")
    bubble = await phone.reads()

    assert isinstance(ear.heard[0].event, Followed)
    assert (bubble.text, bubble.labels) == ("Chào bà con", ["Một"])
    assert [(call.by, call.method) for call in pointed.calls[1:]] == [("answer", "sendmessage")]


async def test_a_reply_too_long_for_one_message_is_sent_by_calls(
    pointed: FakeTelegram, ear: Ear
) -> None:
    text = "\n\n".join(letter * 3000 for letter in "ab")
    ear.reply = lambda incoming: Message(text)
    phone = pointed.phone()

    phone.starts()
    parts = [await phone.reads(), await phone.reads()]

    assert "\n\n".join(part.text for part in parts) == text
    assert {call.by for call in pointed.calls[1:]} == {"call"}


async def test_a_tap_is_answered_without_a_call(pointed: FakeTelegram, ear: Ear) -> None:
    phone = pointed.phone()

    phone.forges("go/back")
    async with asyncio.timeout(5):
        while phone.spinning:
            await asyncio.sleep(0.01)

    assert isinstance(ear.heard[0].event, Chose)
    assert not ear.heard[0].answerable
    assert [(call.by, call.method) for call in pointed.calls[1:]] == [
        ("answer", "answercallbackquery")
    ]


async def test_a_tap_whose_reply_travels_in_the_answer_is_answered_by_a_call(
    telegram: FakeTelegram, channel: Telegram, ear: Ear
) -> None:
    async def hear(incoming: Incoming) -> object:
        ear.reply = lambda _: Message("Sửa đây")
        return await ear.hear(
            Incoming(
                incoming.account,
                incoming.address,
                incoming.update_key,
                incoming.event,
                answerable=True,
            )
        )

    webhook = TelegramWebhook(channel, [SECRET], hear, lambda: NOON)  # type: ignore[arg-type]
    async with serving(webhook) as url:
        await channel.call("setWebhook", {"url": url, "secret_token": SECRET})
        phone = telegram.phone()
        phone.starts()
        await phone.reads()
        phone.forges("go/back")
        bubble = await phone.reads()
        async with asyncio.timeout(5):
            while phone.spinning:
                await asyncio.sleep(0.01)

    assert bubble.text == "Sửa đây"
    assert ("call", "answercallbackquery") in [(call.by, call.method) for call in telegram.calls]


async def test_an_update_that_is_brought_again_has_the_same_key(
    pointed: FakeTelegram, ear: Ear
) -> None:
    ear.deaf = 3
    phone = pointed.phone()

    phone.starts()
    phone.says("Một")
    phone.blocks()
    async with asyncio.timeout(5):
        while len(ear.heard) < 3:
            await asyncio.sleep(0.01)

    assert len({incoming.update_key for incoming in ear.heard}) == 3
    kinds = [type(incoming.event) for incoming in ear.heard]
    assert Left in kinds
    assert kinds.index(Followed) < kinds.index(Said)


async def test_a_wrong_secret_is_seen_in_telegram_s_own_words(
    telegram: FakeTelegram, channel: Telegram, url: str, ear: Ear
) -> None:
    await channel.call("setWebhook", {"url": url, "secret_token": "stale"})
    telegram.phone().starts()

    async with asyncio.timeout(5):
        while "403" not in str(await channel.call("getWebhookInfo", {})):
            await asyncio.sleep(0.01)
    assert not ear.heard


async def test_no_word_of_a_person_is_logged(
    pointed: FakeTelegram, ear: Ear, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    ear.reply = lambda incoming: Message("Chào")
    phone = pointed.phone(name="Tráng Thị Mỷ")

    phone.says("số của tôi là 0912345678")
    await phone.reads()

    assert "Mỷ" not in caplog.text
    assert "0912345678" not in caplog.text
