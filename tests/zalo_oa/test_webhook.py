"""The address that Zalo calls: who is let in, what is answered, what happens when it fails."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import hmac
import json
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.channels import body
from bot.channels.base import Incoming
from bot.channels.zalo_oa_webhook import PATH, SIGNATURE_HEADER, ZaloWebhook, signature
from handlers.events import Chose, Followed, Left, Said, SentMedia, SharedPhone
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_server import APP_ID, APP_SECRET, OA_SECRET, FakeZalo, ProbeRefused
from tests.telegram.test_webhook import NOT_AN_OBJECT, raw
from tests.zalo_oa import samples
from tests.zalo_oa.samples import MAI, Json, sent
from tests.zalo_oa.serving import (
    ACCOUNT,
    JSON,
    Ear,
    Notebook,
    headed,
    mac_of,
    serving,
    signed,
    webhook,
)

OLD_SECRET = "an-older-secret"
TEXT, MAC = signed(samples.HEARD["a text"][0])
HEAD = f"POST {PATH} HTTP/1.1\nHost: x\nContent-Type: application/json"
SIGNED_HEAD = f"{HEAD}\n{SIGNATURE_HEADER}: mac={'0' * 64}"


@pytest.fixture
def hook(ear: Ear, notebook: Notebook) -> ZaloWebhook:
    return webhook(ear, notebook, [OA_SECRET, OLD_SECRET])


@pytest.fixture
async def url(hook: ZaloWebhook) -> AsyncIterator[str]:
    async with serving(hook) as address:
        yield address


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def post(
    client: aiohttp.ClientSession, url: str, data: Any = TEXT, mac: str = "", **headers: str
) -> tuple[int, bytes]:
    """Post a body, rightly signed unless told otherwise."""
    head = headed(mac or mac_of(data)) | headers
    async with client.post(url, data=data, headers=head) as response:
        return response.status, await response.read()


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


# The probe, and whatever else comes unsigned.


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


# Bodies.


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


# What it is answered.


@pytest.mark.parametrize("name", samples.IGNORED)
async def test_what_is_not_for_us_is_counted_and_answered_like_the_rest(
    client: aiohttp.ClientSession, url: str, ear: Ear, hook: ZaloWebhook, name: str
) -> None:
    """Anything but 200 is brought again, and in the end switches the webhook off."""
    one, kind = samples.IGNORED[name]

    assert await post(client, url, json.dumps(one).encode()) == (200, b"")
    assert not ear.heard
    assert hook.counts == {f"ignored {kind}": 1}


NOTES: list[tuple[str, tuple[object, ...]]] = [
    ("an echo of ours", ("echo", MAI, "o-1/oa_send_text", False)),
    ("an echo of somebody in the console", ("echo", MAI, "o-1/oa_send_image", True)),
    ("a receipt", ("arrived", MAI, "o-1")),
    ("a look", ("seen", MAI, "o-1", "o-2")),
]


@pytest.mark.parametrize(("name", "note"), NOTES)
async def test_what_nobody_said_is_reported_and_starts_no_turn(
    client: aiohttp.ClientSession,
    url: str,
    ear: Ear,
    notebook: Notebook,
    name: str,
    note: tuple[object, ...],
) -> None:
    data, mac = signed(samples.REPORTED[name][0])
    notebook.full = 1

    assert await post(client, url, data, mac) == (503, b"")
    assert await post(client, url, data, mac) == (200, b"")

    assert notebook.notes == [note]
    assert not ear.heard


async def test_what_was_not_stored_is_to_come_again(
    client: aiohttp.ClientSession, url: str, ear: Ear, caplog: pytest.LogCaptureFixture
) -> None:
    ear.deaf = 1
    async with client.post(url, data=TEXT, headers=headed(MAC)) as response:
        assert (response.status, await response.read()) == (503, b"")
        assert int(response.headers["Retry-After"]) > 0

    assert await post(client, url) == (200, b"")
    assert len(ear.heard) == 1
    assert not caplog.messages


async def test_an_event_that_breaks_us_is_to_come_again_and_said_in_the_log(
    client: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(Ear):
        async def hear(self, incoming: Incoming) -> None:
            raise LookupError("our mistake")

    async with serving(webhook(Broken())) as url:
        assert await post(client, url) == (503, b"")

    assert "our mistake" in caplog.text
    assert "Tám" not in caplog.text


async def test_photos_sent_together_come_again_until_each_was_stored(
    client: aiohttp.ClientSession, url: str, ear: Ear
) -> None:
    photos = [samples.attached("image", url=f"https://f1.zdn.vn/{number}") for number in "ab"]
    data, mac = signed(sent("user_send_image", *photos))
    assert await post(client, url, data, mac) == (200, b"")
    ear.deaf = 1

    assert await post(client, url, data, mac) == (503, b"")
    assert await post(client, url, data, mac) == (200, b"")

    keys = [incoming.update_key for incoming in ear.heard]
    first, second = "m-1/user_send_image", "m-1/user_send_image/1"
    assert keys == [first, second, second, first, second]


# The order of what comes together.


class Gate:
    """An ear that holds everything until it has been given so much."""

    def __init__(self, count: int) -> None:
        self.heard: list[Incoming] = []
        self._count = count
        self._all = asyncio.Event()

    async def hear(self, incoming: Incoming) -> None:
        self.heard.append(incoming)
        if len(self.heard) == self._count:
            self._all.set()
        await asyncio.wait_for(self._all.wait(), 10)


async def test_events_of_one_person_that_arrive_together_are_heard_as_they_happened() -> None:
    """Also when others speak meanwhile; and nobody waits for anybody else's turn to be heard."""
    gate = Gate(10)
    start = datetime.now(UTC) - timedelta(minutes=5)
    many = [
        sent("user_send_text", text=f"{number}", msg_id=f"{person}-{number}")
        | {
            "sender": {"id": person},
            "timestamp": str(int((start + timedelta(seconds=number)).timestamp() * 1000)),
        }
        for number in (3, 1, 4, 0, 2)
        for person in ("1", "2")
    ]
    async with serving(webhook(gate)) as url:
        port = int(url.split(":")[2].split("/", maxsplit=1)[0])
        lines = [await asyncio.open_connection("127.0.0.1", port) for _ in many]
        for (_, writer), one in zip(lines, many, strict=True):
            writer.write(request(one))
        answers = [await asyncio.wait_for(reader.readline(), 10) for reader, _ in lines]
        for _, writer in lines:
            writer.close()
            await writer.wait_closed()

    assert {answer.split()[1] for answer in answers} == {b"200"}
    for person in ("1", "2"):
        said = [one.event for one in gate.heard if one.address == person]
        assert [event.text for event in said if isinstance(event, Said)] == list("01234")


