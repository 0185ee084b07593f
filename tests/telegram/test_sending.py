"""What a send comes to, for everything that Telegram and the net may do to it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.channels import telegram_request
from bot.channels.base import Down, Later, Receipt, Refused, Sent, Unknown
from bot.channels.telegram import Telegram
from bot.channels.telegram_receipts import receipt_of
from handlers.effects import Choice, Message
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.telegram.outgoing import outgoing
from tests.telegram.serving import ACCOUNT

LONG = Message("\n\n".join(letter * 3000 for letter in "abc"), (Choice("Một", "a/1"),))


async def test_a_message_arrives_as_it_was_meant(channel: Telegram, phone: Phone) -> None:
    message = Message("Sản phẩm gì?", (Choice("Chè", "a/tea"),), (Choice("← Sửa", "go/back"),))

    receipt = await channel.send(outgoing(phone.id, message))

    bubble = await phone.reads()
    assert receipt == Sent(str(bubble.message_id))
    assert (bubble.text, bubble.labels) == ("Sản phẩm gì?", ["Chè", "← Sửa"])


HOSTILE = [
    "<b>đậm</b> &amp; <i",
    "*a* _b_ [c](tg://user?id=1) `d`",
    "=HYPERLINK(1) +1 -1 @x",
    "a+b&c=d%20;e?#f",
    "👨‍👩‍👧 🌾 z̴͔̈́ạ̸l",
    "'; drop table message; --",
    "{{7*7}} {% x %} ${x}",
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_hostile_text_arrives_as_it_is(channel: Telegram, phone: Phone, text: str) -> None:
    await channel.send(outgoing(phone.id, text))

    assert (await phone.reads()).text == text


async def test_a_long_message_arrives_in_parts_with_the_buttons_below(
    channel: Telegram, phone: Phone
) -> None:
    receipt = await channel.send(outgoing(phone.id, LONG))

    parts = [await phone.reads() for _ in range(3)]
    assert "\n\n".join(part.text for part in parts) == LONG.text
    assert [part.labels for part in parts] == [[], [], ["Một"]]
    assert receipt == Sent(str(parts[-1].message_id))


async def test_a_long_message_cut_between_its_parts_is_not_said_to_be_unsent(
    telegram: FakeTelegram, channel: Telegram, phone: Phone
) -> None:
    telegram.faults.add(Fault("sendMessage", times=1))
    telegram.faults.add(Fault("sendMessage", times=1, retry_after=9))

    receipt = await channel.send(outgoing(phone.id, LONG))

    assert isinstance(receipt, Unknown)
    assert len(telegram.sent()) == 1


async def test_the_phone_keyboard_comes_and_goes(channel: Telegram, phone: Phone) -> None:
    await channel.send(outgoing(phone.id, Message("Số?", ask_phone="Chia sẻ số")))
    assert phone.keyboard == ["Chia sẻ số"]

    await channel.send(outgoing(phone.id, "Cảm ơn"))

    assert not phone.keyboard


SOON = timedelta(seconds=1)
TROUBLE = Later(SOON, "their trouble")
LOST = Unknown("the answer was lost")


def flood(seconds: int) -> Later:
    return Later(timedelta(seconds=seconds), "flood control", counts=False)


def said(status: int, body: str) -> Fault:
    return Fault(status=status, body=body)


ANSWERED: dict[str, tuple[Fault, Receipt]] = {
    "429": (Fault(retry_after=7), flood(7)),
    "429 for hours": (Fault(retry_after=10_072), flood(10_072)),
    "429 for nobody knows how long": (said(429, '{"ok":false,"description":"Too Many"}'), flood(1)),
    "502 with a page": (Fault(status=502), TROUBLE),
    "503 with nothing": (said(503, ""), TROUBLE),
    "500 in JSON": (said(500, '{"ok":false}'), TROUBLE),
    "500 of odd types": (said(500, '{"ok":false,"description":7,"parameters":[]}'), TROUBLE),
    "504 in JSON": (said(504, '{"ok":false,"description":"Gateway Timeout"}'), TROUBLE),
    "409": (said(409, '{"ok":false,"description":"Conflict: terminated"}'), TROUBLE),
    "a proxy's 403": (Fault(status=403), TROUBLE),
    "a proxy's 404": (Fault(status=404), TROUBLE),
    "a proxy's 401": (said(401, "no"), TROUBLE),
    "a redirect": (said(302, ""), TROUBLE),
    "not ok under 200": (said(200, '{"ok":false,"description":"?"}'), TROUBLE),
    "502 under 200": (said(200, '{"ok":false,"error_code":502,"description":"x"}'), TROUBLE),
    "403 under 200": (
        said(200, '{"ok":false,"error_code":403,"description":"bot was blocked by the user"}'),
        Refused("blocked", gone=True),
    ),
    "a page under 200": (said(200, "<html>Wi-Fi log-in</html>"), LOST),
    "an abyss under 200": (said(200, "[" * 90_000), LOST),
    "no result under 200": (said(200, '{"ok":true}'), LOST),
    "no message under 200": (
        said(200, '{"ok":true,"result":true}'),
        Unknown("an answer without a message id"),
    ),
    "400": (said(400, '{"ok":false,"description":"x","parameters":[1]}'), Refused("x")),
    "a group that moved": (
        said(
            400,
            '{"ok":false,"description":"Bad Request: group chat was upgraded",'
            '"parameters":{"migrate_to_chat_id":-1009}}',
        ),
        Refused("the chat became another", gone=True),
    ),
    "404": (
        said(404, '{"ok":false,"error_code":404,"description":"Not Found"}'),
        Down("the token was refused"),
    ),
    "cut before": (Fault(cut="before"), LOST),
    "cut after": (Fault(cut="after"), LOST),
    "cut inside": (Fault(cut="inside"), LOST),
}


@pytest.mark.parametrize("name", ANSWERED)
async def test_every_answer_has_its_receipt(
    telegram: FakeTelegram, channel: Telegram, phone: Phone, name: str
) -> None:
    fault, receipt = ANSWERED[name]
    telegram.faults.add(replace(fault))

    assert await channel.send(outgoing(phone.id)) == receipt
    assert isinstance(await channel.send(outgoing(phone.id)), Sent)


async def test_a_message_is_not_carried_to_where_a_redirect_points(
    telegram: FakeTelegram, channel: Telegram, phone: Phone
) -> None:
    telegram.faults.add(Fault(status=307, location=f"{telegram.url}/elsewhere"))

    assert await channel.send(outgoing(phone.id)) == TROUBLE
    assert not telegram.strays


PEOPLE: list[tuple[Callable[[Phone], object], Receipt]] = [
    (Phone.blocks, Refused("blocked", gone=True)),
    (Phone.leaves_telegram, Refused("account deleted", gone=True)),
]


@pytest.mark.parametrize(("act", "receipt"), PEOPLE)
async def test_whoever_left_is_gone(
    channel: Telegram, phone: Phone, act: Callable[[Phone], object], receipt: Receipt
) -> None:
    act(phone)

    assert await channel.send(outgoing(phone.id)) == receipt


async def test_whoever_never_came_is_gone(telegram: FakeTelegram, channel: Telegram) -> None:
    stranger = telegram.phone()

    assert await channel.send(outgoing(stranger.id)) == Refused("never started the bot", gone=True)
    assert await channel.send(outgoing(42)) == Refused("chat not found", gone=True)


async def test_what_telegram_will_not_take_is_our_mistake_and_nobody_s_going(
    channel: Telegram, phone: Phone
) -> None:
    receipt = await channel.send(outgoing(phone.id, Message("x", (Choice(" ", "a"),))))

    assert isinstance(receipt, Refused)
    assert not receipt.gone
    assert "text must be non-empty" in receipt.reason


async def test_a_revoked_token_is_down_and_nobody_s_fault(
    telegram: FakeTelegram, channel: Telegram, phone: Phone
) -> None:
    telegram.revoke()

    assert await channel.send(outgoing(phone.id)) == Down("the token was refused")


THEIR_ERRORS: Sequence[tuple[TelegramError, type]] = [
    (telegram_request.FloodControl(SOON), Later),
    (Forbidden("x"), Refused),
    (ChatMigrated(1), Refused),
    (BadRequest("x"), Refused),
    (InvalidToken("x"), Down),
    (EndPointNotFound("x"), Down),
    (TimedOut(), Unknown),
    (telegram_request.CutOff("x"), Unknown),
    (telegram_request.NotSent("x"), Later),
    (NetworkError("x"), Later),
    (Conflict("x"), Later),
    (TelegramError("x"), Unknown),
]


@pytest.mark.parametrize(
    ("error", "kind"), THEIR_ERRORS, ids=[type(error).__name__ for error, _ in THEIR_ERRORS]
)
def test_every_error_of_the_library_has_a_receipt(error: TelegramError, kind: type) -> None:
    assert isinstance(receipt_of(error), kind)


async def test_a_tap_is_answered_soon_and_its_failure_is_nobody_s(
    telegram: FakeTelegram, channel: Telegram, phone: Phone
) -> None:
    phone.forges("go/back")
    taps = list(telegram.bot().taps)

    for tap in [*taps, *taps, "12"]:
        channel.answer_tap(tap)
    async with asyncio.timeout(5):
        while len(telegram.calls) < 3:
            await asyncio.sleep(0.01)

    assert phone.spinning == 0
    assert [call.status for call in telegram.calls] == [200, 400, 400]


async def test_a_flood_of_taps_does_not_hold_up_messages(
    telegram: FakeTelegram, channel: Telegram, phone: Phone
) -> None:
    telegram.faults.add(Fault("answerCallbackQuery", times=2000, delay=30))
    for tap in range(2000):
        channel.answer_tap(str(tap))
    await asyncio.sleep(0.2)

    async with asyncio.timeout(5):
        assert isinstance(await channel.send(outgoing(phone.id)), Sent)


@pytest.mark.parametrize(
    "token", ["", "bot", "77777", "77777:", "7 7:AAF-x", "777:AAF/../x", "٣:AAFxyz"]
)
def test_a_token_of_another_shape_is_not_taken_and_not_repeated(token: str) -> None:
    with pytest.raises(ValueError, match="@BotFather") as problem:
        Telegram(token)
    assert not token or token not in str(problem.value)


def test_the_account_is_named_after_the_bot_and_tells_no_secret() -> None:
    channel = Telegram(TOKEN)

    assert channel.account == ACCOUNT
    assert TOKEN not in repr(channel)


async def test_nothing_is_left_open(telegram: FakeTelegram) -> None:
    async with Telegram(TOKEN, telegram.url) as channel:
        await channel.send(outgoing(42))
        channel.answer_tap("1")
    gc.collect()
