"""What every channel promises, asked of each of them by the same tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime

import pytest

from bot.channels.base import Outgoing, Refused, Sent
from handlers.effects import Choice, Message
from handlers.events import Chose, Left, Said
from storage.instants import micros
from tests.channels.rig import Leaver, Rig
from tests.channels.telegram_rig import telegram_rig
from tests.channels.web_rig import web_rig
from tests.channels.zalo_bot_rig import zalo_bot_rig
from tests.channels.zalo_oa_rig import zalo_oa_rig
from tests.web.pictures import paper, photo

RIGS: dict[str, Callable[[], AbstractAsyncContextManager[Rig]]] = {
    "telegram": telegram_rig,
    "web": web_rig,
    "zalo_bot": zalo_bot_rig,
    "zalo_oa": zalo_oa_rig,
}
WHERE_PEOPLE_LEAVE = ["telegram", "zalo_oa"]

CHOICES = (Choice("Hợp tác xã", "a/coop"), Choice("Hộ kinh doanh", "a/household"))
WAYS = (Choice("← Sửa", "go/back"), Choice("☎ Cán bộ", "go/staff"))


@pytest.fixture(params=RIGS)
async def rig(request: pytest.FixtureRequest) -> AsyncIterator[Rig]:
    async with RIGS[request.param]() as made:
        yield made


def outgoing(rig: Rig, address: str, message: Message, seq: int = 1) -> Outgoing:
    just_now = micros(datetime.now(UTC))
    return Outgoing(seq, rig.channel.account, address, seq, message, just_now)


async def test_what_somebody_types_is_said_on_our_account(rig: Rig) -> None:
    visitor = await rig.visitor()

    incoming = await visitor.says("Xã Lùng Tám")

    assert isinstance(incoming.event, Said)
    assert incoming.event.text == "Xã Lùng Tám"
    assert (incoming.account, incoming.address) == (rig.channel.account, visitor.address)
    assert incoming.update_key


async def test_what_somebody_types_is_made_canonical(rig: Rig) -> None:
    visitor = await rig.visitor()

    incoming = await visitor.says("  Xa\u0303 \u202eLùng\u202c Ta\u0301m\r\nhai ")

    assert isinstance(incoming.event, Said)
    assert incoming.event.text == "Xã Lùng Tám\nhai"


async def test_two_acts_have_two_keys_and_one_delivered_twice_has_one(rig: Rig) -> None:
    visitor = await rig.visitor()

    first = await visitor.says("một")
    second = await visitor.says("một")
    again = await rig.repeat()

    assert first.update_key != second.update_key == again.update_key
    assert again.address == second.address


async def test_two_people_have_two_addresses(rig: Rig) -> None:
    mai, lan = await rig.visitor(), await rig.visitor()

    assert mai.address != lan.address
    assert (await lan.says("tôi là Lan")).address == lan.address


async def test_a_message_is_read_as_it_was_written(rig: Rig) -> None:
    text = "<b>đậm</b> & *x* [y](z) {{7*7}} 👨‍👩‍👧\nhai dòng"
    visitor = await rig.visitor()

    receipt = await rig.channel.send(outgoing(rig, visitor.address, Message(text)))

    assert (await visitor.reads()).text == text
    assert isinstance(receipt, Sent)
    assert receipt.message_id


async def test_a_message_goes_to_nobody_else(rig: Rig) -> None:
    mai, lan = await rig.visitor(), await rig.visitor()

    await rig.channel.send(outgoing(rig, mai.address, Message("cho Mai")))
    await rig.channel.send(outgoing(rig, lan.address, Message("cho Lan")))

    assert (await lan.reads()).text == "cho Lan"
    assert (await mai.reads()).text == "cho Mai"


async def test_a_long_message_loses_nothing(rig: Rig) -> None:
    text = "\n\n".join(f"Đoạn {number}: {'chè ' * 300}".strip() for number in range(8))
    visitor = await rig.visitor()

    await rig.channel.send(outgoing(rig, visitor.address, Message(text, CHOICES)))

    read = await visitor.reads()
    assert read.text.split() == text.split()
    assert "Hợp tác xã" in " ".join((read.text, *read.labels))


@pytest.mark.parametrize("choice", [CHOICES[1], WAYS[0]], ids=["a choice", "a way"])
async def test_a_choice_comes_back_as_what_was_put_on_it(rig: Rig, choice: Choice) -> None:
    """Where there are no buttons it is typed: by its words, or by its number."""
    visitor = await rig.visitor()
    await rig.channel.send(outgoing(rig, visitor.address, Message("Loại nào?", CHOICES, WAYS)))
    await visitor.reads()

    incoming = await visitor.presses(choice.label)

    match incoming.event:
        case Chose(_, payload):
            assert payload == choice.payload
        case Said(_, text):
            assert text in {choice.label, "2"}
        case event:
            pytest.fail(f"a choice came back as {event}")
    assert incoming.address == visitor.address


async def test_every_choice_and_way_is_offered(rig: Rig) -> None:
    visitor = await rig.visitor()

    await rig.channel.send(outgoing(rig, visitor.address, Message("Loại nào?", CHOICES, WAYS)))

    read = await visitor.reads()
    assert read.text.startswith("Loại nào?")
    assert [label for label in read.labels if label in {"Hợp tác xã", "Hộ kinh doanh"}] == [
        "Hợp tác xã",
        "Hộ kinh doanh",
    ]
    assert {"← Sửa", "☎ Cán bộ"} <= set(read.labels)


async def test_more_choices_than_there_are_buttons_can_still_be_made(rig: Rig) -> None:
    """As buttons or as numbers: nobody is left without the 124th commune."""
    many = tuple(Choice(f"Xã số {number}", f"a/{number}") for number in range(1, 125))
    visitor = await rig.visitor()

    receipt = await rig.channel.send(outgoing(rig, visitor.address, Message("Xã nào?", many, WAYS)))

    read = await visitor.reads()
    assert isinstance(receipt, Sent)
    assert "Xã số 124" in read.labels or "124. Xã số 124" in read.text.splitlines()


async def test_a_picture_is_seen_with_its_text(rig: Rig) -> None:
    visitor, picture = await rig.visitor(), photo()
    attached = await rig.keep(picture, "image/jpeg", "lop.jpg")

    receipt = await rig.channel.send(
        outgoing(rig, visitor.address, Message("Mời dự lớp", (), WAYS, attached=attached))
    )

    read = await visitor.reads()
    assert isinstance(receipt, Sent)
    assert read.text.startswith("Mời dự lớp")
    assert {"← Sửa", "☎ Cán bộ"} <= set(read.labels)
    assert read.picture == picture


async def test_a_picture_comes_with_a_text_that_nothing_else_has_room_for(rig: Rig) -> None:
    text = "\n\n".join(f"Đoạn {number}: {'chè ' * 300}".strip() for number in range(4))
    visitor, picture = await rig.visitor(), photo()
    attached = await rig.keep(picture, "image/jpeg", "lop.jpg")

    await rig.channel.send(
        outgoing(rig, visitor.address, Message(text, CHOICES, attached=attached))
    )

    read = await visitor.reads()
    assert read.text.split()[: len(text.split())] == text.split()
    assert "Hợp tác xã" in " ".join((read.text, *read.labels))
    assert read.picture == picture


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff no picture"], ids=["lost", "broken"])
async def test_nobody_loses_a_message_to_its_picture(rig: Rig, content: bytes) -> None:
    visitor = await rig.visitor()
    attached = await rig.keep(content, "image/jpeg", "lop.jpg")

    receipt = await rig.channel.send(
        outgoing(rig, visitor.address, Message("Loại nào?", CHOICES, WAYS, attached=attached))
    )

    read = await visitor.reads()
    assert isinstance(receipt, Sent)
    assert read.text.startswith("Loại nào?")
    assert {"Hợp tác xã", "← Sửa"} <= set(read.labels)


async def test_a_paper_comes_by_its_name_or_the_text_alone(rig: Rig) -> None:
    """The Bot Platform takes no files."""
    visitor = await rig.visitor()
    attached = await rig.keep(paper(), "application/pdf", "ho-so.pdf")

    receipt = await rig.channel.send(
        outgoing(rig, visitor.address, Message("Hồ sơ", attached=attached))
    )

    read = await visitor.reads()
    assert isinstance(receipt, Sent)
    assert read.text == "Hồ sơ"
    assert read.file == ("" if rig.channel.account.startswith("zalo_bot") else "ho-so.pdf")


async def test_a_phone_can_be_asked_for_with_a_way_around_it(rig: Rig) -> None:
    visitor = await rig.visitor()
    message = Message("Số nào?", (), WAYS, ask_phone="Chia sẻ số của tôi")

    receipt = await rig.channel.send(outgoing(rig, visitor.address, message))

    read = await visitor.reads()
    assert isinstance(receipt, Sent)
    assert {"← Sửa", "☎ Cán bộ"} <= set(read.labels)


@pytest.fixture(params=WHERE_PEOPLE_LEAVE)
async def leaving(request: pytest.FixtureRequest) -> AsyncIterator[Rig]:
    async with RIGS[request.param]() as made:
        yield made


async def test_whoever_left_is_gone_and_said_so(leaving: Rig) -> None:
    visitor = await leaving.visitor()
    assert isinstance(visitor, Leaver)

    incoming = await visitor.leaves()
    receipt = await leaving.channel.send(outgoing(leaving, visitor.address, Message("Chào")))

    assert isinstance(incoming.event, Left)
    assert isinstance(receipt, Refused)
    assert receipt.gone
