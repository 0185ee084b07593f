"""What a send comes to, for everything that Zalo and the net may do to it."""

from __future__ import annotations

import asyncio
import gc
import logging
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels import zalo_request
from bot.channels.base import Down, Later, Receipt, Refused, Sent, Unknown
from bot.channels.zalo_oa import ZaloOA
from bot.channels.zalo_oa_calls import V3
from handlers.effects import Choice, Message
from tests.fakes.zalo_clock import DAY, HOUR
from tests.fakes.zalo_faults import Fault
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_server import OA_ID, FakeZalo
from tests.zalo_oa.messages import ASKED, outgoing
from tests.zalo_oa.serving import ACCOUNT, Purse, fresh

LONG = Message("\n\n".join(letter * 1500 for letter in "abc"), (Choice("Một", "a/1"),))


async def test_a_message_arrives_as_it_was_meant(channel: ZaloOA, phone: Phone) -> None:
    receipt = await channel.send(outgoing(phone.id, ASKED))

    bubble = await phone.reads()
    assert receipt == Sent(bubble.message_id)
    assert (bubble.text, bubble.labels) == ("Sản phẩm gì?", ["Chè", "← Sửa"])


HOSTILE = [
    "<b>đậm</b> &amp; <i",
    "*a* _b_ [c](x) `d`",
    '"}]}, "x": \\u0000',
    "👨‍👩‍👧 🌾 z̴͔̈́ạ̸l",
    "{{7*7}} {% x %} ${x}",
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_hostile_text_arrives_as_it_is(channel: ZaloOA, phone: Phone, text: str) -> None:
    await channel.send(outgoing(phone.id, text))

    assert (await phone.reads()).text == text


async def test_a_long_message_arrives_in_parts_with_the_buttons_below(
    channel: ZaloOA, phone: Phone
) -> None:
    receipt = await channel.send(outgoing(phone.id, LONG))

    parts = [await phone.reads() for _ in range(3)]
    assert "\n\n".join(part.text for part in parts) == LONG.text
    assert [part.labels for part in parts] == [[], [], ["Một"]]
    assert receipt == Sent(parts[-1].message_id)


async def test_a_long_message_cut_between_its_parts_is_not_said_to_be_unsent(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone
) -> None:
    zalo.faults.add(Fault(V3, times=1))
    zalo.faults.add(Fault(V3, times=1, error=-32))

    receipt = await channel.send(outgoing(phone.id, LONG))

    assert receipt == Unknown("cut between the parts of a long message")
    assert len(zalo.sent()) == 1


# What Zalo answers.


SOON = timedelta(seconds=1)
TROUBLE = Later(SOON, "their trouble")
LOST = Unknown("the answer was lost")


def said(status: int, body: str) -> Fault:
    return Fault(status=status, body=body)


ANSWERED: dict[str, tuple[Fault, Receipt]] = {
    "sending failed": (Fault(error=-200), Unknown("sending failed (-200)")),
    "an error although it was sent": (
        Fault(error=-200, carried=True),
        Unknown("sending failed (-200)"),
    ),
    "a quota": (
        Fault(error=-211),
        Later(timedelta(minutes=10), "the quota is spent (-211)", counts=False, apart=True),
    ),
    "never interacted": (
        Fault(error=-232),
        Refused("no interaction, or it is too long ago (-232)", by_rule=True),
    ),
    "an error nobody knows": (Fault(error=-31999), Refused("error -31999: Scripted")),
    "a permission": (
        Fault(error=-223),
        Down("the account has not granted this call (-223)"),
    ),
    "an error as text": (
        said(200, '{"error":"-230","message":"x"}'),
        Refused("no interaction in 7 days (-230)", by_rule=True),
    ),
    "an error under 400": (
        said(400, '{"error":-230,"message":"x"}'),
        Refused("no interaction in 7 days (-230)", by_rule=True),
    ),
    "502 with a page": (Fault(status=502), LOST),
    "504 with nothing": (said(504, ""), LOST),
    "503 with nothing": (said(503, ""), TROUBLE),
    "500 in JSON": (said(500, '{"error":-31998,"message":"x"}'), TROUBLE),
    "a proxy's 403": (Fault(status=403), TROUBLE),
    "a proxy's 401": (said(401, "no"), TROUBLE),
    "a redirect": (said(302, ""), TROUBLE),
    "a page under 200": (said(200, "<html>Wi-Fi log-in</html>"), LOST),
    "an abyss under 200": (said(200, "[" * 90_000), LOST),
    "a list under 200": (said(200, "[]"), LOST),
    "no message under 200": (
        said(200, '{"error":0,"message":"Success","data":{}}'),
        Unknown("an answer without a message id"),
    ),
    "cut before": (Fault(cut="before"), LOST),
    "cut after": (Fault(cut="after"), LOST),
    "cut inside": (Fault(cut="inside"), LOST),
}


@pytest.mark.parametrize("name", ANSWERED)
async def test_every_answer_has_its_receipt_and_is_not_asked_for_twice(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone, name: str
) -> None:
    fault, receipt = ANSWERED[name]
    zalo.faults.add(replace(fault))

    assert await channel.send(outgoing(phone.id, ASKED)) == receipt
    assert len(zalo.calls) <= 1
    assert isinstance(await channel.send(outgoing(phone.id)), Sent)


@pytest.mark.parametrize("fault", [Fault(error=-32), said(429, "slow down")], ids=["-32", "429"])
async def test_a_rate_holds_everybody_until_the_next_full_minute(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone, fault: Fault
) -> None:
    zalo.faults.add(replace(fault))

    receipt = await channel.send(outgoing(phone.id))

    assert isinstance(receipt, Later)
    assert timedelta(0) < receipt.after <= timedelta(minutes=1)
    assert receipt.whole_account
    assert not receipt.counts


async def test_a_message_is_not_carried_to_where_a_redirect_points(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone
) -> None:
    zalo.faults.add(Fault(status=307, location=f"{zalo.url}/elsewhere"))

    assert await channel.send(outgoing(phone.id)) == TROUBLE
    assert not zalo.strays


PEOPLE: list[tuple[Callable[[Phone], object], int]] = [
    (Phone.blocks, -244),
    (Phone.unfollows, -213),
    (Phone.leaves_zalo, -227),
]


@pytest.mark.parametrize(("act", "code"), PEOPLE)
async def test_whoever_left_is_gone(
    channel: ZaloOA, phone: Phone, act: Callable[[Phone], object], code: int
) -> None:
    act(phone)

    receipt = await channel.send(outgoing(phone.id))

    assert isinstance(receipt, Refused)
    assert receipt.gone
    assert str(code) in receipt.reason


async def test_the_window_closes_after_seven_days(
    zalo: FakeZalo, channel: ZaloOA, purse: Purse, phone: Phone
) -> None:
    zalo.clock.advance(7 * DAY - HOUR)
    purse.renew()  # a token lives 25 hours
    assert isinstance(await channel.send(outgoing(phone.id)), Sent)

    zalo.clock.advance(2 * HOUR)

    receipt = await channel.send(outgoing(phone.id))
    assert receipt == Refused("no interaction in 7 days (-230)", by_rule=True)


# The net.


NO_CONNECTION = Later(SOON, "no connection", counts=False)


async def test_a_refused_connection_carried_nothing(zalo: FakeZalo, purse: Purse) -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))  # and does not listen
        url = f"http://127.0.0.1:{reserved.getsockname()[1]}"
        async with ZaloOA(OA_ID, purse, fresh(), api=url) as channel:
            assert await channel.send(outgoing(1)) == NO_CONNECTION


