"""What a send comes to, for everything that Zalo and the net may do to it."""

from __future__ import annotations

import asyncio
import gc
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from unicodedata import normalize

import pytest

from bot.channels import zalo_bot, zalo_bot_request
from bot.channels.base import Down, Later, Outgoing, Receipt, Refused, Sent, Unknown
from bot.channels.calling import CallFailed
from bot.channels.zalo_bot import ZaloBot
from handlers.effects import Choice, Message
from tests.fakes.zalo_bot_phone import BotPhone
from tests.fakes.zalo_bot_server import TOKEN, FakeZaloBot
from tests.fakes.zalo_faults import Fault
from tests.zalo_bot.serving import ACCOUNT

LONG = Message("\n\n".join(letter * 1500 for letter in "abc"), (Choice("Một", "a/1"),))


def outgoing(address: str, message: Message | str = "Chào") -> Outgoing:
    said = message if isinstance(message, Message) else Message(message)
    return Outgoing(1, ACCOUNT, address, 1, said)


@pytest.fixture
def phone(zalo: FakeZaloBot) -> BotPhone:
    one = zalo.phone()
    one.starts()
    return one


async def test_a_message_arrives_with_its_choices_numbered_and_its_ways_beneath(
    channel: ZaloBot, phone: BotPhone
) -> None:
    choices = (Choice("Chè", "a/tea"), Choice("Khăn lanh", "a/linen"))
    ways = (Choice("← Sửa", "go/back"), Choice("☎ Cán bộ", "go/staff"))

    receipt = await channel.send(outgoing(phone.id, Message("Sản phẩm gì?", choices, ways)))

    bubble = await phone.reads()
    assert receipt == Sent(bubble.message_id)
    assert bubble.text == "Sản phẩm gì?\n\n1. Chè\n2. Khăn lanh\n\n← Sửa · ☎ Cán bộ"


