"""The probe of the address, and whatever else comes unsigned."""

from __future__ import annotations

import aiohttp
import pytest

from bot.channels.zalo_oa_webhook import SIGNATURE_HEADER, ZaloWebhook
from tests.channels.by_hand import raw
from tests.fakes.zalo_server import FakeZalo, ProbeRefused
from tests.zalo_oa.serving import JSON, Ear, mac_of, serving, webhook
from tests.zalo_oa.webhook.posting import HEAD, TEXT, post


@pytest.mark.parametrize("data", [b"", b"{}", b" {} \n"])
@pytest.mark.parametrize("headers", [JSON, {}, {"Content-Type": "text/plain"}])
async def test_the_probe_of_the_address_is_answered(
    client: aiohttp.ClientSession,
    url: str,
    ear: Ear,
    hook: ZaloWebhook,
    data: bytes,
    headers: dict[str, str],
) -> None:
    async with client.post(url, data=data, headers=headers) as response:
        assert (response.status, await response.read()) == (200, b"")
    assert not ear.heard
    assert hook.counts == {"probe": 1}


@pytest.mark.parametrize("data", [TEXT, b"[]", b"{} {}", b'{"a":1}', b"null", b"x"])
async def test_nothing_else_comes_in_unsigned(
    client: aiohttp.ClientSession, url: str, ear: Ear, data: bytes
) -> None:
    async with client.post(url, data=data, headers=JSON) as response:
        assert (response.status, await response.read()) == (403, b"")
    assert not ear.heard


async def test_an_unsigned_body_is_not_waited_for(url: str) -> None:
    assert (await raw(url, f"{HEAD}\nContent-Length: 9000")).split()[1] == b"403"


async def test_a_signature_that_is_none_is_looked_at_before_the_body_is_read(url: str) -> None:
    head = f"{HEAD}\n{SIGNATURE_HEADER}: mac=1\nContent-Length: 9000"

    assert (await raw(url, head)).split()[1] == b"403"


async def test_before_the_secret_is_known_the_probe_is_answered_and_nothing_is_heard(
    client: aiohttp.ClientSession, ear: Ear
) -> None:
    async with serving(webhook(ear, secrets=["", ""])) as url:
        assert await post(client, url, mac=mac_of(TEXT, "")) == (403, b"")
        async with client.post(url, data=b"{}", headers=JSON) as response:
            assert response.status == 200
    assert not ear.heard


async def test_the_address_can_be_saved_in_zalo_s_console(zalo: FakeZalo, url: str) -> None:
    await zalo.point(url)

    with pytest.raises(ProbeRefused):
        await zalo.point(url.replace("zalo", "elsewhere"))