def request(one: Json) -> bytes:
    data, mac = signed(one)
    head = f"{HEAD}\n{SIGNATURE_HEADER}: mac={mac}\nContent-Length: {len(data)}\n\n"
    return head.replace("\n", "\r\n").encode() + data


# With Zalo at the other end.


@pytest.fixture
async def pointed(zalo: FakeZalo, url: str) -> FakeZalo:
    """Zalo, told where the webhook is."""
    await zalo.point(url)
    return zalo


async def test_what_people_do_is_heard(pointed: FakeZalo, ear: Ear) -> None:
    phone = pointed.phone()
    acts: list[tuple[Any, type]] = [
        (phone.starts, Followed),
        (lambda: phone.says("Đăng ký"), Said),
        (lambda: phone.forges("#go/back"), Chose),
        (phone.shares_contact, SharedPhone),
        (lambda: phone.shares_contact(old=True), SharedPhone),
        (lambda: phone.sends_photo(b"jpeg", "chè"), SentMedia),
        (lambda: phone.sends_document(b"%PDF-", "a.pdf", "application/pdf"), SentMedia),
        (phone.clicks_chat, Followed),
        (phone.unfollows, Left),
    ]
    for act, _ in acts:
        act()
    await pointed.delivery.settled()

    assert [type(one.event) for one in ear.heard] == [kind for _, kind in acts]
    assert {one.address for one in ear.heard} == {phone.id}
    assert len({one.update_key for one in ear.heard}) == len(acts)


@pytest.mark.parametrize(("escaped", "bare"), [(True, False), (False, True)])
async def test_zalo_may_write_and_sign_as_it_likes(
    pointed: FakeZalo, ear: Ear, escaped: bool, bare: bool
) -> None:
    pointed.rules.escaped, pointed.rules.bare_mac = escaped, bare

    pointed.phone().says("Xã Lùng Tám")
    await pointed.delivery.settled()

    (incoming,) = ear.heard
    assert isinstance(incoming.event, Said)
    assert incoming.event.text == "Xã Lùng Tám"


async def test_every_event_that_zalo_has_is_answered_200(
    pointed: FakeZalo, hook: ZaloWebhook, caplog: pytest.LogCaptureFixture
) -> None:
    pointed.tell_everything(pointed.phone())
    await pointed.delivery.settled()

    assert {one.status for one in pointed.delivery.tries} == {200}
    assert not [kind for kind in hook.counts if kind.startswith("refused")]
    assert not caplog.records


async def test_a_person_in_the_console_is_told_from_us(
    pointed: FakeZalo, ear: Ear, notebook: Notebook
) -> None:
    phone = pointed.phone()

    pointed.staff_says(phone, "Chào anh")
    await pointed.delivery.settled()

    name = phone.bubbles[0].message_id
    assert ("echo", phone.id, f"{name}/oa_send_text", True) in notebook.notes
    assert not ear.heard


async def test_an_event_that_is_brought_again_has_the_same_key(pointed: FakeZalo, ear: Ear) -> None:
    pointed.delivery.doubled = True
    phone: Phone = pointed.phone()

    phone.starts()
    phone.says("Một")
    phone.blocks()
    await pointed.delivery.settled()

    assert len(ear.heard) == 6
    assert len({incoming.update_key for incoming in ear.heard}) == 3


async def test_a_wrong_secret_is_seen_by_zalo_as_a_refusal(zalo: FakeZalo, ear: Ear) -> None:
    async with serving(webhook(ear, secrets=["wrong"])) as url:
        await zalo.point(url)
        zalo.phone().starts()
        await zalo.delivery.settled()

    assert [one.status for one in zalo.delivery.tries] == [200, 403]
    assert not ear.heard


async def test_no_word_of_a_person_is_logged(
    pointed: FakeZalo, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    phone = pointed.phone(name="Tráng Thị Mỷ")

    phone.says("số của tôi là 0912345678")
    phone.shares_contact("84912345678")
    await pointed.delivery.settled()

    assert "Mỷ" not in caplog.text
    assert "912345678" not in caplog.text