HOSTILE = [
    "<b>đậm</b> &amp; <i",
    "*a* _b_ [c](https://x.vn) `d`\n# e",
    "=HYPERLINK(1) +1 -1 @x",
    '"; {"chat_id": "x"} \\u0000 \\',
    "👨‍👩‍👧 🌾 z̴͔̈́ạ̸l",
    "{{7*7}} {% x %} ${x}",
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_hostile_text_arrives_as_it_is_and_is_never_markup(
    zalo: FakeZaloBot, channel: ZaloBot, phone: BotPhone, text: str
) -> None:
    await channel.send(outgoing(phone.id, text))

    assert (await phone.reads()).text == normalize("NFC", text)
    assert set(zalo.calls[-1].parameters) == {"chat_id", "text"}


async def test_a_long_message_arrives_in_parts_cut_where_paragraphs_end(
    channel: ZaloBot, phone: BotPhone
) -> None:
    receipt = await channel.send(outgoing(phone.id, LONG))

    parts = [await phone.reads() for _ in range(3)]
    assert "\n\n".join(part.text for part in parts) == f"{LONG.text}\n\n1. Một"
    assert receipt == Sent(parts[-1].message_id)


@pytest.mark.parametrize("letter", ["e\u0302\u0301", "👍", "x"], ids=["marks", "emoji", "plain"])
async def test_no_part_is_over_the_limit_however_it_is_counted(
    channel: ZaloBot, phone: BotPhone, letter: str
) -> None:
    text = f"{letter * 1999} {letter * 1999}"

    assert isinstance(await channel.send(outgoing(phone.id, text)), Sent)

    parts = [part.text for part in phone.read_already()]
    assert all(len(part.encode("utf-16-le")) <= 4000 for part in parts)
    assert "".join("".join(parts).split()) == "".join(normalize("NFC", text).split())


async def test_decomposed_letters_are_counted_composed(channel: ZaloBot, phone: BotPhone) -> None:
    await channel.send(outgoing(phone.id, "e\u0302\u0301" * 2000))

    assert [part.text for part in phone.read_already()] == ["ế" * 2000]


async def test_a_long_message_cut_between_its_parts_is_not_said_to_be_unsent(
    zalo: FakeZaloBot, channel: ZaloBot, phone: BotPhone
) -> None:
    zalo.faults.add(Fault("sendMessage"))
    zalo.faults.add(Fault("sendMessage", error=400))

    receipt = await channel.send(outgoing(phone.id, LONG))

    assert receipt == Unknown("cut between the parts of a long message")
    assert len(zalo.sent()) == 1


async def test_a_message_without_a_word_is_our_mistake(channel: ZaloBot, phone: BotPhone) -> None:
    assert isinstance(await channel.send(outgoing(phone.id, " ")), Refused)


AGAIN = timedelta(seconds=1)
TROUBLE = Later(AGAIN, "their trouble")
LOST = Unknown("the answer was lost")
NO_ID = Unknown("an answer without a message id")
DOWN = Down("the token was refused")
LEFT = Refused("forbidden", gone=True)


def said(status: int, body: str) -> Fault:
    return Fault("sendMessage", status=status, body=body)


def scripted(code: int) -> Fault:
    return Fault("sendMessage", error=code)


ANSWERED: dict[str, tuple[Fault, Receipt]] = {
    "400": (scripted(400), Refused("Scripted")),
    "401": (scripted(401), DOWN),
    "403": (scripted(403), LEFT),
    "404": (scripted(404), Refused("Scripted")),
    "408": (scripted(408), LOST),
    "500": (scripted(500), TROUBLE),
    "503": (scripted(503), TROUBLE),
    "a code of another table": (said(200, '{"ok":false,"error_code":-216}'), TROUBLE),
    "no code": (said(200, '{"ok":false,"description":"?"}'), TROUBLE),
    "no code but a status": (said(403, '{"ok":false}'), LEFT),
    "no words": (said(400, '{"ok":false,"error_code":400}'), Refused("refused as 400")),
    "a code in words": (said(200, '{"ok":false,"error_code":"403"}'), LEFT),
    "odd types": (said(200, '{"ok":false,"error_code":[],"description":7}'), TROUBLE),
    "a code that is true": (said(200, '{"ok":false,"error_code":true}'), TROUBLE),
    "a proxy's 401": (said(401, "no"), TROUBLE),
    "a proxy's 403": (said(403, "<html>"), TROUBLE),
    "a proxy's 404": (said(404, ""), TROUBLE),
    "a redirect": (replace(said(302, ""), location="/elsewhere"), TROUBLE),
    "502 with a page": (said(502, "<html>"), TROUBLE),
    "503 with nothing": (said(503, ""), TROUBLE),
    "a page under 200": (said(200, "<html>Wi-Fi log-in</html>"), LOST),
    "an abyss under 200": (said(200, "[" * 90_000), LOST),
    "ok under 500": (said(500, '{"ok":true}'), LOST),
    "a list": (said(200, "[]"), LOST),
    "no result": (said(200, '{"ok":true}'), NO_ID),
    "no message": (said(200, '{"ok":true,"result":true}'), NO_ID),
    "a message without a name": (said(200, '{"ok":true,"result":{"message_id":""}}'), NO_ID),
    "a message that is true": (said(200, '{"ok":true,"result":{"message_id":true}}'), NO_ID),
    "a number": (said(200, '{"ok":true,"result":{"message_id":7}}'), Sent("7")),
    "cut before": (Fault("sendMessage", cut="before"), LOST),
    "cut after": (Fault("sendMessage", cut="after"), LOST),
    "cut inside": (Fault("sendMessage", cut="inside"), LOST),
}


@pytest.mark.parametrize("statuses", [False, True], ids=["under 200", "with its status"])
@pytest.mark.parametrize("name", ANSWERED)
async def test_every_answer_has_its_receipt(
    zalo: FakeZaloBot, channel: ZaloBot, phone: BotPhone, name: str, statuses: bool
) -> None:
    zalo.rules.statuses = statuses
    fault, receipt = ANSWERED[name]
    zalo.faults.add(replace(fault))

    assert await channel.send(outgoing(phone.id)) == receipt
    assert isinstance(await channel.send(outgoing(phone.id)), Sent)
    assert not zalo.strays


async def test_whoever_blocked_us_is_gone(channel: ZaloBot, phone: BotPhone) -> None:
    phone.blocks()

    assert await channel.send(outgoing(phone.id)) == LEFT


async def test_whoever_never_wrote_is_not_reached(channel: ZaloBot) -> None:
    assert isinstance(await channel.send(outgoing("0" * 20)), Refused)


async def test_a_token_that_was_reset_is_down_and_nobody_s_fault(
    zalo: FakeZaloBot, channel: ZaloBot, phone: BotPhone
) -> None:
    zalo.revoke()

    assert await channel.send(outgoing(phone.id)) == DOWN


def minutes(receipt: Receipt) -> float:
    """How long the whole account is to wait."""
    assert isinstance(receipt, Later)
    assert (receipt.reason, receipt.whole_account, receipt.counts) == ("quota spent", True, False)
    return receipt.after.total_seconds() / 60


async def test_a_spent_quota_is_waited_for_longer_each_time_and_costs_no_try(
    zalo: FakeZaloBot, channel: ZaloBot, phone: BotPhone, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [1000.0]
    monkeypatch.setattr(zalo_bot, "monotonic", lambda: clock[0])
    zalo.rules.monthly = 0
    waits = []
    for _ in range(8):
        wait = minutes(await channel.send(outgoing(phone.id)))
        waits.append(wait)
        clock[0] += wait * 60

    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]

    zalo.rules.monthly = 9
    assert isinstance(await channel.send(outgoing(phone.id)), Sent)
    zalo.rules.monthly = 0
    assert minutes(await channel.send(outgoing(phone.id))) == 1


async def test_many_who_hear_of_a_spent_quota_at_once_hear_of_one(
    zalo: FakeZaloBot, channel: ZaloBot, phone: BotPhone
) -> None:
    zalo.rules.monthly = 0

    receipts = await asyncio.gather(*(channel.send(outgoing(phone.id)) for _ in range(16)))

    assert {round(minutes(receipt), 1) for receipt in receipts} == {1}


NO_CONNECTION = Later(AGAIN, "no connection", counts=False)


async def test_a_refused_connection_carried_nothing() -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))  # and does not listen
        async with ZaloBot(TOKEN, f"http://127.0.0.1:{reserved.getsockname()[1]}") as channel:
            assert await channel.send(outgoing("1")) == NO_CONNECTION


