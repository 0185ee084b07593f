"""What a send comes to, for everything that Zalo and the net may do to it."""

from __future__ import annotations

import asyncio
import gc
import logging
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels import zalo_request
from bot.channels.base import Down, Later, Outgoing, Receipt, Refused, Sent, Unknown
from bot.channels.zalo_oa import ZaloOA
from bot.channels.zalo_oa_calls import V2, V3
from handlers.effects import Choice, Message
from storage.instants import micros
from tests.fakes.zalo_account import BUSINESS, GOVERNMENT
from tests.fakes.zalo_clock import DAY, HOUR
from tests.fakes.zalo_faults import Fault
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_server import APP_SECRET, OA_ID, FakeZalo
from tests.zalo_oa.conftest import PICTURE
from tests.zalo_oa.serving import ACCOUNT, Purse, fresh

LONG = Message("\n\n".join(letter * 1500 for letter in "abc"), (Choice("Một", "a/1"),))
ASKED = Message("Sản phẩm gì?", (Choice("Chè", "a/tea"),), (Choice("← Sửa", "go/back"),))


def outgoing(address: object, message: Message | str = "Chào") -> Outgoing:
    """A reply to what was said just now."""
    said = message if isinstance(message, Message) else Message(message)
    return Outgoing(1, ACCOUNT, str(address), 1, said, micros(datetime.now(UTC)))


def methods(zalo: FakeZalo) -> list[str]:
    return [call.method for call in zalo.calls]


@pytest.fixture
def phone(zalo: FakeZalo) -> Phone:
    one = zalo.phone()
    one.starts()
    return one


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


# Buttons, where they are refused.


@pytest.mark.parametrize("code", [-201, -210, -233])
async def test_refused_buttons_are_said_in_words(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone, code: int
) -> None:
    zalo.rules.templates_refused = code

    receipt = await channel.send(outgoing(phone.id, ASKED))

    bubble = await phone.reads()
    assert receipt == Sent(bubble.message_id)
    assert bubble.text == "Sản phẩm gì?\n\n1. Chè\n\n← Sửa"
    assert not phone.read_already()


async def test_words_too_long_for_a_button_are_said_in_words(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone
) -> None:
    zalo.rules.title_limit = 20
    words = "x" * 21

    receipt = await channel.send(outgoing(phone.id, Message("Gì?", (Choice(words, "a/1"),))))

    assert isinstance(receipt, Sent)
    assert (await phone.reads()).text == f"Gì?\n\n1. {words}"


async def test_an_account_that_takes_no_buttons_is_soon_not_offered_any(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone
) -> None:
    zalo.rules.templates_refused = -233
    for _ in range(3):
        await channel.send(outgoing(phone.id, ASKED))
    zalo.calls.clear()

    await channel.send(outgoing(phone.id, ASKED))

    assert len(zalo.calls) == 1


async def test_an_account_that_wants_the_kind_of_template_is_told_it(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone
) -> None:
    zalo.rules.needs_template_type = True
    await channel.send(outgoing(phone.id, ASKED))
    zalo.calls.clear()

    await channel.send(outgoing(phone.id, ASKED))

    assert len(zalo.calls) == 1
    assert [bubble.labels for bubble in phone.read_already()] == [["Chè", "← Sửa"]] * 2


async def test_one_message_that_is_refused_says_nothing_about_buttons(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone
) -> None:
    await channel.send(outgoing(phone.id, ASKED))
    for _ in range(4):
        zalo.faults.add(Fault(V3, times=1, error=-201))
        await channel.send(outgoing(phone.id, ASKED))

    await channel.send(outgoing(phone.id, ASKED))

    first, *refused, last = phone.read_already()
    assert (first.labels, last.labels) == (["Chè", "← Sửa"], ["Chè", "← Sửa"])
    assert [bubble.buttons for bubble in refused] == [[]] * 4


async def test_somebody_who_does_not_exist_says_nothing_about_buttons(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone
) -> None:
    for _ in range(4):
        receipt = await channel.send(outgoing("42", ASKED))
        assert isinstance(receipt, Refused)
        assert not receipt.gone

    await channel.send(outgoing(phone.id, ASKED))

    assert (await phone.reads()).buttons


# The form that asks for a phone number.


async def test_a_phone_is_asked_for_by_zalo_s_own_form_below_the_message(
    channel: ZaloOA, phone: Phone
) -> None:
    message = Message("Số nào?", (), ASKED.ways, ask_phone="Gửi số của tôi")

    receipt = await channel.send(outgoing(phone.id, message))

    question, form = phone.read_already()
    assert receipt == Sent(question.message_id)
    assert (question.text, question.labels) == ("Số nào?", ["← Sửa"])
    assert form.asks_info == "Gửi số của tôi"


