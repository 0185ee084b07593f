"""Which bodies are read, and which are not waited for."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.channels import body
from bot.channels.zalo_oa_webhook import signature
from tests.channels.by_hand import NOT_AN_OBJECT, raw
from tests.fakes.zalo_server import APP_ID, OA_SECRET
from tests.zalo_oa.serving import JSON, Ear, headed
from tests.zalo_oa.webhook.posting import MAC, SIGNED_HEAD, TEXT, post


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

    assert (await post(client, url, data, MAC, **headers))[0] == status


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
async def test_only_post_is_answered(client: aiohttp.ClientSession, url: str, method: str) -> None:
    async with client.request(method, url, data=TEXT, headers=headed(MAC)) as response:
        assert response.status == 405


async def test_a_body_too_long_is_refused_by_its_length_alone(url: str) -> None:
    head = f"{SIGNED_HEAD}\nContent-Length: {body.MAX_BODY + 1}"

    assert (await raw(url, head)).split()[1] == b"413"


@pytest.mark.parametrize("headers", [headed(MAC), JSON])
async def test_a_body_of_no_length_is_refused_once_it_is_too_long(
    client: aiohttp.ClientSession, url: str, ear: Ear, headers: dict[str, str]
) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b" " * 65_536

    async with client.post(url, data=chunks(), headers=headers) as response:
        assert response.status == 413
    assert not ear.heard


async def test_a_body_too_slow_is_given_up(
    url: str, monkeypatch: pytest.MonkeyPatch, ear: Ear
) -> None:
    monkeypatch.setattr(body, "PATIENCE", 0.2)

    assert (await raw(url, f"{SIGNED_HEAD}\nContent-Length: 500", b"{")).split()[1] == b"408"
    assert not ear.heard


@pytest.mark.parametrize("name", NOT_AN_OBJECT)
async def test_what_is_no_json_object_is_refused(
    client: aiohttp.ClientSession, url: str, ear: Ear, name: str
) -> None:
    data = NOT_AN_OBJECT[name]

    assert await post(client, url, data, mac=signature(APP_ID, data, "", OA_SECRET)) == (400, b"")
    assert not ear.heard
