"""The made-up Telegram calls a webhook as the real one does."""

from __future__ import annotations

import pytest
from aiohttp import web

from tests.fakes.telegram_server import FakeTelegram
from tests.fakes_own.telegram.hands import Api, Hook, rows


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"url": "ftp://x"}, "Bad Request: invalid webhook URL specified"),
        ({"secret_token": "a b"}, "Bad Request: secret token contains unallowed characters"),
        ({"secret_token": "a" * 257}, "Bad Request: secret token is too long"),
    ],
)
async def test_a_webhook_it_will_not_set(
    api: Api, parameters: dict[str, str], description: str
) -> None:
    assert await api("setWebhook", **({"url": "http://x"} | parameters)) == (400, description)


async def test_only_what_was_asked_for_is_delivered(telegram: FakeTelegram, api: Api) -> None:
    await api("setWebhook", url="http://127.0.0.1:1/", allowed_updates=["callback_query"])
    phone = telegram.phone()
    phone.says("một")
    phone.forges("x")
    _, info = await api("getWebhookInfo")

    assert (info["pending_update_count"], info["allowed_updates"]) == (1, ["callback_query"])


async def test_a_lane_is_one_chat_s_messages_and_taps_go_beside_it(
    telegram: FakeTelegram, hook: Hook
) -> None:
    hook.held.clear()
    mai, lan = telegram.phone(), telegram.phone()
    mai.says("Mai 1")
    mai.says("Mai 2")
    mai.forges("tap 1")
    mai.forges("tap 2")
    lan.says("Lan 1")
    await hook.has(3)
    assert set(hook.texts()) == {"Mai 1", "tap 1", "Lan 1"}

    hook.held.set()
    await hook.has(5)

    assert set(hook.texts()[3:]) == {"Mai 2", "tap 2"}
    assert hook.headers["X-Telegram-Bot-Api-Secret-Token"] == "s-1"


async def test_a_failed_delivery_is_repeated_and_its_lane_waits(
    telegram: FakeTelegram, hook: Hook
) -> None:
    hook.answers = [web.Response(status=503) for _ in range(3)]
    phone = telegram.phone()
    phone.says("một")
    phone.says("hai")
    await hook.has(5)

    webhook = telegram.bot().webhook
    assert webhook is not None
    assert hook.texts() == ["một"] * 4 + ["hai"]
    assert webhook.rests == [2, 4]  # the first time it is brought again at once


async def test_a_rest_that_was_asked_for_is_given(telegram: FakeTelegram, hook: Hook) -> None:
    hook.answers = [web.Response(status=503, headers={"Retry-After": "20"})]
    telegram.phone().says("một")
    await hook.has(2)

    webhook = telegram.bot().webhook
    assert webhook is not None
    assert webhook.rests == [20]


async def test_a_call_in_the_answer_is_carried_out(telegram: FakeTelegram, hook: Hook) -> None:
    phone = telegram.phone()
    call = {"method": "sendMessage", "chat_id": phone.id, "text": "Chào", "reply_markup": rows(1)}
    hook.answers = [
        web.json_response(call),
        web.json_response({"method": "deleteWebhook"}),
        web.json_response(call, status=500),
    ]
    phone.says("một")
    phone.says("hai")
    phone.says("ba")
    await hook.has(4)

    assert (await phone.reads()).labels == ["0"]
    assert not phone.read_already()
    assert telegram.bot().webhook


async def test_no_more_connections_than_were_allowed(
    telegram: FakeTelegram, hook: Hook, api: Api
) -> None:
    webhook = telegram.bot().webhook
    assert webhook is not None
    await api("setWebhook", url=webhook.url, max_connections=2)
    hook.held.clear()
    for _ in range(5):
        telegram.phone().says("một")
    await hook.has(2)
    hook.held.set()
    await hook.has(5)

    assert hook.most_open == 2


async def test_every_update_may_be_brought_twice_at_once(api: Api, hook: Hook) -> None:
    api.telegram.doubled = True
    webhook = api.telegram.bot().webhook
    assert webhook is not None
    await api("setWebhook", url=webhook.url, secret_token="s-2")
    phone = api.telegram.phone()
    phone.says("một")
    phone.says("hai")
    await hook.has(4)

    assert hook.texts() == ["một", "một", "hai", "hai"]


async def test_what_was_not_delivered_waits_for_the_next_webhook(
    telegram: FakeTelegram, api: Api, hook: Hook
) -> None:
    webhook = telegram.bot().webhook
    assert webhook is not None
    await api("deleteWebhook")
    telegram.phone().says("một")
    await api("setWebhook", url=webhook.url)
    await hook.has(1)

    assert hook.texts() == ["một"]