async def test_a_form_that_is_refused_or_lost_costs_nothing(
    zalo: FakeZalo, purse: Purse, phone: Phone
) -> None:
    message = Message("Số nào?", ask_phone="Gửi số của tôi")
    async with ZaloOA(OA_ID, purse, fresh(), api=zalo.url) as plain:
        assert isinstance(await plain.send(outgoing(phone.id, message)), Sent)
    async with ZaloOA(OA_ID, purse, fresh(), api=zalo.url, picture=PICTURE) as channel:
        zalo.faults.add(Fault(V3, times=1))
        zalo.faults.add(Fault(V3, times=1, cut="before"))
        assert isinstance(await channel.send(outgoing(phone.id, message)), Sent)

    assert [bubble.text for bubble in phone.read_already()] == ["Số nào?"] * 2


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
        Later(timedelta(minutes=10), "the quota is spent (-211)", counts=False),
    ),
    "never interacted": (
        Fault(error=-232),
        Refused("no interaction, or it is too long ago (-232)", gone=True),
    ),
    "an error nobody knows": (Fault(error=-31999), Refused("error -31999: Scripted")),
    "a permission": (
        Fault(error=-223),
        Down("the account has not granted this call (-223)"),
    ),
    "an error as text": (
        said(200, '{"error":"-230","message":"x"}'),
        Refused("no interaction in 7 days (-230)", gone=True),
    ),
    "an error under 400": (
        said(400, '{"error":-230,"message":"x"}'),
        Refused("no interaction in 7 days (-230)", gone=True),
    ),
    "502 with a page": (Fault(status=502), TROUBLE),
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
    assert receipt == Refused("no interaction in 7 days (-230)", gone=True)


# Tokens.


@pytest.mark.parametrize("code", [-216, 216, -220, -401, 401])
async def test_a_refused_token_is_replaced_once_and_the_message_sent(
    zalo: FakeZalo, channel: ZaloOA, purse: Purse, phone: Phone, code: int
) -> None:
    old = await purse.current()
    zalo.kill_token(code)

    receipt = await channel.send(outgoing(phone.id, ASKED))

    assert isinstance(receipt, Sent)
    assert purse.refusals == [old]
    assert purse.good == {await purse.current()}
    assert [bubble.text for bubble in phone.read_already()] == ["Sản phẩm gì?"]


async def test_a_token_refused_twice_is_down_and_no_third_is_asked_for(
    zalo: FakeZalo, channel: ZaloOA, purse: Purse, phone: Phone
) -> None:
    for _ in range(2):
        zalo.faults.add(Fault(V3, times=1, error=-216))

    receipt = await channel.send(outgoing(phone.id))

    assert receipt == Down("the token was refused (-216)")
    assert len(purse.refusals) == 1
    assert len(zalo.calls) == 2


async def test_without_another_token_the_account_is_down(zalo: FakeZalo, phone: Phone) -> None:
    purse = Purse(zalo, spare=0)
    zalo.kill_token()
    async with ZaloOA(OA_ID, purse, fresh(), api=zalo.url) as channel:
        assert await channel.send(outgoing(phone.id)) == Down("no token: dead")


class Trouble(Purse):
    """A purse whose table cannot be read, or written."""

    def __init__(self, zalo: FakeZalo, *, read: bool) -> None:
        super().__init__(zalo)
        self._read = read

    async def current(self) -> str:
        return self._fail() if self._read else await super().current()

    async def accepted(self, token: str) -> None:
        self._fail()

    def _fail(self) -> str:
        raise OperationalError("SELECT", {}, Exception("away"))


async def test_tokens_that_cannot_be_read_have_carried_nothing(
    zalo: FakeZalo, phone: Phone
) -> None:
    async with ZaloOA(OA_ID, Trouble(zalo, read=True), fresh(), api=zalo.url) as channel:
        assert await channel.send(outgoing(phone.id)) == NO_CONNECTION
    assert not zalo.calls


async def test_a_message_is_out_though_nobody_could_note_that_its_token_is_good(
    zalo: FakeZalo, phone: Phone
) -> None:
    async with ZaloOA(OA_ID, Trouble(zalo, read=False), fresh(), api=zalo.url) as channel:
        assert isinstance(await channel.send(outgoing(phone.id)), Sent)


