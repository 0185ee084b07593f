"""Telling Telegram who we are and where we live: once, and again without effect."""

from __future__ import annotations

from dataclasses import replace

import pytest
from telegram.error import TelegramError

from bot.channels.telegram import Telegram
from bot.channels.telegram_setup import (
    Introduction,
    WebhookState,
    introduce,
    point_webhook,
    webhook_state,
)
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import FakeTelegram

VIETNAMESE = Introduction(
    language="",
    description="Bot hỏi đáp về bình chọn sản phẩm công nghiệp nông thôn tiêu biểu.",
    about="Sở Công Thương",
    commands=(("start", "Bắt đầu"), ("privacy", "Quyền riêng tư")),
)
ENGLISH = Introduction("en", "Answers questions.", "The department", (("start", "Begin"),))
URL = "https://bot.example.vn/telegram/webhook"


def written(telegram: FakeTelegram) -> list[str]:
    return [call.method for call in telegram.calls if call.method.startswith("set")]


async def test_a_bot_introduces_itself_in_each_language(
    telegram: FakeTelegram, channel: Telegram
) -> None:
    changed = await introduce(channel, [VIETNAMESE, ENGLISH])

    assert changed == ["setMyCommands", "setMyDescription", "setMyShortDescription"] * 2
    assert await channel.call("getMyCommands", {"language_code": "en"}) == [
        {"command": "start", "description": "Begin"}
    ]
    assert await channel.call("getMyDescription", {}) == {"description": VIETNAMESE.description}


async def test_introducing_itself_again_changes_nothing(
    telegram: FakeTelegram, channel: Telegram
) -> None:
    await introduce(channel, [VIETNAMESE, ENGLISH])
    before = len(written(telegram))

    assert await introduce(channel, [VIETNAMESE, ENGLISH]) == []
    assert len(written(telegram)) == before


async def test_only_what_differs_is_set(telegram: FakeTelegram, channel: Telegram) -> None:
    await introduce(channel, [VIETNAMESE])

    assert await introduce(channel, [replace(VIETNAMESE, about="Sở")]) == ["setMyShortDescription"]


@pytest.mark.parametrize("status", [404, 400])
async def test_what_a_server_does_not_know_costs_that_one_thing(
    telegram: FakeTelegram, channel: Telegram, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    body = '{"ok":false,"description":"Not Found: method not found"}'
    telegram.faults.add(Fault("setMyDescription", status=status, body=body))

    assert await introduce(channel, [VIETNAMESE]) == ["setMyCommands", "setMyShortDescription"]
    assert "setMyDescription" in caplog.text


async def test_a_server_out_of_reach_is_the_caller_s_to_know(
    telegram: FakeTelegram, channel: Telegram
) -> None:
    telegram.faults.add(Fault("getMyCommands", status=502))

    with pytest.raises(TelegramError):
        await introduce(channel, [VIETNAMESE])


async def test_a_webhook_is_pointed_at_us(telegram: FakeTelegram, channel: Telegram) -> None:
    assert await point_webhook(channel, URL, "a-secret")
    assert not await point_webhook(channel, URL, "a-secret")

    webhook = telegram.bot().webhook
    assert webhook is not None
    assert (webhook.url, webhook.secret) == (URL, "a-secret")
    assert await webhook_state(channel) == WebhookState(
        URL,
        0,
        40,
        frozenset({"message", "edited_message", "callback_query", "my_chat_member"}),
        "",
    )


async def test_a_new_secret_is_told_though_nothing_else_changed(
    telegram: FakeTelegram, channel: Telegram
) -> None:
    await point_webhook(channel, URL, "old")
    await point_webhook(channel, URL, "new")

    webhook = telegram.bot().webhook
    assert webhook is not None
    assert webhook.secret == "new"


async def test_waiting_updates_survive_a_move(telegram: FakeTelegram, channel: Telegram) -> None:
    telegram.phone().says("một")

    await point_webhook(channel, "http://127.0.0.1:1/", "a-secret")

    assert (await webhook_state(channel)).pending == 1


async def test_no_webhook_has_a_state_too(channel: Telegram) -> None:
    assert (await webhook_state(channel)).url == ""
