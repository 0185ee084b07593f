"""What was said comes back when the page is opened again, in order and with its buttons."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import Incoming
from storage.hearing import Heard
from storage.talk import NOTHING_YET
from tests.book import the_book
from tests.web import pictures
from tests.web.house import Browser, Hear, House, new_id


async def history(browser: Browser, seen: int = NOTHING_YET) -> list[dict[str, Any]]:
    return list((await browser.poll(seen))[0]["lines"])


async def consented(browser: Browser) -> None:
    """Somebody who agreed that what they say is kept."""
    await browser.say(kind="choose", payload="go/register")
    await browser.say(kind="choose", payload="a/registration/0/consent-data/yes", label="Đồng ý")


@pytest.fixture
async def house(tmp_path: Path, database: str) -> AsyncIterator[House]:
    async with House(tmp_path, database=database).open() as house:
        yield house


@pytest.fixture
async def talking(browser: Browser) -> Browser:
    await consented(browser)
    return browser


async def test_what_the_person_said_comes_back_after_consent(talking: Browser) -> None:
    key = new_id()
    await talking.say(kind="say", text="Vàng Thị Mỷ", id=key)

    mine, ours = (await history(talking))[-2:]

    assert mine == mine | {"who": "me", "id": key, "text": "Vàng Thị Mỷ", "after": 2}
    assert (ours["who"], ours["seq"]) == ("bot", 3)


async def test_a_tap_comes_back_as_what_stood_on_the_button(talking: Browser) -> None:
    await talking.say(kind="choose", payload="go/explain")

    mine = (await history(talking))[-2]
    way = the_book().wording.say("vi", "way-explain")

    assert mine["text"] == way


async def test_a_photo_comes_back_as_a_photo(talking: Browser) -> None:
    key = new_id()
    await talking.photo(pictures.photo(), key)

    mine = (await history(talking))[-2]

    assert (mine["who"], mine["media"], mine["id"]) == ("me", "photo", key)


async def test_what_was_missed_includes_the_other_window_s_words(talking: Browser) -> None:
    await talking.say(kind="say", text="Vàng Thị Mỷ")

    assert [line["who"] for line in await history(talking, seen=2)] == ["me", "bot"]


async def test_lines_come_back_in_order_and_once(talking: Browser) -> None:
    for text in ("một", "hai", "ba"):
        await talking.say(kind="say", text=text)

    lines = await history(talking)
    numbers = [line["seq"] for line in lines if line["who"] == "bot"]

    assert numbers == list(range(1, len(numbers) + 1))
    assert [line["text"] for line in lines if line["who"] == "me"][-3:] == ["một", "hai", "ba"]
    for before, line in itertools.pairwise(lines):
        if line["who"] == "me":
            assert before.get("seq", before.get("after")) == line["after"]


async def test_a_long_talk_comes_back_as_its_end(house: House, browser: Browser) -> None:
    for number in range(85):
        await browser.say(kind="say", text=f"tin {number}")

    lines = await history(browser)

    assert 50 < len(lines) <= 120
    assert lines[-1]["seq"] == 85


async def test_a_reply_that_was_withheld_does_not_come_back(house: House, talking: Browser) -> None:
    together = asyncio.Barrier(2)

    async def at_once(hear: Hear, incoming: Incoming) -> Heard:
        await together.wait()
        return await hear(incoming)

    house.between = at_once
    await asyncio.gather(
        talking.say(kind="say", text="một", age=60_000),
        talking.say(kind="say", text="hai", age=60_000),
    )

    lines = await history(talking)
    assert [line["seq"] for line in lines if line["who"] == "bot"] == [1, 2, 4]


async def test_after_erasing_only_the_answer_is_left(house: House, talking: Browser) -> None:
    await talking.say(kind="say", text="Vàng Thị Mỷ")
    async with talking.open(seen=3) as window:
        await window.hear()
        await talking.say(kind="choose", payload="go/erase")
        await talking.say(kind="choose", payload="go/erased/all")
        await window.until("erased")

    lines = await history(talking)
    assert [line["who"] for line in lines] == ["bot"]
    assert "Mỷ" not in lines[0]["text"]
