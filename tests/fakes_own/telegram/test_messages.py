"""What the made-up Telegram takes and refuses to send, as the real one does."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.fakes_own.telegram.hands import Api, one_button, rows


@pytest.mark.parametrize(
    ("token", "method", "expected"),
    [
        (TOKEN, "getMe", 200),
        (TOKEN, "getme", 200),
        (TOKEN, "GETME", 200),
        (TOKEN, "getYou", (404, "Not Found: method not found")),
        (TOKEN, "", (404, "Not Found: method not found")),
        ("700000002:AAF-another", "getMe", (401, "Unauthorized")),
        ("x", "getMe", (401, "Unauthorized: invalid token specified")),
    ],
)
async def test_a_token_and_a_method_it_knows(
    api: Api, token: str, method: str, expected: object
) -> None:
    status, answer = await api.by(token, method, {})

    assert (status if expected == 200 else (status, answer)) == expected


async def test_any_other_path_is_not_found(
    telegram: FakeTelegram, http: aiohttp.ClientSession
) -> None:
    async with http.get(f"{telegram.url}/nothing") as response:
        assert (response.status, (await response.json())["description"]) == (404, "Not Found")


@pytest.mark.parametrize("form", ["json", "data", "params"])
async def test_parameters_come_in_every_form(
    telegram: FakeTelegram, http: aiohttp.ClientSession, phone: Phone, form: str
) -> None:
    markup = json.dumps({"inline_keyboard": [[{"text": "Một", "callback_data": "1"}]]})
    given: dict[str, Any] = {
        form: {"chat_id": str(phone.id), "text": "Chè ＋ 1+1 & 2", "reply_markup": markup}
    }
    async with http.post(f"{telegram.url}/bot{TOKEN}/sendMessage", **given) as response:
        assert response.status == 200

    bubble = await phone.reads()
    assert (bubble.text, bubble.labels) == ("Chè ＋ 1+1 & 2", ["Một"])


NO_ACTION = "text buttons are unallowed in the inline keyboard"
TOO_LONG = "Bad Request: message is too long"

REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "nothing": ({"text": ""}, "Bad Request: message text is empty"),
    "blanks": ({"text": " \n "}, "Bad Request: message text is empty"),
    "4,097 letters": ({"text": "a" * 4097}, TOO_LONG),
    "2,049 letters of two units": ({"text": "🌾" * 2049}, TOO_LONG),
    "a lone surrogate": ({"text": "\ud800"}, "Bad Request: strings must be encoded in UTF-8"),
    "a payload of 65 bytes": (
        one_button(text="a", callback_data="đ" * 32 + "x"),
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    "a payload of nothing": (
        one_button(text="a", callback_data=""),
        f"Bad Request: can't parse inline keyboard button: {NO_ACTION}",
    ),
    "a button of nothing": (
        one_button(text="", callback_data="x"),
        "Bad Request: can't parse keyboard button: text must be non-empty",
    ),
    "101 buttons": ({"reply_markup": rows(101)}, "Bad Request: reply markup is too long"),
    "nine in a row": ({"reply_markup": rows(9, 9)}, "Bad Request: reply markup is too long"),
    "no markup": (
        {"reply_markup": "{"},
        "Bad Request: can't parse reply keyboard markup JSON object",
    ),
    "a list for markup": ({"reply_markup": []}, "Bad Request: object expected as reply markup"),
    "nobody": ({"chat_id": ""}, "Bad Request: chat_id is empty"),
    "a stranger": ({"chat_id": 42}, "Bad Request: chat not found"),
    "a word for a chat": ({"chat_id": "x"}, "Bad Request: chat not found"),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_a_message_it_will_not_take(api: Api, phone: Phone, name: str) -> None:
    parameters, description = REFUSED[name]

    answer = await api("sendMessage", **({"chat_id": phone.id, "text": "x"} | parameters))

    assert answer == (400, description)
    assert not phone.bubbles


TAKEN: dict[str, dict[str, Any]] = {
    "4,096 letters": {"text": "a" * 4096},
    "2,048 letters of two units": {"text": "🌾" * 2048},
    "4,096 letters between blanks": {"text": "  " + "a" * 4096 + "\n"},
    "100 buttons": {"reply_markup": rows(100)},
    "eight in a row": {"reply_markup": rows(96, 8)},
    "a payload of 64 bytes": one_button(text="a", callback_data="đ" * 32),
}


@pytest.mark.parametrize("name", TAKEN)
async def test_a_message_it_just_takes(api: Api, phone: Phone, name: str) -> None:
    status, _ = await api("sendMessage", **({"chat_id": phone.id, "text": "x"} | TAKEN[name]))

    assert status == 200


async def test_people_who_cannot_be_written_to(
    telegram: FakeTelegram, api: Api, phone: Phone
) -> None:
    stranger, deleted = telegram.phone(), telegram.phone()
    phone.blocks()
    deleted.starts()
    deleted.leaves_telegram()

    answers = [
        await api("sendMessage", chat_id=one.id, text="x") for one in (phone, stranger, deleted)
    ]

    assert answers == [
        (403, "Forbidden: bot was blocked by the user"),
        (403, "Forbidden: bot can't initiate conversation with a user"),
        (403, "Forbidden: user is deactivated"),
    ]


async def test_whoever_writes_again_can_be_written_to(api: Api, phone: Phone) -> None:
    phone.blocks()
    phone.says("tôi đây")

    assert (await api("sendMessage", chat_id=phone.id, text="x"))[0] == 200
    _, updates = await api("getUpdates")
    kinds = [kind for update in updates for kind in update if kind != "update_id"]
    assert kinds == ["message", "my_chat_member", "my_chat_member", "message"]


async def test_messages_are_numbered_in_each_chat(telegram: FakeTelegram, api: Api) -> None:
    mai, lan = telegram.phone(), telegram.phone()
    mai.starts()
    lan.starts()

    numbers = [
        (await api("sendMessage", chat_id=one.id, text="x"))[1]["message_id"]
        for one in (mai, mai, lan)
    ]

    assert numbers == [2, 3, 2]


async def test_its_pace_for_a_chat_and_for_a_bot() -> None:
    async with FakeTelegram(pace=True) as telegram, aiohttp.ClientSession() as http:
        api = Api(telegram, http)
        phones = [telegram.phone() for _ in range(40)]
        for phone in phones:
            phone.starts()

        one_chat = [await api("sendMessage", chat_id=phones[0].id, text="x") for _ in range(7)]
        many_chats = [await api("sendMessage", chat_id=one.id, text="x") for one in phones[1:]]

    assert [status for status, _ in one_chat] == [200] * 5 + [429] * 2
    assert one_chat[5][1] == "Too Many Requests: retry after 2"
    assert [status for status, _ in many_chats].count(200) == 25
    assert telegram.calls[-1].answer["parameters"] == {"retry_after": 1}
