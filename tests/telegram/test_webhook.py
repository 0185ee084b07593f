"""The address that Telegram calls: who is let in, what is read, what happens when it fails."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.channels import body
from bot.channels.base import Incoming
from bot.channels.telegram import Telegram
from bot.channels.telegram_webhook import PATH, SECRET_HEADER, TelegramWebhook
from handlers.events import Said
from tests.channels.by_hand import NOT_AN_OBJECT, raw
from tests.telegram import samples
from tests.telegram.posting import JSON, LET_IN, OLD_SECRET, SECRET, TEXT, post
from tests.telegram.serving import NOON, Ear, serving


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
