"""Somebody signs up where there are no buttons: what is typed answers the question as shown."""

from __future__ import annotations

import asyncio
from pathlib import Path
from random import Random
from typing import Any

import pytest

from handlers.events import Said
from storage.columns import Keeping
from tests.book import the_book
from tests.fakes.zalo_bot_phone import BotPhone
from tests.fakes.zalo_bot_server import FakeZaloBot
from tests.fakes.zalo_screen import Bubble
from tests.web import pictures
from tests.whole import tables
from tests.whole.producers import Producer, producers
from tests.whole.reading import CODE
from tests.whole.until import until
from tests.zalo_bot.house import House


@pytest.fixture
def one() -> Producer:
    return producers(1, Random(7), the_book())[0]


async def stored(house: House) -> dict[str, str]:
    """The answers of the one registration there is."""
    [answers] = (await tables.answers(house.database)).values()
    return answers


async def signs_up(phone: BotPhone, one: Producer) -> Bubble:
    """Type the whole sign-up, a number wherever choices are shown; what is said last."""
    said = None
    for line in one.lines:
        if line.startswith("["):
            assert said is not None
            said = await phone.asks(said.numbers[line[1:-1]])
        else:
            said = await phone.asks(line)
        while "Đúng" in said.numbers:
            said = await phone.asks(said.numbers["Đúng"])
    assert said is not None
    return said


@pytest.mark.parametrize("mode", ["webhook", "polling"])
@pytest.mark.parametrize("wrapped", [False, True], ids=["flat", "wrapped"])
async def test_a_whole_sign_up_with_numbers_for_choices_is_stored_as_it_was_meant(
    tmp_path: Path, one: Producer, mode: str, wrapped: bool
) -> None:
    async with FakeZaloBot(wrapped=wrapped) as zalo:
        house = House(tmp_path, zalo.url, mode)
        async with house.open():
            said = await signs_up(zalo.phone(), one)
            answers = await stored(house)

    typed = [each.event.text for each in house.heard if isinstance(each.event, Said)]
    assert CODE.search(said.text), said.text
    assert answers == answers | one.stored
    assert sum(text.isdigit() for text in typed) >= 5


async def test_a_voice_note_is_kept_for_staff_and_the_form_goes_on(
    tmp_path: Path, one: Producer
) -> None:
    async with FakeZaloBot() as zalo, House(tmp_path, zalo.url).open() as house:
        phone = zalo.phone()
        said = await phone.asks("ghi danh")
        await phone.asks(said.numbers["Đồng ý"])
        phone.sends_voice(b"\xff\xf1P\x80")
        assert "đã giữ tin thoại" in (await phone.reads()).text

        async def kept() -> bool:
            wanted = f"media WHERE state = {Keeping.KEPT:d} AND mime = 'audio/aac'"
            return await tables.count(house.database, wanted) == 1

        await until(kept)
        assert await tables.count(house.database, "request WHERE wish = 'voice'") == 1


async def test_every_number_stands_for_the_words_beside_it(tmp_path: Path, one: Producer) -> None:
    """The same question, each of its choices typed by its number."""
    async with FakeZaloBot() as zalo, House(tmp_path, zalo.url).open() as house:
        phone = zalo.phone()
        shown = await until_asked(phone, one)
        for label, number in shown.numbers.items():
            await phone.asks(number)
            assert (await stored(house))["est-type"] == value_of(label)
            shown = await back_to(phone, shown)


async def until_asked(phone: BotPhone, one: Producer) -> Bubble:
    """Sign up as far as the question of the establishment's kind."""
    said = await phone.asks("ghi danh")
    said = await phone.asks(said.numbers["Đồng ý"])
    for key in ("contact-name", "contact-phone", "est-name"):
        said = await phone.asks(one.typed[key])
        while "Đúng" in said.numbers:
            said = await phone.asks(said.numbers["Đúng"])
    assert "Hợp tác xã" in said.numbers, said.text
    return said


async def back_to(phone: BotPhone, shown: Bubble) -> Bubble:
    """Type the way back, as its word stands in the last line."""
    word = next(word for word in phone.bubbles[-1].words if "Sửa" in word)
    said = await phone.asks(word)
    assert said.numbers == shown.numbers
    return said


def value_of(label: str) -> str:
    """Our own word for a kind of establishment."""
    book = the_book()
    question = next(one for one in book.forms["registration"].questions if one.key == "est-type")
    labels: dict[str, Any] = {
        book.wording.say("vi", f"{question.words}.choice-{choice}"): choice
        for choice in question.choices
    }
    return str(labels[label])


async def test_a_number_is_read_against_what_was_shown_last(tmp_path: Path, one: Producer) -> None:
    """Whoever scrolls up and types an old number answers the question that is open."""
    async with FakeZaloBot() as zalo, House(tmp_path, zalo.url).open() as house:
        phone = zalo.phone()
        menu = await phone.asks("chào")
        shown = await until_asked(phone, one)
        number = next(n for n in menu.numbers.values() if n in shown.numbers.values())
        await phone.asks(number)
        kind = (await stored(house))["est-type"]

    meant = next(label for label, shown_at in shown.numbers.items() if shown_at == number)
    assert kind == value_of(meant)


async def test_a_message_brought_twice_is_answered_once(tmp_path: Path) -> None:
    async with FakeZaloBot(doubled=True) as zalo:
        house = House(tmp_path, zalo.url)
        async with house.open():
            phone = zalo.phone()
            await phone.asks("chào")
            zalo.repeat()
            await phone.asks("ghi danh")
            async with asyncio.timeout(10):
                while len(house.heard) < 6:
                    await asyncio.sleep(0.01)

            assert len(zalo.sent()) == 2
            assert await tables.count(house.database, "inbox") == 2


async def test_a_photo_is_fetched_and_kept_and_what_is_none_is_asked_for_again(
    tmp_path: Path, one: Producer
) -> None:
    async with FakeZaloBot() as zalo, House(tmp_path, zalo.url).open() as house:
        phone = zalo.phone()
        said = await signs_up(phone, one)
        wanted = next(n for label, n in said.numbers.items() if label.endswith("(0/6)"))
        await phone.asks(wanted)
        phone.sends_photo(b"\xff\xd8 no photo", "đây ạ")
        heard, refused = await phone.reads(), await phone.reads()
        phone.sends_photo(pictures.photo())
        await phone.reads()
        async with asyncio.timeout(10):
            while not await tables.count(house.database, "media WHERE sha256 <> ''"):
                await asyncio.sleep(0.01)

    assert heard.text != refused.text
    assert zalo.strays == []
