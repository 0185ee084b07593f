"""Buttons and the form for a phone number: offered below the text, and said in words if refused."""

from __future__ import annotations

import pytest

from bot.channels.base import Refused, Sent
from bot.channels.zalo_oa import ZaloOA
from bot.channels.zalo_oa_calls import V3
from handlers.effects import Choice, Message
from tests.fakes.zalo_faults import Fault
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_server import OA_ID, FakeZalo
from tests.zalo_oa.conftest import PICTURE
from tests.zalo_oa.messages import ASKED, outgoing
from tests.zalo_oa.serving import Purse, fresh


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