async def test_a_name_without_an_address_carried_nothing() -> None:
    async with ZaloBot(TOKEN, "http://zalo.invalid") as channel:
        assert await channel.send(outgoing("1")) == NO_CONNECTION


async def test_an_answer_that_does_not_come_in_time_is_unknown(
    zalo: FakeZaloBot, channel: ZaloBot, phone: BotPhone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zalo_bot_request, "SECONDS", 0.2)
    zalo.faults.add(Fault("sendMessage", hang=True))

    assert await channel.send(outgoing(phone.id)) == LOST
    assert zalo.sent() == ["Chào"]


@asynccontextmanager
async def a_proxy(seen: list[bytes]) -> AsyncIterator[str]:
    """An HTTP proxy that refuses everything and remembers what it was asked."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(await reader.readuntil(b"\r\n"))
        await reader.readuntil(b"\r\n\r\n")
        writer.write(
            b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n"
            b"Connection: close\r\n\r\n"
        )
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def test_a_proxy_is_gone_through() -> None:
    seen: list[bytes] = []
    async with a_proxy(seen) as proxy, ZaloBot(TOKEN, "https://zalo.invalid", proxy) as channel:
        assert await channel.send(outgoing("1")) == NO_CONNECTION

    assert seen[0].startswith(b"CONNECT zalo.invalid:443")


@pytest.mark.parametrize(
    "token", ["", "bot", "77777", "77777:", "7 7:abcd", "777:a/../x", "777:ab?c", "٣:abcd"]
)
def test_a_token_of_another_shape_is_not_taken_and_not_repeated(token: str) -> None:
    with pytest.raises(ValueError, match="Zalo Bot Creator") as problem:
        ZaloBot(token)
    assert not token or token not in str(problem.value)


def test_the_account_is_named_after_the_bot_and_tells_no_secret() -> None:
    channel = ZaloBot(TOKEN)

    assert channel.account == ACCOUNT
    assert TOKEN not in repr(channel)


async def test_a_failure_does_not_tell_the_token(zalo: FakeZaloBot, channel: ZaloBot) -> None:
    zalo.faults.add(Fault("getMe", cut="before"))

    with pytest.raises(CallFailed) as failure:
        await channel.call("getMe")

    told = "".join(map(str, (failure.value, failure.value.__context__, failure.value.__cause__)))
    assert TOKEN.partition(":")[2] not in told


async def test_nothing_is_left_open(zalo: FakeZaloBot) -> None:
    async with ZaloBot(TOKEN, zalo.url) as channel:
        await channel.send(outgoing("42"))
    gc.collect()
