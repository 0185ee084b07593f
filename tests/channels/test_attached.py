"""A file of ours is given to a service once, however many people it goes to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest

from bot.channels.attaching import Attachments
from bot.channels.base import Outgoing, Sent
from bot.channels.picture_links import PictureLinks
from bot.channels.telegram import Telegram
from bot.channels.zalo_oa import ZaloOA
from bot.channels.zalo_oa_calls import UPLOAD_IMAGE
from handlers.effects import Attachment, Choice, Message
from storage.instants import micros
from tests.channels.files import Files, files
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.fakes.zalo_clock import DAY
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_server import OA_ID, FakeZalo
from tests.served import served
from tests.web.pictures import noisy_photo, photo
from tests.zalo_oa.serving import ACCOUNT, Purse, fresh

WAYS = (Choice("Thôi nhận tin", "go/stop"),)


@pytest.fixture
async def kept() -> AsyncIterator[Files]:
    async with files() as made:
        yield made


@pytest.fixture
async def picture(kept: Files) -> Attachment:
    return await kept.keep(photo(), "image/jpeg", "lop.jpg")


def outgoing(account: str, address: str, attached: Attachment) -> Outgoing:
    message = Message("Mời dự lớp", (), WAYS, attached=attached)
    return Outgoing(1, account, address, 1, message, micros(datetime.now(UTC)))


async def test_telegram_is_given_a_picture_once(kept: Files, picture: Attachment) -> None:
    async with (
        FakeTelegram() as telegram,
        Telegram(TOKEN, telegram.url, attachments=kept.attachments) as channel,
    ):
        people = [telegram.phone() for _ in range(6)]
        for one in people:
            one.knows_the_bot()
        receipts = await asyncio.gather(
            *(channel.send(outgoing(channel.account, str(one.id), picture)) for one in people)
        )
        files_there = telegram.bot().files

    assert all(isinstance(receipt, Sent) for receipt in receipts)
    assert len(files_there) == 1
    assert {len(one.bubbles) for one in people} == {1}


async def test_a_name_that_telegram_has_forgotten_is_uploaded_again(
    kept: Files, picture: Attachment
) -> None:
    async with (
        FakeTelegram() as telegram,
        Telegram(TOKEN, telegram.url, attachments=kept.attachments) as channel,
    ):
        mai = telegram.phone()
        mai.knows_the_bot()
        await channel.send(outgoing(channel.account, str(mai.id), picture))
        telegram.bot().files.clear()
        receipt = await channel.send(outgoing(channel.account, str(mai.id), picture))
        seen = [mai.looks_at(bubble.picture) for bubble in mai.bubbles[1:]]

    assert isinstance(receipt, Sent)
    assert seen == [photo()]


async def test_telegram_s_trouble_with_a_picture_leaves_the_text(
    kept: Files, picture: Attachment
) -> None:
    async with (
        FakeTelegram() as telegram,
        Telegram(TOKEN, telegram.url, attachments=kept.attachments) as channel,
    ):
        mai = telegram.phone()
        mai.knows_the_bot()
        telegram.faults.add(Fault("sendphoto", status=502))
        receipt = await channel.send(outgoing(channel.account, str(mai.id), picture))

    assert isinstance(receipt, Sent)
    assert [(one.text, one.picture) for one in mai.bubbles] == [("Mời dự lớp", "")]


def official(zalo: FakeZalo, attachments: Attachments) -> ZaloOA:
    return ZaloOA(OA_ID, Purse(zalo), fresh(), api=zalo.url, attachments=attachments)


def follower(zalo: FakeZalo) -> Phone:
    phone = zalo.phone()
    phone.person.follows = True
    zalo.official.interacts(phone.person)
    return phone


def uploads(zalo: FakeZalo) -> int:
    return sum(call.method == UPLOAD_IMAGE for call in zalo.calls)


async def test_zalo_is_given_a_picture_once_in_a_week_by_all_programs(
    kept: Files, picture: Attachment
) -> None:
    async with FakeZalo() as zalo:
        people = [follower(zalo) for _ in range(4)]
        for program in (kept.attachments, kept.elsewhere()):
            async with official(zalo, program) as channel:
                await asyncio.gather(
                    *(channel.send(outgoing(ACCOUNT, one.id, picture)) for one in people)
                )

        assert uploads(zalo) == 1
        assert {len([one for one in each.bubbles if one.picture]) for each in people} == {2}


async def test_what_zalo_threw_away_is_uploaded_again(kept: Files, picture: Attachment) -> None:
    async with FakeZalo() as zalo, official(zalo, kept.attachments) as channel:
        mai = follower(zalo)
        await channel.send(outgoing(ACCOUNT, mai.id, picture))
        zalo.clock.advance(7 * DAY)
        zalo.official.interacts(mai.person)
        receipt = await channel.send(outgoing(ACCOUNT, mai.id, picture))

        assert isinstance(receipt, Sent)
        assert uploads(zalo) == 2
        assert mai.looks_at(mai.bubbles[-1].picture) == photo()


async def test_what_is_too_big_for_zalo_or_over_its_month_leaves_the_text(kept: Files) -> None:
    big = await kept.keep(noisy_photo(1600, 1200), "image/jpeg", "lop.jpg")
    small = await kept.keep(photo(), "image/jpeg", "lop.jpg")
    async with FakeZalo() as zalo, official(zalo, kept.attachments) as channel:
        zalo.rules.uploads_a_month = 0
        mai = follower(zalo)
        receipts = [await channel.send(outgoing(ACCOUNT, mai.id, one)) for one in (big, small)]

        assert all(isinstance(receipt, Sent) for receipt in receipts)
        assert [(one.text, one.picture) for one in mai.bubbles] == [("Mời dự lớp", "")] * 2


async def test_an_upload_that_was_refused_is_not_tried_for_each_of_many(kept: Files) -> None:
    broken = await kept.keep(b"\xff\xd8\xff broken", "image/jpeg", "lop.jpg")
    async with (
        FakeTelegram() as telegram,
        Telegram(TOKEN, telegram.url, attachments=kept.attachments) as channel,
    ):
        people = [telegram.phone() for _ in range(5)]
        for one in people:
            one.knows_the_bot()
            await channel.send(outgoing(channel.account, str(one.id), broken))
        tried = [call for call in telegram.calls if call.method == "sendphoto"]

    assert len(tried) == 1
    assert [len(one.bubbles) for one in people] == [1] * 5


async def test_only_a_picture_that_we_gave_the_address_of_is_shown(
    kept: Files, picture: Attachment
) -> None:
    other = await kept.keep(photo(colour="red"), "image/jpeg", "nha.jpg")
    links = PictureLinks(kept.media, "https://bot.example.org", ["new", "old"])
    before = PictureLinks(kept.media, "https://bot.example.org", ["old"]).link(picture)
    path = links.link(picture).removeprefix("https://bot.example.org")
    async with served(links.routes()) as url, aiohttp.ClientSession() as session:

        async def status(asked: str) -> int:
            async with session.get(url + asked) as answer:
                return answer.status

        assert await status(path) == 200
        assert await status(before.removeprefix("https://bot.example.org")) == 200
        assert await status(path.replace(picture.media, other.media)) == 404
        assert await status(f"/pictures/{other.media}.jpg") == 404
    assert links.link(picture._replace(mime="application/pdf")) == ""
    assert PictureLinks(kept.media, "", ["new"]).link(picture) == ""
