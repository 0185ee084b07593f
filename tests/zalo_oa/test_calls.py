"""What Zalo may want of a call otherwise: another token, a proof, the other endpoint."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels.base import Down, Later, Refused, Sent
from bot.channels.zalo_oa import ZaloOA
from bot.channels.zalo_oa_calls import V2, V3
from tests.fakes.zalo_account import BUSINESS, GOVERNMENT
from tests.fakes.zalo_faults import Fault
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_server import APP_SECRET, OA_ID, FakeZalo
from tests.zalo_oa.messages import ASKED, outgoing
from tests.zalo_oa.serving import Purse, fresh


def methods(zalo: FakeZalo) -> list[str]:
    return [call.method for call in zalo.calls]


# Tokens and proofs.


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
        assert await channel.send(outgoing(phone.id)) == Down("no token (dead)")


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
        receipt = await channel.send(outgoing(phone.id))
    assert receipt == Later(timedelta(seconds=1), "no connection", counts=False)
    assert not zalo.calls


async def test_a_message_is_out_though_nobody_could_note_that_its_token_is_good(
    zalo: FakeZalo, phone: Phone
) -> None:
    async with ZaloOA(OA_ID, Trouble(zalo, read=False), fresh(), api=zalo.url) as channel:
        assert isinstance(await channel.send(outgoing(phone.id)), Sent)


async def test_a_proof_is_given_where_zalo_wants_one(zalo: FakeZalo, phone: Phone) -> None:
    zalo.rules.wants_proof = True
    async with ZaloOA(
        OA_ID, Purse(zalo), fresh(), api=zalo.url, app_secrets=[APP_SECRET]
    ) as channel:
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
