"""A notice in the web chat: it reaches a page that is open, and is there afterwards."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from bot.channels.base import Announced, Outgoing, Refused, Sent
from handlers.effects import Choice, Message
from storage.engine import open_engine
from storage.flights import NOTICE
from storage.schema import message
from tests.web.house import Browser, House

TEXT = "Mời anh/chị dự lớp tập huấn."
ASKED = {"kind": "choose", "payload": "go/eligibility"}


@pytest.fixture
async def house(tmp_path: Path, database: str) -> AsyncIterator[House]:
    async with House(tmp_path, database=database).open() as house:
        yield house


def notice_to(house: House) -> Outgoing:
    """The seventh row of the third notice, for whoever spoke last."""
    said = Message(TEXT, (), (Choice("Giữ chỗ", "go/activity/1"),))
    about = Announced("training", "Lớp", TEXT, 3)
    return Outgoing(7, "web:main", house.heard[-1].address, 0, said, announced=about)


async def test_a_page_that_is_open_shows_it_with_its_buttons(
    house: House, browser: Browser
) -> None:
    await browser.say(kind="open")
    async with browser.open(seen=1) as window:
        await window.until("talk")
        receipt = await house.chat.send(notice_to(house))
        line = await window.line()

    assert isinstance(receipt, Sent)
    assert (line["notice"], line["text"]) == ("3/7", TEXT)
    assert line["ways"] == [{"label": "Giữ chỗ", "payload": "go/activity/1"}]
    assert "seq" not in line


async def test_where_no_page_is_open_it_is_not_sent(house: House, browser: Browser) -> None:
    await browser.say(kind="open")
    receipt = await house.chat.send(notice_to(house))

    assert receipt == Refused("no-push", by_rule=True)


async def test_it_stands_where_it_was_said_and_the_open_question_keeps_its_buttons(
    house: House, browser: Browser
) -> None:
    await browser.say(kind="open")
    await browser.say(**ASKED)
    engine = open_engine(house.database)
    row = {"contact_id": 1, "at": datetime.now(UTC) + timedelta(minutes=1), "author": "bot"}
    said = {"kind": NOTICE, "text": TEXT, "notice_id": 3, "notice_row": 7}
    async with engine.begin() as connection:
        await connection.execute(insert(message).values(row | said))
    await engine.dispose()
    (told,) = await browser.poll()
    *_, question, notice = told["lines"]
    (later,) = await browser.poll(seen=1)

    assert (notice["notice"], notice["after"], notice["text"]) == ("3/7", 2, TEXT)
    assert question["seq"] == 2
    assert question["choices"]
    assert [line.get("notice") for line in later["lines"] if line["who"] == "bot"] == [None, "3/7"]
