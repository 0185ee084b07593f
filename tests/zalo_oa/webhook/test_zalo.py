"""The webhook with Zalo at the other end."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from bot.channels.zalo_oa_webhook import ZaloWebhook
from handlers.events import Chose, Followed, Left, Said, SentMedia, SharedPhone
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_server import FakeZalo
from tests.zalo_oa.serving import Ear, Notebook, serving, webhook


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
