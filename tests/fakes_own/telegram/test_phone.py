"""What people see of a bot on the made-up Telegram: its profile, its buttons."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes_own.telegram.hands import Api, rows


def command(name: str, description: str) -> dict[str, Any]:
    return {"commands": [{"command": name, "description": description}]}


NOT_SHOWN: list[tuple[str, dict[str, Any], str]] = [
    ("setMyCommands", command("Ă", "x"), "BOT_COMMAND_INVALID"),
    ("setMyCommands", command("a", ""), "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyDescription", {"description": "x" * 513}, "BOT_DESCRIPTION_TOO_LONG"),
    ("setMyShortDescription", {"short_description": "x" * 121}, "BOT_SHORT_DESCRIPTION_TOO_LONG"),
]


@pytest.mark.parametrize(("method", "parameters", "problem"), NOT_SHOWN)
async def test_a_profile_it_will_not_show(
    api: Api, method: str, parameters: dict[str, Any], problem: str
) -> None:
    assert await api(method, **parameters) == (400, f"Bad Request: {problem}")


async def test_a_profile_has_its_languages(api: Api) -> None:
    commands = [{"command": "start", "description": "Begin"}]
    await api("setMyCommands", commands=commands, language_code="en")
    await api("setMyDescription", description="Bot")

    assert await api("getMyCommands", language_code="en") == (200, commands)
    assert await api("getMyCommands") == (200, [])
    assert await api("getMyDescription") == (200, {"description": "Bot"})
    assert await api("deleteMyCommands", language_code="en") == (200, True)
    assert await api("getMyCommands", language_code="en") == (200, [])


async def test_a_person_s_phone_has_buttons_and_a_keyboard(
    telegram: FakeTelegram, api: Api, phone: Phone
) -> None:
    keyboard = {
        "keyboard": [[{"text": "Chia sẻ", "request_contact": True}], [{"text": "Để sau"}]],
        "one_time_keyboard": True,
    }
    await api("sendMessage", chat_id=phone.id, text="Số?", reply_markup=keyboard)
    assert phone.keyboard == ["Chia sẻ", "Để sau"]
    phone.taps("Chia sẻ")
    assert not phone.keyboard
    await api("sendMessage", chat_id=phone.id, text="x", reply_markup=rows(2))
    old = phone.bubbles[-1]
    await api("sendMessage", chat_id=phone.id, text="y", reply_markup=rows(1))
    phone.taps("0")
    phone.taps("1")
    phone.taps("0", old)
    with pytest.raises(AssertionError, match="no button"):
        phone.taps("2")

    _, (_, contact, *taps) = await api("getUpdates")
    assert contact["message"]["contact"]["user_id"] == phone.id
    below = [tap["callback_query"]["message"]["message_id"] for tap in taps]
    assert below == [old.message_id + 1, old.message_id, old.message_id]
    assert phone.spinning == 3
