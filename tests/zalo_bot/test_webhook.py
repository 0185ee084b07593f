"""The address that Zalo calls: who is let in, what is answered, what happens when it fails."""

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
from bot.channels.zalo_bot_webhook import PATH, SECRET_HEADER, ZaloBotWebhook
from handlers.events import Said
from tests.telegram.serving import NOON, Ear
from tests.zalo_bot import samples
from tests.zalo_bot.serving import ACCOUNT, serving

SECRET = "new-secret_1"
OLD_SECRET = "old-secret_0"
FLAT = samples.text()
TEXT = json.dumps(FLAT).encode()
JSON = {"Content-Type": "application/json"}
LET_IN = JSON | {SECRET_HEADER: SECRET}


@pytest.fixture
def webhook(ear: Ear) -> ZaloBotWebhook:
    return ZaloBotWebhook(ACCOUNT, [OLD_SECRET, SECRET], ear.hear, lambda: NOON)


@pytest.fixture
async def url(webhook: ZaloBotWebhook) -> AsyncIterator[str]:
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


@pytest.mark.parametrize("wrapped", [False, True], ids=["flat", "wrapped"])
async def test_an_authentic_update_is_heard_and_answered_with_nothing(
    client: aiohttp.ClientSession, url: str, ear: Ear, wrapped: bool
) -> None:
    sent = {"ok": True, "result": FLAT} if wrapped else FLAT

    assert await post(client, url, json.dumps(sent)) == (200, b"")
    assert isinstance(ear.heard[0].event, Said)
    assert (ear.heard[0].account, ear.heard[0].address) == (ACCOUNT, samples.PERSON)
    assert ear.heard[0].event.at.heard == NOON
    assert not ear.heard[0].answerable


async def test_several_updates_in_one_body_are_all_heard_in_their_order(
    client: aiohttp.ClientSession, url: str, ear: Ear
) -> None:
    several = [samples.text(word, message_id=word) for word in ("a", "b", "c")]

    assert await post(client, url, json.dumps({"ok": True, "result": several})) == (200, b"")
    assert [one.event.text for one in ear.heard if isinstance(one.event, Said)] == ["a", "b", "c"]


@pytest.mark.parametrize("secret", [SECRET, OLD_SECRET])
async def test_two_secrets_are_good_at_a_time(
    client: aiohttp.ClientSession, url: str, secret: str
) -> None:
    assert await post(client, url, **{SECRET_HEADER: secret}) == (200, b"")


@pytest.mark.parametrize(
    "secret", ["", "new-secret_", "new-secret_12", f"{OLD_SECRET},{SECRET}", "ă", "NEW-SECRET_1"]
)
async def test_any_other_secret_is_refused_without_a_word(
    client: aiohttp.ClientSession, url: str, ear: Ear, webhook: ZaloBotWebhook, secret: str
) -> None:
    assert await post(client, url, **{SECRET_HEADER: secret}) == (403, b"")
    assert not ear.heard
    assert webhook.counts == {"refused 403": 1}


async def test_no_secret_is_refused(client: aiohttp.ClientSession, url: str) -> None:
    async with client.post(url, data=TEXT, headers=JSON) as response:
        assert (response.status, await response.read()) == (403, b"")


@pytest.mark.parametrize("headers", [{}, JSON, LET_IN], ids=["bare", "typed", "with the secret"])
async def test_a_look_with_an_empty_body_is_welcome_and_changes_nothing(
    client: aiohttp.ClientSession,
    url: str,
    ear: Ear,
    webhook: ZaloBotWebhook,
    headers: dict[str, str],
) -> None:
    async with client.post(url, headers=headers) as response:
        assert (response.status, await response.read()) == (200, b"")
    assert not ear.heard
    assert webhook.counts == {"probe": 1}