async def test_a_name_without_an_address_carried_nothing(purse: Purse) -> None:
    async with ZaloOA(OA_ID, purse, fresh(), api="http://zalo.invalid") as channel:
        assert await channel.send(outgoing(1)) == NO_CONNECTION


async def test_a_proxy_out_of_reach_carried_nothing(zalo: FakeZalo, purse: Purse) -> None:
    async with ZaloOA(OA_ID, purse, fresh(), api=zalo.url, proxy="http://127.0.0.1:1") as channel:
        assert await channel.send(outgoing(1)) == NO_CONNECTION
    assert not zalo.calls


async def test_an_answer_that_does_not_come_in_time_is_unknown(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zalo_request, "SECONDS", 0.2)
    zalo.faults.add(Fault(hang=True))

    assert await channel.send(outgoing(phone.id)) == LOST
    assert zalo.sent() == ["Chào"]


async def test_many_are_written_to_at_once(zalo: FakeZalo, channel: ZaloOA) -> None:
    phones = [zalo.phone() for _ in range(40)]
    for one in phones:
        one.starts()
    zalo.kill_token()

    receipts = await asyncio.gather(*(channel.send(outgoing(one.id, one.id)) for one in phones))

    assert [type(receipt) for receipt in receipts] == [Sent] * 40
    assert [[bubble.text for bubble in one.read_already()] for one in phones] == [
        [one.id] for one in phones
    ]


# What is said of it.


async def test_what_somebody_should_look_into_is_in_the_log_and_nobody_s_name_is(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await channel.send(outgoing(phone.id, "Chị Mỷ 0912345678"))
    for error in (-31999, -31999, -248, -201):
        zalo.faults.add(Fault(V3, times=1, error=error))
        await channel.send(outgoing(phone.id, "Chị Mỷ 0912345678"))

    ours = [record for record in caplog.records if record.name.startswith("bot.")]
    assert [record.levelname for record in ours] == ["WARNING", "ERROR"]
    assert phone.id not in "".join(record.getMessage() for record in ours)
    assert "Mỷ" not in caplog.text


@pytest.mark.parametrize("oa", ["", "oa", "12 3", "1" * 33, "٣", "12/../x"])
def test_an_id_of_another_shape_is_not_taken(purse: Purse, oa: str) -> None:
    with pytest.raises(ValueError, match="number"):
        ZaloOA(oa, purse, fresh())


async def test_nothing_is_left_open(zalo: FakeZalo, purse: Purse) -> None:
    async with ZaloOA(OA_ID, purse, fresh(), api=zalo.url) as channel:
        assert channel.account == ACCOUNT
        await channel.send(outgoing(42))
    gc.collect()
