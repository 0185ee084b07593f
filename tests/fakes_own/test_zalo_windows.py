"""The made-up Zalo counts hours, messages and requests as the real one does, by its own clock."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_server import FakeZalo
from tests.fakes_own.hands import CS, OpenApi

HOUR = 3600.0
DAY = 24 * HOUR
TEMPLATE = "v3.0/oa/message/template"


@pytest.fixture
def phone(zalo: FakeZalo) -> Phone:
    one = zalo.phone()
    one.starts()
    return one


async def answered(api: OpenApi, phone: Phone) -> tuple[int, Any]:
    return await api.post(CS, recipient={"user_id": phone.id}, message={"text": "x"})


@pytest.mark.parametrize(
    ("hours", "code", "billed"),
    [(0, 0, 0), (47, 0, 0), (48, 0, 0), (49, 0, 1), (168, 0, 1), (169, -230, 0)],
)
async def test_the_windows(
    api: OpenApi, phone: Phone, hours: float, code: int, billed: int
) -> None:
    api.later(hours * HOUR)

    answer, data = await answered(api, phone)

    assert answer == code
    assert api.zalo.allowance.billed == billed
    assert ("quota" in (data or {})) == bool(billed)


async def test_nobody_is_written_to_before_they_did_anything(api: OpenApi) -> None:
    stranger = api.zalo.phone()
    assert (await answered(api, stranger))[0] == -232

    stranger.clicks_chat()
    assert (await answered(api, stranger))[0] == 0


@pytest.mark.parametrize(
    ("act", "opens"),
    [
        (lambda phone: phone.says("chào"), True),
        (lambda phone: phone.forges("#a"), True),
        (lambda phone: phone.clicks_chat(), True),
        (lambda phone: phone.sends("sticker"), True),
        (lambda phone: phone.shares_contact(), True),
        (lambda phone: phone.starts(), True),
        (lambda phone: phone.sees(), False),
        (lambda phone: phone.reacts(), False),
    ],
    ids=["text", "tap", "chat", "sticker", "form", "follow", "seen", "reaction"],
)
async def test_what_opens_the_window_again(
    api: OpenApi, phone: Phone, act: Any, opens: bool
) -> None:
    await answered(api, phone)
    api.later(8 * DAY)

    act(phone)

    assert (await answered(api, phone))[0] == (0 if opens else -230)


async def test_outside_48_hours_the_package_pays_and_then_the_purse(
    api: OpenApi, phone: Phone
) -> None:
    api.zalo.allowance.monthly = 2
    api.zalo.allowance.balance = 60
    api.later(50 * HOUR)

    answers = [await answered(api, phone) for _ in range(4)]

    assert [code for code, _ in answers] == [0, 0, 0, -211]
    assert [data["quota"]["remain"] for _, data in answers[:3]] == ["1", "0", "0"]
    assert (api.zalo.allowance.billed, api.zalo.allowance.balance) == (3, 5)
    api.later(8 * DAY)  # from the 25th into December
    phone.says("chào")
    api.zalo.clock.advance(20 * HOUR)
    assert api.zalo.allowance.left == 2


async def test_a_full_minute_is_waited_for(api: OpenApi, phone: Phone) -> None:
    api.zalo.allowance.per_minute = 3
    assert [(await answered(api, phone))[0] for _ in range(4)] == [0, 0, 0, -32]

    api.zalo.clock.advance(59)
    assert (await answered(api, phone))[0] == -32
    api.zalo.clock.advance(1)
    assert (await answered(api, phone))[0] == 0


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda phone: phone.unfollows(), -213),
        (lambda phone: phone.blocks(), -244),
        (lambda phone: phone.leaves_zalo(), -227),
    ],
    ids=["unfollows", "blocks", "leaves"],
)
async def test_who_left_is_not_written_to(api: OpenApi, phone: Phone, act: Any, code: int) -> None:
    act(phone)

    assert (await answered(api, phone))[0] == code
    assert not phone.bubbles


async def test_who_comes_back_is(api: OpenApi, phone: Phone) -> None:
    phone.unfollows()
    phone.says("tôi đây")
    assert (await answered(api, phone))[0] == 0

    phone.blocks()
    phone.says("tôi đây")
    assert (await answered(api, phone))[0] == 0


async def test_the_quota_can_be_asked_for(api: OpenApi, phone: Phone) -> None:
    _, one = await api.post("v3.0/oa/quota/message", user_id=phone.id)
    wanted = {"quota_owner": "OA", "product_type": "cs", "quota_type": "sub_quota"}
    _, all_ = await api.post("v3.0/oa/quota/message", **wanted)

    assert one["last_interaction"] == str(int(api.zalo.clock() * 1000))
    assert [(row["total"], row["remain"]) for row in all_] == [(2000, 2000)]
    assert (await api.post("v3.0/oa/quota/message"))[0] == -201


async def template(api: OpenApi, phone: Phone, **given: Any) -> int:
    body = {"user_id": phone.id, "template_id": "7", "template_data": {"name": "Mai"}}
    return (await api.post(TEMPLATE, **(body | given)))[0]


@pytest.fixture
def templates(zalo: FakeZalo) -> None:
    zalo.sending.templates = {"7": {"name"}, "8": {"name"}}
    zalo.sending.by_phone_only = {"8"}
    zalo.allowance.balance = 1000


async def test_a_template_goes_out_when_nothing_else_does(
    api: OpenApi, phone: Phone, templates: None
) -> None:
    api.later(8 * DAY)
    api.zalo.allowance.per_minute = 0

    assert await template(api, phone) == 0
    assert (await phone.reads()).text == "name: Mai"
    assert api.zalo.allowance.balance == 800


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"template_id": "6"}, -201),
        ({"template_id": "8"}, -249),
        ({"template_data": {}}, -201),
        ({"template_data": {"name": "Mai", "more": "x"}}, -201),
        ({"user_id": "404"}, -201),
    ],
)
async def test_a_template_it_will_not_send(
    api: OpenApi, phone: Phone, templates: None, given: dict[str, Any], code: int
) -> None:
    assert await template(api, phone, **given) == code


async def test_no_template_at_night_or_without_money(
    api: OpenApi, phone: Phone, templates: None
) -> None:
    api.zalo.clock.advance(10 * HOUR)
    assert await template(api, phone) == -234
    api.zalo.clock.advance(8 * HOUR)
    assert await template(api, phone) == 0
    api.zalo.allowance.balance = 199
    assert await template(api, phone) == -321


async def test_a_template_by_phone(api: OpenApi, phone: Phone, templates: None) -> None:
    phone.shares_contact("84912000111")
    body: dict[str, Any] = {
        "phone": "84912000111",
        "template_id": "8",
        "template_data": {"name": "Mai"},
        "tracking_id": "1",
    }
    code, data = await api.post("message/template", **body)

    assert code == 0
    assert data["msg_id"] == phone.bubbles[-1].message_id
    wrong = {"phone": "+84912000111"}, {"phone": "84912000112"}, {"template_id": "6"}
    codes = [(await api.post("message/template", **(body | one)))[0] for one in wrong]
    assert codes == [-108, -118, -131]