@pytest.mark.parametrize("empty", ["{}", '{"ok":true}', '{"ok":true,"result":null}'])
async def test_an_authentic_body_with_nothing_in_it_is_welcome(
    client: aiohttp.ClientSession, url: str, ear: Ear, empty: str
) -> None:
    assert await post(client, url, empty) == (200, b"")
    assert not ear.heard


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
    assert (await raw(url, f"{HEAD}\nTransfer-Encoding: chunked")).split()[1] == b"403"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/json;charset=UTF-8"}, 200),
        ({"Content-Encoding": "gzip"}, 415),
    ],
)
async def test_only_json_as_it_is_is_read(
    client: aiohttp.ClientSession, url: str, headers: dict[str, str], status: int
) -> None:
    data = gzip.compress(TEXT) if "Content-Encoding" in headers else TEXT

    assert (await post(client, url, data, **headers))[0] == status


async def test_a_body_too_long_is_refused_by_its_length_alone(url: str) -> None:
    head = f"{HEAD}\n{SECRET_HEADER}: {SECRET}\nContent-Length: {body.MAX_BODY + 1}"

    assert (await raw(url, head)).split()[1] == b"413"


async def test_a_body_too_slow_is_given_up(
    url: str, monkeypatch: pytest.MonkeyPatch, ear: Ear
) -> None:
    monkeypatch.setattr(body, "PATIENCE", 0.2)
    head = f"{HEAD}\n{SECRET_HEADER}: {SECRET}\nContent-Length: 500"

    assert (await raw(url, head, b'{"event_name"')).split()[1] == b"408"
    assert not ear.heard


NOT_AN_OBJECT = {
    "blanks": b"  ",
    "null": b"null",
    "a list": b"[]",
    "the beginning of one": TEXT[:-3],
    "one and a bit": TEXT + b"}",
    "bytes that are no letters": TEXT.replace(b"Xin", b"\xff\xfe"),
    "a key twice": b'{"event_name":"x","event_name":"y"}',
    "not a number": b'{"event_name":NaN}',
    "a number of 5,000 digits": b'{"message":{"date":' + b"9" * 5000 + b"}}",
    "a deep object": b'{"result":' * 100_000,
}


@pytest.mark.parametrize("name", NOT_AN_OBJECT)
async def test_what_is_no_json_object_is_refused(
    client: aiohttp.ClientSession, url: str, ear: Ear, name: str
) -> None:
    assert await post(client, url, NOT_AN_OBJECT[name]) == (400, b"")
    assert not ear.heard


@pytest.mark.parametrize("name", samples.IGNORED)
async def test_what_is_not_for_us_is_counted_and_answered_like_the_rest(
    client: aiohttp.ClientSession, url: str, ear: Ear, webhook: ZaloBotWebhook, name: str
) -> None:
    sample, ignored = samples.IGNORED[name]

    assert await post(client, url, json.dumps(sample)) == (200, b"")
    assert not ear.heard
    assert webhook.counts == {f"ignored {ignored.kind}": 1}


async def test_what_was_not_stored_is_to_come_again(
    client: aiohttp.ClientSession, url: str, ear: Ear
) -> None:
    ear.deaf = 1
    async with client.post(url, data=TEXT, headers=LET_IN) as response:
        assert (response.status, await response.read()) == (503, b"")
        assert int(response.headers["Retry-After"]) > 0

    assert await post(client, url) == (200, b"")
    assert len(ear.heard) == 1


async def test_an_event_that_breaks_us_is_to_come_again_and_said_in_the_log(
    client: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture
) -> None:
    async def break_down(incoming: Incoming) -> None:
        raise LookupError("our mistake")

    webhook = ZaloBotWebhook(ACCOUNT, [SECRET], break_down, lambda: NOON)
    async with serving(webhook) as url:
        assert await post(client, url) == (503, b"")

    assert "our mistake" in caplog.text
    assert "Xin" not in caplog.text


@pytest.mark.parametrize("secrets", [[], [""], ["x", ""]])
def test_no_webhook_goes_without_a_secret(secrets: list[str]) -> None:
    with pytest.raises(ValueError, match="secret"):
        ZaloBotWebhook(ACCOUNT, secrets, Ear().hear, lambda: NOON)


async def test_no_word_of_a_person_is_logged(
    client: aiohttp.ClientSession, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    said = samples.text("số của tôi là 0912345678", **{"from": {"id": "a1", "display_name": "Mỷ"}})

    assert (await post(client, url, json.dumps(said)))[0] == 200
    assert "Mỷ" not in caplog.text
    assert "0912345678" not in caplog.text
