"""Who is let in: what Zalo signed, with a secret that we know."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import aiohttp
import pytest

from bot.channels.zalo_oa_webhook import SIGNATURE_HEADER, ZaloWebhook, signature
from handlers.events import Said
from tests.channels.by_hand import raw
from tests.fakes.zalo_server import APP_ID, APP_SECRET, OA_SECRET
from tests.zalo_oa import samples
from tests.zalo_oa.samples import MAI, sent
from tests.zalo_oa.serving import ACCOUNT, Ear, mac_of, signed
from tests.zalo_oa.webhook.posting import HEAD, MAC, OLD_SECRET, TEXT, post

SAID = (
    '{"app_id":"1234567890123456789","sender":{"id":"111"},"recipient":{"id":"999"},'
    '"event_name":"user_send_text","message":{"text":"%s","msg_id":"abc"},'
    '"timestamp":"1790000000000"}'
)

FOLLOWED = (
    '{"event_name":"follow","app_id":"1234567890123456789","oa_id":"999",'
    '"follower":{"id":"111"},"user_id_by_app":"222","source":"oa_profile",'
    '"timestamp":"1790000000000"}'
)

WORKED = [
    (SAID % "Đăng ký", "292cd4ad1135002b48864ba5ef6bcbc90aa60283481e8768f4292840044c5e84"),
    (
        SAID % r"\u0110\u0103ng k\u00fd",
        "e16addf292aa53231277067f4744a7174168b9a7f89af184d3e659f0d2a6f2a5",
    ),
    (FOLLOWED, "3c431bbe6428711d132a3c23de9c89063396b381e1a0c6dd56deb1d3726eae13"),
]


@pytest.mark.parametrize(("text", "mac"), WORKED)
def test_the_signature_is_that_of_the_worked_examples(text: str, mac: str) -> None:
    found = signature("1234567890123456789", text.encode(), "1790000000000", "OaSecretExample123")

    assert found == mac


async def test_an_authentic_event_is_heard_and_answered_with_nothing(
    client: aiohttp.ClientSession, url: str, ear: Ear
) -> None:
    assert await post(client, url) == (200, b"")
    (incoming,) = ear.heard
    assert isinstance(incoming.event, Said)
    assert (incoming.account, incoming.address) == (ACCOUNT, MAI)


@pytest.mark.parametrize(
    "header", [f"mac={MAC}", MAC, f"mac={MAC.upper()}", f"MAC={MAC}", f" mac={MAC} "]
)
async def test_a_signature_comes_in_several_dresses(
    client: aiohttp.ClientSession, url: str, header: str
) -> None:
    assert await post(client, url, **{SIGNATURE_HEADER: header}) == (200, b"")


@pytest.mark.parametrize("secret", [OA_SECRET, OLD_SECRET])
async def test_two_secrets_are_good_at_a_time(
    client: aiohttp.ClientSession, url: str, secret: str
) -> None:
    assert await post(client, url, mac=mac_of(TEXT, secret)) == (200, b"")


@pytest.mark.parametrize("stamp", [1795409999124, "1795409999123", "", 0, -1, 10**30])
async def test_a_time_is_signed_as_it_is_written(
    client: aiohttp.ClientSession, url: str, ear: Ear, stamp: Any
) -> None:
    data, mac = signed(sent("user_send_text", text="x") | {"timestamp": stamp})

    assert await post(client, url, data, mac) == (200, b"")
    assert len(ear.heard) == 1


async def test_an_event_without_a_time_is_signed_without_one(
    client: aiohttp.ClientSession, url: str
) -> None:
    one = sent("user_send_text", text="x")
    del one["timestamp"]
    data = json.dumps(one).encode()

    assert await post(client, url, data, signature(APP_ID, data, "", OA_SECRET)) == (200, b"")


STAMP = samples.STAMP

FORGED = {
    "another secret": mac_of(TEXT, "another"),
    "the app's secret": mac_of(TEXT, APP_SECRET),
    "no secret": mac_of(TEXT, ""),
    "another app": mac_of(TEXT, app_id="42"),
    "a keyed hash": hmac.new(OA_SECRET.encode(), TEXT, hashlib.sha256).hexdigest(),
    "without the time": signature(APP_ID, TEXT, "", OA_SECRET),
    "another body": mac_of(TEXT.replace(b"m-1", b"m-2")),
    "one letter short": MAC[:-1],
    "one letter more": f"{MAC}0",
    "no letters of a number": "g" * 64,
    "a name alone": " ",
    "two": f"{MAC},{MAC}",
    "letters of many bytes": "ă",
    "digits of elsewhere": "\u0663" * 64,
}


@pytest.mark.parametrize("name", FORGED)
async def test_a_forged_event_is_refused_without_a_word(
    client: aiohttp.ClientSession, url: str, ear: Ear, hook: ZaloWebhook, name: str
) -> None:
    assert await post(client, url, mac=FORGED[name]) == (403, b"")
    assert not ear.heard
    assert hook.counts == {"refused 403": 1}


@pytest.mark.parametrize("place", range(0, len(TEXT), 7))
async def test_one_changed_byte_makes_it_forged(
    client: aiohttp.ClientSession, url: str, ear: Ear, place: int
) -> None:
    changed = TEXT[:place] + bytes([TEXT[place] ^ 1]) + TEXT[place + 1 :]

    status, said = await post(client, url, changed, MAC)

    assert status in {400, 403}
    assert said == b""
    assert not ear.heard


async def test_the_same_value_written_otherwise_is_forged(
    client: aiohttp.ClientSession, url: str
) -> None:
    assert (await post(client, url, TEXT.replace(b": ", b":"), MAC))[0] == 403


async def test_a_signature_of_any_bytes_is_refused_like_another(url: str) -> None:
    head = f"{HEAD}\n{SIGNATURE_HEADER}: \xff\xfe\xe9\nContent-Length: 2"

    assert (await raw(url, head, b"{}")).split()[1] == b"403"