async def test_a_proof_is_given_where_zalo_wants_one(zalo: FakeZalo, phone: Phone) -> None:
    zalo.rules.wants_proof = True
    made = ZaloOA(OA_ID, Purse(zalo), fresh(), api=zalo.url, app_secrets=[APP_SECRET])
    async with made as channel:
        first = await channel.send(outgoing(phone.id))
        zalo.calls.clear()
        second = await channel.send(outgoing(phone.id))

    assert isinstance(first, Sent)
    assert isinstance(second, Sent)
    assert len(zalo.calls) == 1


async def test_of_two_secrets_the_one_that_holds_is_found(zalo: FakeZalo, phone: Phone) -> None:
    zalo.rules.wants_proof = True
    secrets = ["an-older-one", APP_SECRET]
    async with ZaloOA(OA_ID, Purse(zalo), fresh(), api=zalo.url, app_secrets=secrets) as channel:
        receipts = [await channel.send(outgoing(phone.id)) for _ in range(2)]

    assert [type(receipt) for receipt in receipts] == [Sent, Sent]
    assert len(zalo.calls) == 4


@pytest.mark.parametrize("secret", ["", "another"])
async def test_without_a_proof_that_holds_the_account_is_down(
    zalo: FakeZalo, phone: Phone, secret: str
) -> None:
    zalo.rules.wants_proof = True
    async with ZaloOA(OA_ID, Purse(zalo), fresh(), api=zalo.url, app_secrets=[secret]) as channel:
        receipt = await channel.send(outgoing(phone.id))

    assert receipt == Down("the proof of the app's secret was refused (-242)")
    assert len(zalo.calls) == (2 if secret else 1)


# Endpoints.


async def test_a_government_s_account_is_served_by_the_older_endpoint_from_then_on(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone
) -> None:
    zalo.rules.oa_type = GOVERNMENT

    assert isinstance(await channel.send(outgoing(phone.id, ASKED)), Sent)
    assert isinstance(await channel.send(outgoing(phone.id)), Sent)

    assert methods(zalo) == [V3, V2, V2]
    assert len(phone.read_already()) == 2


async def test_the_next_start_knows_which_endpoint_serves_it(zalo: FakeZalo, phone: Phone) -> None:
    zalo.rules.oa_type = GOVERNMENT
    purse = Purse(zalo)
    for _ in range(2):
        async with ZaloOA(OA_ID, purse, fresh(), api=zalo.url) as channel:
            assert isinstance(await channel.send(outgoing(phone.id)), Sent)

    assert methods(zalo) == [V3, V2, V2]


async def test_an_account_that_became_a_business_is_served_by_the_newer_one(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone
) -> None:
    zalo.rules.oa_type = GOVERNMENT
    await channel.send(outgoing(phone.id))
    zalo.rules.oa_type = BUSINESS

    assert isinstance(await channel.send(outgoing(phone.id)), Sent)
    assert isinstance(await channel.send(outgoing(phone.id)), Sent)

    assert methods(zalo) == [V3, V2, V2, V3, V3]


async def test_an_account_that_neither_endpoint_serves_is_down_and_not_asked_for_ever(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone
) -> None:
    zalo.rules.oa_type = GOVERNMENT
    zalo.faults.add(Fault(V2, times=1, error=-240))

    receipt = await channel.send(outgoing(phone.id))

    assert receipt == Down("no endpoint for messages takes this kind of account (-240)")
    assert methods(zalo) == [V3, V2]


async def test_another_error_on_the_other_endpoint_pins_nothing(
    zalo: FakeZalo, channel: ZaloOA, phone: Phone
) -> None:
    zalo.rules.oa_type = GOVERNMENT
    zalo.faults.add(Fault(V2, times=1, error=-232))

    receipt = await channel.send(outgoing(phone.id))
    zalo.rules.oa_type = BUSINESS
    await channel.send(outgoing(phone.id))

    assert isinstance(receipt, Refused)
    assert methods(zalo) == [V3, V2, V3]


async def test_everything_that_zalo_may_want_otherwise_at_once(
    zalo: FakeZalo, phone: Phone
) -> None:
    zalo.rules.oa_type, zalo.rules.wants_proof = GOVERNMENT, True
    zalo.rules.needs_template_type = True
    purse = Purse(zalo)
    zalo.kill_token()
    async with ZaloOA(OA_ID, purse, fresh(), api=zalo.url, app_secrets=[APP_SECRET]) as channel:
        assert isinstance(await channel.send(outgoing(phone.id, ASKED)), Sent)

    (bubble,) = phone.read_already()
    assert bubble.labels == ["Chè", "← Sửa"]


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
