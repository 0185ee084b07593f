"""The made-up Bot Platform refuses what the real one refuses, and hands an update out once."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from tests.fakes.zalo_bot_phone import BotPhone
from tests.fakes.zalo_bot_server import FakeZaloBot
from tests.fakes.zalo_faults import Fault
from tests.fakes_own.hands import BotApi, Hook

SECRET = {"secret_token": "a-secret-word"}


@pytest.fixture
def phone(platform: FakeZaloBot) -> BotPhone:
    one = platform.phone()
    one.starts()
    return one


async def idle(bot: BotApi) -> bool:
    """Whether there is nothing to be handed out."""
    return bool(await bot("getUpdates", timeout=0) == 408)


@pytest.mark.parametrize(("token", "method", "code"), [("1:x", "getMe", 401), ("", "getYou", 404)])
@pytest.mark.parametrize("statuses", [False, True])
async def test_a_token_and_a_method_it_knows(
    bot: BotApi, token: str, method: str, code: int, statuses: bool
) -> None:
    bot.zalo.rules.statuses = statuses
    assert (await bot("getMe"))["account_type"] == "BASIC"

    bot.token = token or bot.token
    assert await bot(method) == code
    assert bot.zalo.calls[-1].status == (code if statuses else 200)


async def test_a_path_it_does_not_know(platform: FakeZaloBot, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{platform.url}/media/1.jpg") as response:
        assert response.status == 404
    assert platform.strays == ["/media/1.jpg"]


async def test_a_token_that_was_reset(bot: BotApi) -> None:
    bot.zalo.revoke()

    assert await bot("getMe") == 401


JPEG = b"\xff\xd8\xff" + bytes(16)

TAKEN: list[tuple[str, dict[str, Any]]] = [
    ("sendMessage", {"text": "ạ" * 2000}),
    ("sendMessage", {"text": "x", "parse_mode": "markdown"}),
    ("sendSticker", {"sticker": "1"}),
    ("sendVoice", {"voice_url": "https://example.org/x.aac"}),
]


@pytest.mark.parametrize(("method", "content"), TAKEN)
async def test_a_message_it_just_takes(
    bot: BotApi, phone: BotPhone, method: str, content: dict[str, Any]
) -> None:
    result = await bot(method, chat_id=phone.id, **content)

    assert (await phone.reads()).message_id == result["message_id"]
    assert result["date"] == bot.zalo.clock() * 1000


@pytest.mark.parametrize("caption", ["", "a" * 2000])
async def test_a_photo_it_can_fetch(bot: BotApi, phone: BotPhone, caption: str) -> None:
    phone.sends_photo(JPEG)
    await bot("getUpdates", timeout="1")
    arrived = await bot("getUpdates", timeout="1")
    address = arrived["message"]["photo_url"]

    result = await bot("sendPhoto", chat_id=phone.id, photo=address, caption=caption)

    assert (await phone.reads()).message_id == result["message_id"]


async def test_a_photo_it_cannot_fetch(bot: BotApi, phone: BotPhone) -> None:
    nowhere = f"{bot.zalo.url}/media/1.jpg"

    assert await bot("sendPhoto", chat_id=phone.id, photo=nowhere) == 400


REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("sendMessage", {"text": ""}),
    ("sendMessage", {"text": " \n"}),
    ("sendMessage", {"text": "a" * 2001}),
    ("sendMessage", {"text": 5}),
    ("sendMessage", {}),
    ("sendMessage", {"text": "x", "parse_mode": "Markdown"}),
    ("sendMessage", {"text": "x", "chat_id": "404"}),
    ("sendPhoto", {"photo": "x"}),
    ("sendPhoto", {"photo": "https://example.org/x.jpg", "caption": "a" * 2001}),
    ("sendSticker", {}),
    ("sendVoice", {"voice_url": "x"}),
    ("sendChatAction", {"action": "upload_photo"}),
]


@pytest.mark.parametrize(("method", "content"), REFUSED)
async def test_a_message_it_will_not_take(
    bot: BotApi, phone: BotPhone, method: str, content: dict[str, Any]
) -> None:
    assert await bot(method, **({"chat_id": phone.id} | content)) == 400
    assert not phone.bubbles


async def test_people_who_cannot_be_written_to(bot: BotApi, phone: BotPhone) -> None:
    stranger = bot.zalo.phone()
    phone.blocks()
    for one in (phone, stranger):
        assert await bot("sendMessage", chat_id=one.id, text="x") == 403
        assert await bot("sendChatAction", chat_id=one.id, action="typing") == 403

    phone.says("tôi đây")
    assert (await bot("sendChatAction", chat_id=phone.id, action="typing")) is True
    assert bot.zalo.sent() == []


async def test_the_caps_of_the_free_plan(bot: BotApi, phone: BotPhone) -> None:
    bot.zalo.rules.monthly = 1
    bot.zalo.rules.people = 1
    late = bot.zalo.phone()
    late.starts()
    say = {"text": "x"}
    assert await bot("sendMessage", chat_id=late.id, **say) == 403
    assert (await bot("sendMessage", chat_id=phone.id, **say))["message_id"]
    assert await bot("sendMessage", chat_id=phone.id, **say) == 429
    bot.zalo.clock.advance(9 * 24 * 3600)
    assert (await bot("sendMessage", chat_id=phone.id, **say))["message_id"]
    assert bot.zalo.sent(phone.id) == ["x", "x"]


async def test_one_update_a_poll_and_each_once(bot: BotApi) -> None:
    phone = bot.zalo.phone(name="Mai")
    first, second = phone.starts("một"), phone.starts()

    updates = [await bot("getUpdates", timeout="0") for _ in range(2)]

    assert [update["message"]["message_id"] for update in updates] == [first, second]
    assert updates[1]["message"]["text"] == "/start"
    assert updates[0] == {
        "event_name": "message.text.received",
        "message": {
            "message_id": first,
            "date": bot.zalo.clock() * 1000,
            "from": {"id": phone.id, "display_name": "Mai", "is_bot": False},
            "chat": {"id": phone.id, "chat_type": "PRIVATE"},
            "text": "một",
        },
    }
    assert len(phone.id) == 20
    assert await idle(bot)
    bot.zalo.repeat()
    assert await bot("getUpdates", timeout=0) == updates[1]


async def test_an_idle_poll_ends_when_its_time_is_up(bot: BotApi) -> None:
    asking = asyncio.create_task(bot("getUpdates", timeout=30))
    await polling(bot.zalo, 1)
    bot.zalo.clock.advance(29)
    assert not asking.done()
    bot.zalo.clock.advance(1)
    assert await asyncio.wait_for(asking, 5) == 408

    bot.zalo.rules.idle_empty = True
    assert await bot("getUpdates", timeout=0) == {}
    bot.zalo.rules.listed = True
    assert await bot("getUpdates", timeout=0) == []
    bot.zalo.phone().says("một")
    assert len(await bot("getUpdates", timeout=0)) == 1


async def polling(platform: FakeZaloBot, count: int) -> None:
    """Wait until so many are polling."""
    async with asyncio.timeout(5):
        while platform.bot.polls != count:
            await asyncio.sleep(0)


async def test_who_asks_waits_for_news_and_who_hangs_up_takes_nothing(bot: BotApi) -> None:
    gone = asyncio.create_task(bot("getUpdates", timeout=30))
    await polling(bot.zalo, 1)
    gone.cancel()
    await polling(bot.zalo, 0)
    asking = asyncio.create_task(bot("getUpdates", timeout=30))
    await polling(bot.zalo, 1)
    bot.zalo.phone().says("một")

    assert (await asyncio.wait_for(asking, 5))["message"]["text"] == "một"


async def test_an_answer_that_is_cut_has_lost_the_update(bot: BotApi, phone: BotPhone) -> None:
    bot.zalo.faults.add(Fault("getUpdates", cut="after"))
    with pytest.raises(aiohttp.ClientError):
        await bot("getUpdates", timeout=0)

    assert await idle(bot)


async def test_a_webhook_and_polling_exclude_each_other(bot: BotApi, hook: Hook) -> None:
    phone = bot.zalo.phone()
    assert await bot("getWebhookInfo") == 404
    phone.says("một")

    answer = await bot("setWebhook", url=hook.url, **SECRET)
    phone.says("hai")
    await hook.has(3)

    assert (answer["url"], answer["verification"]["ok"]) == (hook.url, True)
    assert hook.came[0][1] == b""
    assert hook.texts == ["một", "hai"]
    assert hook.came[1][0]["X-Bot-Api-Secret-Token"] == SECRET["secret_token"]
    assert (await bot("getWebhookInfo"))["url"] == hook.url
    assert await idle(bot)
    assert (await bot("deleteWebhook"))["url"] == ""
    assert await bot("getWebhookInfo") == 404
    phone.says("ba")
    assert (await bot("getUpdates", timeout=0))["message"]["text"] == "ba"


async def test_a_webhook_is_kept_even_if_its_probe_fails(bot: BotApi, hook: Hook) -> None:
    hook.answers = [404]

    answer = await bot("setWebhook", url=hook.url, **SECRET)

    assert not answer["verification"]["ok"]
    assert (await bot("getWebhookInfo"))["url"] == hook.url


@pytest.mark.parametrize(
    "given",
    [
        {"url": "http://example.org/"},
        {"url": ""},
        {"secret_token": "seven77"},
        {"secret_token": "a" * 257},
        {"secret_token": None},
    ],
)
async def test_a_webhook_it_will_not_set(bot: BotApi, given: dict[str, Any]) -> None:
    sound: dict[str, Any] = {"url": "http://127.0.0.1:1/"} | SECRET

    assert await bot("setWebhook", **(sound | given)) == 400
    assert await bot("getWebhookInfo") == 404


async def test_a_body_may_be_wrapped_and_is_brought_again(
    platform: FakeZaloBot, hook: Hook
) -> None:
    platform.rules.wrapped = True
    await platform.point(hook.url)
    hook.answers = [503]
    platform.phone().says("một")
    await platform.delivery.settled()
    platform.clock.advance(30)
    await platform.delivery.settled()

    first, again = hook.bodies
    assert first == again
    assert (first["ok"], first["result"]["message"]["text"]) == (True, "một")
    assert hook.came[1][0]["X-Bot-Api-Secret-Token"] == platform.secret


async def test_everything_else_a_person_does(
    bot: BotApi, http: aiohttp.ClientSession, phone: BotPhone
) -> None:
    phone.sends_photo(b"photo", "chè")
    phone.sends_document(b"paper", "a.pdf", "application/pdf")
    phone.sends("voice")
    phone.says_in_group("@bot chào")
    phone.shares_contact()
    await bot("getUpdates", timeout=0)

    photo, paper, voice, group = [await bot("getUpdates", timeout=0) for _ in range(4)]

    assert (await bot("getUpdates", timeout=0))["event_name"] == "message.unsupported.received"
    assert (photo["event_name"], photo["message"]["caption"]) == ("message.image.received", "chè")
    async with http.get(photo["message"]["photo_url"]) as response:
        assert await response.read() == b"photo"
    assert paper["event_name"] == "message.unsupported.received"
    assert paper["message"].keys() == {"from", "chat", "message_id", "date"}
    assert voice["message"]["voice_url"]
    assert group["message"]["chat"] == {"id": "zgr-1", "chat_type": "GROUP"}
    assert group["message"]["from"]["id"] == phone.id


async def test_a_menu_is_answered_by_number_and_words(bot: BotApi, phone: BotPhone) -> None:
    text = "Loại nào?\n\n1. Hợp tác xã\n2. Hộ kinh doanh\n\n☎ Cán bộ"
    await bot("sendMessage", chat_id=phone.id, text=text)
    await bot("getUpdates", timeout=0)

    phone.taps("Hộ kinh doanh")
    phone.taps("☎ Cán bộ")

    typed = [await bot("getUpdates", timeout=0) for _ in range(2)]
    assert [update["message"]["text"] for update in typed] == ["2", "☎ Cán bộ"]
    assert phone.bubbles[0].labels == ["Hợp tác xã", "Hộ kinh doanh"]


async def test_a_menu_may_be_long_but_an_old_one_is_past(bot: BotApi, phone: BotPhone) -> None:
    old, *parts = "Gì?\n\n1. Một", "Xã nào?\n\n1. Lùng Tám", "2. Mèo Vạc"
    for text in (old, *parts):
        await bot("sendMessage", chat_id=phone.id, text=text)
    await bot("getUpdates", timeout=0)

    phone.taps("Mèo Vạc")
    phone.taps("Lùng Tám")
    with pytest.raises(AssertionError, match="nothing reads"):
        phone.taps("Một")
    phone.taps("Một", phone.bubbles[0])

    typed = [await bot("getUpdates", timeout=0) for _ in range(3)]
    assert [update["message"]["text"] for update in typed] == ["2", "1", "1"]


@pytest.mark.parametrize(
    ("fault", "carried_out", "answer"),
    [
        (Fault("sendMessage", error=429), False, 429),
        (Fault("sendMessage", error=500, carried=True), True, 500),
    ],
)
async def test_an_error_on_command(
    bot: BotApi, phone: BotPhone, fault: Fault, carried_out: bool, answer: int
) -> None:
    bot.zalo.faults.add(fault)

    assert await bot("sendMessage", chat_id=phone.id, text="x") == answer
    assert bool(phone.bubbles) == carried_out
