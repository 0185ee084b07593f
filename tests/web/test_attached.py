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
from tests.sounds import ogg
from tests.web import pictures
from tests.web.chromium import chromium, phone
from tests.web.house import Browser, House

SOUND = ogg(b"mong")
PICTURE = Attachment(new_id(), "image/jpeg", "lop.jpg")
SPOKEN = Attachment(new_id(), "audio/ogg", "home-menu.ogg")
PAPER = Attachment(new_id(), "application/pdf", "hồ sơ.pdf")


def brings(c: Conversation, event: Any, _book: Any) -> Turn:
    """What is typed is answered with a picture, a tap with a paper; "đọc" is read aloud."""
    typed = SPOKEN if getattr(event, "text", "") == "đọc" else PICTURE
    attached = PAPER if hasattr(event, "payload") else typed
    return Turn(c, (Reply(Message("Mời dự lớp", attached=attached)),))


@pytest.fixture
async def house(tmp_path: Path, database: str) -> AsyncIterator[House]:
    async with House(tmp_path, step=brings, database=database).open() as house:
        await house.media.put(PICTURE.media, pictures.photo())
        await house.media.put(PAPER.media, pictures.paper())
        await house.media.put(SPOKEN.media, SOUND)
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


@pytest.mark.parametrize(
    ("wanted", "status", "heard", "which"),
    [
        ({}, 200, SOUND, None),
        ({"Range": "bytes=0-1"}, 206, SOUND[:2], f"bytes 0-1/{len(SOUND)}"),
        ({"Range": "bytes=4-"}, 206, SOUND[4:], f"bytes 4-{len(SOUND) - 1}/{len(SOUND)}"),
        ({"Range": "bytes=-4"}, 206, SOUND[-4:], f"bytes 46-49/{len(SOUND)}"),
        ({"Range": "bytes=900-"}, 200, SOUND, None),
        ({"Range": "lines=1"}, 200, SOUND, None),
    ],
)
async def test_what_is_read_aloud_is_played_whole_or_in_parts(
    house: House,
    browser: Browser,
    wanted: dict[str, str],
    status: int,
    heard: bytes,
    which: str | None,
) -> None:
    await browser.say(kind="say", text="đọc")
    line = await said(browser)

    answer = await browser.get(line["address"], headers=wanted)

    assert line == line | {"kind": "voice", "name": "home-menu.ogg"}
    assert (answer.status, await answer.read()) == (status, heard)
    assert answer.content_type == "audio/ogg"
    assert answer.headers.get("Content-Range") == which
    assert answer.headers["Content-Disposition"].startswith("inline")


@pytest.mark.browser
async def test_chromium_may_play_it_and_shows_it_above_the_text(house: House) -> None:
    async with chromium() as opened, phone(opened, house.url) as mobile:
        screen = await mobile.open()
        await screen.type("đọc")
        player = screen.page.locator("audio")
        await player.wait_for()
        async with screen.page.expect_response(f"**/chat/file/{SPOKEN.media}") as answered:
            await player.evaluate("one => one.load() || one.play().catch(() => {})")

        assert (await answered.value).ok
        assert await player.get_attribute("aria-label") == "Nghe đọc câu này"
        assert await player.evaluate("one => one.nextSibling.textContent") == "Mời dự lớp"


async def test_nobody_else_sees_it(house: House, browser: Browser) -> None:
    await browser.say(kind="say", text="chào")
    address = (await said(browser))["address"]

    async with Browser(house) as other:
        await other.say(kind="choose", payload="go/mine", label="Hồ sơ")
        refused = await other.get(address)
    unknown = await browser.get(f"/chat/file/{new_id()}")

    assert (refused.status, unknown.status) == (404, 404)
