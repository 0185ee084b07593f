"""A picture or a paper that a message of ours brings to the web chat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from handlers.effects import Attachment, Message, Reply
from handlers.machine import Turn
from handlers.state import Conversation
from storage.media import new_id
from tests.web import pictures
from tests.web.house import Browser, House

PICTURE = Attachment(new_id(), "image/jpeg", "lop.jpg")
PAPER = Attachment(new_id(), "application/pdf", "hồ sơ.pdf")


def brings(c: Conversation, event: Any, _book: Any) -> Turn:
    """Whatever is said is answered with a picture, and a tap with a paper."""
    attached = PAPER if hasattr(event, "payload") else PICTURE
    return Turn(c, (Reply(Message("Mời dự lớp", attached=attached)),))


@pytest.fixture
async def house(tmp_path: Path, database: str) -> AsyncIterator[House]:
    async with House(tmp_path, step=brings, database=database).open() as house:
        await house.media.put(PICTURE.media, pictures.photo())
        await house.media.put(PAPER.media, pictures.paper())
        yield house


async def said(browser: Browser) -> dict[str, Any]:
    return dict((await browser.poll())[0]["lines"][-1]["attached"])


async def test_its_reader_sees_it_at_once_and_in_the_history(
    house: House, browser: Browser
) -> None:
    async with browser.open() as window:
        await window.send(kind="say", text="chào")
        at_once = (await window.line())["attached"]
    later = await said(browser)
    answer = await browser.get(later["address"])

    assert at_once == later == later | {"kind": "photo", "name": "lop.jpg"}
    assert answer.status == 200
    assert answer.content_type == "image/jpeg"
    assert await answer.read() == pictures.photo()


async def test_a_paper_is_a_download(house: House, browser: Browser) -> None:
    await browser.say(kind="choose", payload="go/mine", label="Hồ sơ")

    answer = await browser.get((await said(browser))["address"])

    assert await answer.read() == pictures.paper()
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''h%E1")
    assert "sandbox" in answer.headers["Content-Security-Policy"]


async def test_nobody_else_sees_it(house: House, browser: Browser) -> None:
    await browser.say(kind="say", text="chào")
    address = (await said(browser))["address"]

    async with Browser(house) as other:
        await other.say(kind="choose", payload="go/mine", label="Hồ sơ")
        refused = await other.get(address)
    unknown = await browser.get(f"/chat/file/{new_id()}")

    assert (refused.status, unknown.status) == (404, 404)
