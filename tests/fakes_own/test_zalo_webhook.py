"""The made-up Zalo brings events as the real one does: signed, again after a failure, and off."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.fakes.zalo_clock import Clock
from tests.fakes.zalo_server import FakeZalo, ProbeRefused
from tests.fakes.zalo_wire import mac
from tests.fakes_own.hands import CS, MONDAY_NOON, Hook, OpenApi

APP, SECRET = "1234567890123456789", "OaSecretExample123"
PLAIN = (
    '{"app_id":"1234567890123456789","sender":{"id":"111"},"recipient":{"id":"999"},'
    '"event_name":"user_send_text","message":{"text":"Đăng ký","msg_id":"abc"},'
    '"timestamp":"1790000000000"}'
)
ESCAPED = PLAIN.replace("Đăng ký", "\\u0110\\u0103ng k\\u00fd")
SCHEDULE = [30, 300, 900, 1800, 3600]


@pytest.fixture
async def zalo(hook: Hook) -> AsyncIterator[FakeZalo]:
    """Without echoes and receipts; its events go to the hook."""
    async with FakeZalo(clock=Clock(MONDAY_NOON), echoes=False, receipts=False) as server:
        await server.point(hook.url, probe=False)
        yield server


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (PLAIN, "292cd4ad1135002b48864ba5ef6bcbc90aa60283481e8768f4292840044c5e84"),
        (ESCAPED, "e16addf292aa53231277067f4744a7174168b9a7f89af184d3e659f0d2a6f2a5"),
    ],
    ids=["plain", "escaped"],
)
def test_the_signatures_of_the_manual(body: str, expected: str) -> None:
    assert mac(APP, body.encode(), "1790000000000", SECRET) == expected


@pytest.mark.parametrize("escaped", [False, True])
async def test_an_event_is_signed_as_it_is_written(
    zalo: FakeZalo, hook: Hook, escaped: bool
) -> None:
    zalo.rules.escaped = escaped
    zalo.phone().says("Đăng ký")
    await hook.has(1)

    headers, raw = hook.came[0]
    event = json.loads(raw)
    signed = zalo.app_id.encode() + raw + event["timestamp"].encode() + zalo.oa_secret.encode()
    assert headers["X-ZEvent-Signature"] == f"mac={hashlib.sha256(signed).hexdigest()}"
    assert ("Đăng ký".encode() in raw) != escaped
    zalo.rules.bare_mac = True
    zalo.phone().says("x")
    await hook.has(2)
    assert len(hook.came[1][0]["X-ZEvent-Signature"]) == 64


async def test_an_address_is_saved_only_if_it_answers_an_unsigned_probe(hook: Hook) -> None:
    async with FakeZalo() as zalo:
        hook.answers = [401, 200]
        with pytest.raises(ProbeRefused):
            await zalo.point(hook.url)
        zalo.phone().says("nobody hears this")
        await zalo.point(hook.url)
        zalo.phone().says("một")
        await hook.has(3)

    assert [raw for _, raw in hook.came[:2]] == [b"{}", b"{}"]
    assert not any("X-ZEvent-Signature" in headers for headers, _ in hook.came[:2])
    assert hook.texts == ["một"]


async def test_what_a_text_says_of_itself(zalo: FakeZalo, hook: Hook) -> None:
    phone = zalo.phone()
    number = phone.says("một", quote_msg_id="0")
    await hook.has(1)

    assert hook.bodies == [
        {
            "event_name": "user_send_text",
            "app_id": zalo.app_id,
            "timestamp": str(int(MONDAY_NOON * 1000)),
            "sender": {"id": phone.id},
            "recipient": {"id": zalo.oa_id},
            "user_id_by_app": phone.person.by_app,
            "message": {"msg_id": number, "text": "một", "quote_msg_id": "0"},
        }
    ]


async def test_a_failure_is_repeated_by_the_schedule_and_then_all_is_off(
    zalo: FakeZalo, hook: Hook
) -> None:
    hook.answers = [503, 500, 404, 302, 201, 204]
    zalo.phone().says("một")
    await hook.has(1)
    for count, rest in enumerate(SCHEDULE, 2):
        await zalo.delivery.settled()
        zalo.clock.advance(rest - 1)
        await zalo.delivery.settled()
        assert len(hook.came) == count - 1
        zalo.clock.advance(1)
        await hook.has(count)

    assert [headers.get("num_retry") for headers, _ in hook.came] == [None, *"12345"]
    assert len({raw for _, raw in hook.came}) == 1
    await zalo.delivery.settled()
    assert not zalo.delivery.on
    zalo.phone().says("hai")
    assert set(hook.texts) == {"một"}
    await zalo.point(hook.url)
    zalo.phone().says("ba")
    await zalo.delivery.settled()
    assert hook.texts[-1] == "ba"


async def test_nothing_is_repeated_once_it_was_taken(zalo: FakeZalo, hook: Hook) -> None:
    hook.answers = [503, 200]
    zalo.phone().says("một")
    await hook.has(1)
    await zalo.delivery.settled()
    zalo.clock.advance(30)
    await hook.has(2)
    await zalo.delivery.settled()

    zalo.clock.advance(24 * 3600)

    await zalo.delivery.settled()
    assert (zalo.delivery.resting, len(hook.came)) == (0, 2)


async def test_what_failed_does_not_hold_up_what_comes_after(zalo: FakeZalo, hook: Hook) -> None:
    hook.answers = [503]
    phone = zalo.phone()
    phone.says("một")
    phone.says("hai")
    await hook.has(2)
    await zalo.delivery.settled()
    zalo.clock.advance(30)
    await hook.has(3)

    assert hook.texts == ["một", "hai", "một"]


async def test_one_person_waits_for_the_answer_and_others_do_not(
    zalo: FakeZalo, hook: Hook
) -> None:
    hook.free.clear()
    mai, lan = zalo.phone(), zalo.phone()
    mai.says("Mai 1")
    mai.says("Mai 2")
    lan.says("Lan 1")
    await hook.has(2)
    assert {*hook.texts} == {"Mai 1", "Lan 1"}

    hook.free.set()
    await zalo.delivery.settled()
    assert hook.texts[2:] == ["Mai 2"]


async def test_nobody_at_home_and_an_answer_that_is_late_are_failures(
    zalo: FakeZalo, hook: Hook
) -> None:
    async def asleep(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(asleep, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    usual, zalo.delivery.patience = zalo.delivery.patience, 0.05
    await zalo.point(f"http://127.0.0.1:{port}/", probe=False)
    zalo.phone().says("một")
    await zalo.delivery.settled()
    server.close()
    zalo.delivery.patience = usual
    await zalo.point(hook.url, probe=False)
    zalo.clock.advance(30)
    await zalo.delivery.settled()

    assert [(one.retry, one.status) for one in zalo.delivery.tries] == [(0, 0), (1, 200)]


async def test_events_may_be_doubled_held_and_turned_around(zalo: FakeZalo, hook: Hook) -> None:
    phone = zalo.phone()
    zalo.delivery.doubled = True
    phone.says("một")
    await hook.has(2)
    zalo.delivery.doubled = False
    zalo.repeat()
    await hook.has(3)
    assert len({raw for _, raw in hook.came}) == 1

    zalo.delivery.hold()
    phone.says("hai")
    phone.says("ba")
    await zalo.delivery.settled()
    assert len(hook.came) == 3
    zalo.delivery.release(backwards=True)
    await hook.has(5)
    assert hook.texts[3:] == ["ba", "hai"]
    times = [body["timestamp"] for body in hook.bodies]
    assert times[0] < times[4] < times[3]


async def test_what_the_oa_sends_comes_back_as_an_echo_and_a_receipt(
    zalo: FakeZalo, http: aiohttp.ClientSession, hook: Hook
) -> None:
    zalo.sending.echoes = zalo.sending.receipts = True
    phone, api = zalo.phone(), OpenApi(zalo, http)
    phone.starts()
    _, sent = await api.post(CS, recipient={"user_id": phone.id}, message={"text": "Chào"})
    zalo.staff_says(phone, "Tôi là cán bộ")
    phone.sees()
    await hook.has(6)

    _, echo, receipt, human, _, seen = hook.bodies
    both = {"sender": {"id": zalo.oa_id}, "recipient": {"id": phone.id}}
    assert {key: echo[key] for key in both} == {key: receipt[key] for key in both} == both
    assert echo["message"] == {"msg_id": sent["message_id"], "text": "Chào"}
    assert receipt["message"] == {"msg_id": sent["message_id"]}
    assert human["sender"] == {"id": zalo.oa_id, "admin_id": "5550001"}
    assert seen["message"]["msg_ids"] == [one.message_id for one in phone.bubbles]
    assert hook.names == [
        "follow",
        "oa_send_text",
        "user_received_message",
        "oa_send_text",
        "user_received_message",
        "user_seen_message",
    ]


@pytest.mark.parametrize(
    ("message", "name"),
    [
        (
            {"type": "template", "payload": {"buttons": [
                {"title": "x", "type": "oa.query.hide", "payload": "#x"}
            ]}},
            "oa_send_template",
        ),
        (
            {"type": "template", "payload": {"template_type": "media", "elements": [
                {"media_type": "image", "url": "https://example.org"}
            ]}},
            "oa_send_image",
        ),
    ],
)  # fmt: skip
async def test_the_name_of_an_echo(
    zalo: FakeZalo, http: aiohttp.ClientSession, hook: Hook, message: Any, name: str
) -> None:
    zalo.sending.echoes = True
    phone, api = zalo.phone(), OpenApi(zalo, http)
    phone.starts()

    assert await api.say(phone.id, attachment=message) == 0

    await hook.has(2)
    assert hook.names[1] == name


async def test_every_event_there_is(zalo: FakeZalo, hook: Hook) -> None:
    zalo.tell_everything(zalo.phone())
    await zalo.delivery.settled()

    assert len(set(hook.names)) >= 60
    assert {"user_submit_info", "oa_send_list", "user_withdraw", "shop_has_order"} <= {*hook.names}
    assert len({body["timestamp"] for body in hook.bodies}) == len(hook.bodies)


async def test_what_a_person_does_with_the_phone(zalo: FakeZalo, hook: Hook) -> None:
    phone = zalo.phone()
    phone.clicks_chat()
    phone.starts("message_invite")
    phone.sends("location")
    phone.shares_contact("84912000111", address="Lùng Tám")
    phone.shares_contact("84912000111", old=True)
    phone.withdraws()
    phone.unfollows()
    phone.blocks()
    phone.says("tôi đây")
    phone.shares_contact("84912000222", own=False)
    await zalo.delivery.settled()

    *_, card = hook.bodies
    (attachment,) = card["message"]["attachments"]
    assert "84912000222" in attachment["payload"]["description"]
    chat, follow, location, new, old, withdraw, *_ = hook.bodies
    assert hook.names[6:] == [
        "unfollow",
        "unfollow",
        "follow",
        "user_send_text",
        "user_send_business_card",
    ]
    assert (chat["user_id"], withdraw["user_id"]) == (phone.id, phone.id)
    assert (follow["follower"], follow["source"]) == ({"id": phone.id}, "message_invite")
    assert "sender" not in follow
    (attachment,) = location["message"]["attachments"]
    assert attachment["payload"]["coordinates"]["latitude"] == "21.823"
    assert (
        new["info"] | {"name": "Mai", "phone": "84912000111", "address": "Lùng Tám"} == new["info"]
    )
    assert ("full_address" in new["info"], "district" in old["info"]) == (True, True)


async def test_a_console_may_let_through_only_what_begins_with_its_sign(
    zalo: FakeZalo, hook: Hook
) -> None:
    zalo.rules.syntax_filter = True
    phone = zalo.phone()
    phone.says("một")
    phone.says("#hai")
    phone.sends("sticker")
    await zalo.delivery.settled()

    assert hook.names == ["user_send_text", "user_send_sticker"]
    assert hook.bodies[0]["message"]["text"] == "#hai"


async def test_what_a_person_sends_can_be_fetched(
    zalo: FakeZalo, http: aiohttp.ClientSession, hook: Hook
) -> None:
    phone = zalo.phone()
    phone.sends_photo(b"photo", "chè")
    phone.sends_document(b"paper", "a.pdf", "application/pdf", size=7)
    await hook.has(2)

    payloads = [body["message"]["attachments"][0]["payload"] for body in hook.bodies]
    contents = []
    for payload in payloads:
        async with http.get(payload["url"]) as response:
            contents.append(await response.read())
    assert contents == [b"photo", b"paper"]
    assert hook.bodies[0]["message"]["text"] == "chè"
    assert payloads[1] | {"size": "7", "name": "a.pdf"} == payloads[1]
    assert payloads[1]["checksum"] == hashlib.md5(b"paper").hexdigest()


async def test_buttons_lines_and_words_are_chosen_by_what_they_say(
    zalo: FakeZalo, http: aiohttp.ClientSession, hook: Hook
) -> None:
    phone, api = zalo.phone(), OpenApi(zalo, http)
    phone.starts()
    buttons = [
        {"title": "Một", "type": "oa.query.show", "payload": "#1"},
        {"title": "Trang", "type": "oa.open.url", "payload": {"url": "https://example.org"}},
    ]
    attachment = {"type": "template", "payload": {"buttons": buttons}}
    await api.say(phone.id, "Xã?\n\n1. Lùng Tám\n2. Mèo Vạc\n\n← Sửa · ☎ Cán bộ")
    await api.say(phone.id, "Gì?", attachment=attachment)
    menu, asked = phone.read_already()
    for label in ("Một", "Trang", "Mèo Vạc", "☎ Cán bộ"):
        phone.taps(label)
    phone.taps("Lùng Tám", menu)
    with pytest.raises(AssertionError, match="nothing reads"):
        phone.taps("Lùng Tám", asked)
    await hook.has(5)

    assert menu.labels == ["Lùng Tám", "Mèo Vạc", "← Sửa", "☎ Cán bộ"]
    assert asked.labels == ["Một", "Trang"]
    assert [body["message"]["text"] for body in hook.bodies[1:]] == ["#1", "2", "☎ Cán bộ", "1"]
