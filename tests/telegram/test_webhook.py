"""The address that Telegram calls: who is let in, what is answered, what happens when it fails."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.channels import body
from bot.channels.base import Incoming
from bot.channels.telegram import Telegram
from bot.channels.telegram_webhook import PATH, SECRET_HEADER, TelegramWebhook
from handlers.effects import Choice, Message
from handlers.events import Chose, Followed, Left, Said
from tests.fakes.telegram_server import FakeTelegram
from tests.telegram import samples
from tests.telegram.serving import NOON, Ear, serving

SECRET = "new-secret_1"
OLD_SECRET = "old-secret_0"
TEXT = json.dumps(samples.HEARD["a text"][0]).encode()
JSON = {"Content-Type": "application/json"}
LET_IN = JSON | {SECRET_HEADER: SECRET}


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def webhook(channel: Telegram, ear: Ear) -> TelegramWebhook:
    return TelegramWebhook(channel, [SECRET, OLD_SECRET], ear.hear, lambda: NOON)


@pytest.fixture
async def url(webhook: TelegramWebhook) -> AsyncIterator[str]:
    async with serving(webhook) as address:
        yield address


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def post(
    client: aiohttp.ClientSession, url: str, data: object = TEXT, **headers: str
) -> tuple[int, bytes]:
    async with client.post(url, data=data, headers=LET_IN | headers) as response:
        return response.status, await response.read()


async def test_an_authentic_update_is_heard_and_answered_with_nothing(
    client: aiohttp.ClientSession, url: str, ear: Ear
) -> None:
    assert await post(client, url) == (200, b"")
    assert isinstance(ear.heard[0].event, Said)
    assert ear.heard[0].answerable
    assert ear.heard[0].event.at.heard == NOON


@pytest.mark.parametrize("secret", [SECRET, OLD_SECRET])
async def test_two_secrets_are_good_at_a_time(
    client: aiohttp.ClientSession, url: str, secret: str
) -> None:
    assert await post(client, url, **{SECRET_HEADER: secret}) == (200, b"")


@pytest.mark.parametrize(
    "secret", ["", "new-secret_", "new-secret_12", f"{SECRET},{OLD_SECRET}", "ă", "NEW-SECRET_1"]
)
async def test_any_other_secret_is_refused_without_a_word(
    client: aiohttp.ClientSession, url: str, ear: Ear, webhook: TelegramWebhook, secret: str
) -> None:
    assert await post(client, url, **{SECRET_HEADER: secret}) == (403, b"")
    assert not ear.heard
    assert webhook.counts == {"refused 403": 1}


async def test_no_secret_is_refused(client: aiohttp.ClientSession, url: str) -> None:
    async with client.post(url, data=TEXT, headers=JSON) as response:
        assert (response.status, await response.read()) == (403, b"")


async def raw(url: str, head: str, body: bytes = b"") -> bytes:
    """What comes back for a request written by hand."""
    port = int(url.split(":")[2].split("/", maxsplit=1)[0])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head.replace("\n", "\r\n").encode("latin-1") + b"\r\n\r\n" + body)
    line = await asyncio.wait_for(reader.readline(), 10)
    writer.close()
    await writer.wait_closed()
    return line


HEAD = f"POST {PATH} HTTP/1.1\nHost: x\nContent-Type: application/json"


async def test_a_secret_of_any_bytes_is_refused_like_another(url: str) -> None:
    head = f"{HEAD}\n{SECRET_HEADER}: \xff\xfe\xe9\nContent-Length: 2"

    assert (await raw(url, head, b"{}")).split()[1] == b"403"


async def test_the_secret_is_looked_at_before_the_body_is_read(url: str) -> None:
    """The body never comes, and is not waited for."""
    assert (await raw(url, f"{HEAD}\nContent-Length: 9000")).split()[1] == b"403"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": "application/json; charset=utf-8"}, 200),
        ({"Content-Encoding": "gzip"}, 415),
    ],
)
async def test_only_json_as_it_is_is_read(
    client: aiohttp.ClientSession, url: str, headers: dict[str, str], status: int
) -> None:
    data = gzip.compress(TEXT) if "Content-Encoding" in headers else TEXT

    assert (await post(client, url, data, **headers))[0] == status


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
async def test_only_post_is_answered(client: aiohttp.ClientSession, url: str, method: str) -> None:
    async with client.request(method, url, data=TEXT, headers=LET_IN) as response:
        assert response.status == 405


async def test_a_body_too_long_is_refused_by_its_length_alone(url: str) -> None:
    head = f"{HEAD}\n{SECRET_HEADER}: {SECRET}\nContent-Length: {body.MAX_BODY + 1}"

    assert (await raw(url, head)).split()[1] == b"413"


async def test_a_body_of_no_length_is_refused_once_it_is_too_long(
    client: aiohttp.ClientSession, url: str, ear: Ear
) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b" " * 65_536

    async with client.post(url, data=chunks(), headers=LET_IN) as response:
        assert response.status == 413
    assert not ear.heard


async def test_the_longest_body_is_read(client: aiohttp.ClientSession, url: str) -> None:
    assert await post(client, url, TEXT.ljust(body.MAX_BODY)) == (200, b"")


async def test_a_body_too_slow_is_given_up(
    url: str, monkeypatch: pytest.MonkeyPatch, ear: Ear
) -> None:
    monkeypatch.setattr(body, "PATIENCE", 0.2)
    head = f"{HEAD}\n{SECRET_HEADER}: {SECRET}\nContent-Length: 500"

    assert (await raw(url, head, b'{"update_id"')).split()[1] == b"408"
    assert not ear.heard


async def test_a_line_that_breaks_in_the_middle_is_no_event_and_no_error(
    url: str, ear: Ear, webhook: TelegramWebhook, caplog: pytest.LogCaptureFixture
) -> None:
    port = int(url.split(":")[2].split("/", maxsplit=1)[0])
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"{HEAD}\n{SECRET_HEADER}: {SECRET}\nContent-Length: 500\n\n"
    writer.write(head.replace("\n", "\r\n").encode() + TEXT[:40])
    await writer.drain()
    await asyncio.sleep(0.1)
    writer.close()
    await writer.wait_closed()
    async with asyncio.timeout(5):
        while not webhook.counts:
            await asyncio.sleep(0.01)

    assert webhook.counts == {"refused 400": 1}
    assert not ear.heard
    assert not caplog.records


NOT_AN_OBJECT = {
    "nothing": b"",
    "null": b"null",
    "a list": b"[]",
    "a number": b"7",
    "a word": b'"x"',
    "the beginning of one": TEXT[:-3],
    "one and a bit": TEXT + b"}",
    "a mark before it": b"\xef\xbb\xbf" + TEXT,
    "another alphabet": TEXT.decode().encode("utf-16"),
    "bytes that are no letters": TEXT.replace(b"\\u00e1", b"\xff\xfe"),
    "not a number": b'{"update_id":NaN}',
    "no end": b'{"update_id":-Infinity}',
    "a key twice": b'{"update_id":1,"update_id":2}',
    "a key twice further in": b'{"update_id":1,"message":{"text":"a","text":"b"}}',
    "a number of 5,000 digits": b'{"update_id":' + b"9" * 5000 + b"}",
    "a deep list": b"[" * 100_000,
    "a deep object": b'{"a":' * 100_000,
}


@pytest.mark.parametrize("name", NOT_AN_OBJECT)
async def test_what_is_no_json_object_is_refused(
    client: aiohttp.ClientSession, url: str, ear: Ear, name: str
) -> None:
    assert await post(client, url, NOT_AN_OBJECT[name]) == (400, b"")
    assert not ear.heard


@pytest.mark.parametrize("name", [*samples.IGNORED, *samples.MALFORMED])
async def test_what_is_not_for_us_is_counted_and_answered_like_the_rest(
    client: aiohttp.ClientSession, url: str, ear: Ear, webhook: TelegramWebhook, name: str
) -> None:
    """Anything but 200 would hold up that chat for a day."""
    update = samples.IGNORED[name][0] if name in samples.IGNORED else samples.MALFORMED[name]

    assert await post(client, url, json.dumps(update).encode()) == (200, b"")
    assert not ear.heard
    assert webhook.counts.total() == 1


async def test_what_was_not_stored_is_to_come_again(
    client: aiohttp.ClientSession, url: str, ear: Ear, caplog: pytest.LogCaptureFixture
) -> None:
    ear.deaf = 1
    async with client.post(url, data=TEXT, headers=LET_IN) as response:
        assert (response.status, await response.read()) == (503, b"")
        assert int(response.headers["Retry-After"]) > 0

    assert await post(client, url) == (200, b"")
    assert len(ear.heard) == 1
    assert not caplog.messages


async def test_an_event_that_breaks_us_is_to_come_again_and_said_in_the_log(
    channel: Telegram, client: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture
) -> None:
    async def break_down(incoming: Incoming) -> Ear:
        raise LookupError("our mistake")

    async with serving(
        TelegramWebhook(channel, [SECRET], break_down, lambda: NOON)  # type: ignore[arg-type]
    ) as url:
        assert await post(client, url) == (503, b"")

    assert "our mistake" in caplog.text
    assert "Tám" not in caplog.text


@pytest.mark.parametrize("secrets", [[], [""], ["x", ""]])
def test_no_webhook_goes_without_a_secret(channel: Telegram, secrets: list[str]) -> None:
    with pytest.raises(ValueError, match="secret"):
        TelegramWebhook(channel, secrets, Ear().hear, lambda: NOON)


# With Telegram at the other end.


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
