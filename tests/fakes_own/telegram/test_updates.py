"""Whoever asks the made-up Telegram for updates gets what the real one would give."""

from __future__ import annotations

import asyncio

import aiohttp

from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.fakes_own.telegram.hands import Api

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_a_tap_is_answered_once_and_in_time() -> None:
    now = 1_795_000_000.0
    async with (
        FakeTelegram(clock=lambda: now) as telegram,
        aiohttp.ClientSession() as http,
    ):
        phone, api = telegram.phone(), Api(telegram, http)
        phone.forges("x")
        phone.forges("y")
        first, late = telegram.bot().taps
        assert await api("answerCallbackQuery", callback_query_id=first) == (200, True)
        assert await api("answerCallbackQuery", callback_query_id=first) == (400, TOO_OLD)
        assert await api("answerCallbackQuery", callback_query_id="7") == (400, TOO_OLD)
        now += 151
        assert await api("answerCallbackQuery", callback_query_id=late) == (400, TOO_OLD)
        assert await api("getUpdates") == (200, [])  # and is delivered no longer


async def test_updates_are_given_from_the_offset_on(telegram: FakeTelegram, api: Api) -> None:
    phone = telegram.phone()
    for text in ("một", "hai", "ba"):
        phone.says(text)

    _, (first, *_) = await api("getUpdates", limit=1)
    _, rest = await api("getUpdates", offset=first["update_id"] + 1)
    _, all_again = await api("getUpdates", offset=0)
    _, last = await api("getUpdates", offset=-1)

    assert [update["message"]["text"] for update in rest] == ["hai", "ba"]
    assert all_again == rest
    assert last == rest[-1:]


async def test_who_asks_waits_for_news(telegram: FakeTelegram, api: Api) -> None:
    asking = asyncio.create_task(api("getUpdates", timeout=5))
    await asyncio.sleep(0.1)
    telegram.phone().says("một")

    _, updates = await asyncio.wait_for(asking, 2)

    assert len(updates) == 1


async def test_who_asks_second_sends_the_first_away(telegram: FakeTelegram, api: Api) -> None:
    first = asyncio.create_task(api("getUpdates", timeout=5))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(api("getUpdates", timeout=5))

    status, description = await asyncio.wait_for(first, 2)
    telegram.phone().says("một")

    assert (status, description[:48]) == (409, "Conflict: terminated by other getUpdates request")
    assert len((await second)[1]) == 1


async def test_who_has_a_webhook_cannot_ask(telegram: FakeTelegram, api: Api) -> None:
    asking = asyncio.create_task(api("getUpdates", timeout=5))
    await asyncio.sleep(0.1)
    await api("setWebhook", url="http://127.0.0.1:1/")

    assert await asking == (409, "Conflict: terminated by setWebhook request")
    assert (await api("getUpdates"))[1].startswith("Conflict: can't use getUpdates method while")
    await api("deleteWebhook")
    assert await api("getUpdates") == (200, [])


async def test_a_file_is_open_for_an_hour() -> None:
    now = 1_795_000_000.0
    async with (
        FakeTelegram(clock=lambda: now) as telegram,
        aiohttp.ClientSession() as http,
    ):
        api = Api(telegram, http)
        telegram.phone().sends_photo(b"x" * 900)
        _, (update,) = await api("getUpdates")
        *_, largest = update["message"]["photo"]
        unasked = f"{telegram.url}/file/bot{TOKEN}/photos/file_1.jpg"
        async with http.get(unasked) as response:
            assert response.status == 404
        _, file = await api("getFile", file_id=largest["file_id"])
        async with http.get(f"{telegram.url}/file/bot{TOKEN}/{file['file_path']}") as response:
            assert await response.read() == b"x" * 900
        now += 3601
        async with http.get(unasked) as response:
            assert response.status == 404
