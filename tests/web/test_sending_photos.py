"""A photo on its way in: looked at, kept before it is acknowledged, taken once, or gone again."""

from __future__ import annotations

import asyncio
import io
import itertools
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from bot.channels import web_photo
from bot.channels.base import Incoming
from bot.photos import MOST_BYTES
from bot.turn import NotStored
from content.model import Book
from handlers.effects import Effect, KeepMedia, Message, Reply
from handlers.events import Event, SentMedia
from handlers.state import Conversation
from storage.hearing import Heard
from tests.web import pictures
from tests.web.house import MB, Browser, Hear, House, new_id


@dataclass(frozen=True)
class Turn:
    conversation: Conversation
    effects: tuple[Effect, ...]


def album(conversation: Conversation, event: Event, book: Book) -> Turn:
    """A conversation that keeps every photo it is sent."""
    kept = (
        (KeepMedia(event.media, 0, 1, "att-photo-front", event.remote),)
        if isinstance(event, SentMedia)
        else ()
    )
    return Turn(conversation, (Reply(Message("ok")), *kept))


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with House(tmp_path, step=album).open() as house:
        yield house


async def files(house: House) -> list[str]:
    return [media async for media in house.media.iter()]


async def test_a_photo_is_kept_small_and_without_its_place(house: House, browser: Browser) -> None:
    key = new_id()

    told = await browser.photo(pictures.photo_with_place(3000, 2000), key)

    assert told == {"kind": "taken", "id": key, "after": 0}
    (media,) = await files(house)
    kept = await house.media.get(media)
    assert Image.open(io.BytesIO(kept)).size == (1600, 2400)
    assert b"Secret" not in kept


async def test_the_conversation_is_told_what_was_kept(house: House, browser: Browser) -> None:
    await browser.photo(pictures.photo())
    await browser.photo(pictures.paper())

    photo, paper = (one.event for one in house.heard)
    assert isinstance(photo, SentMedia)
    assert isinstance(paper, SentMedia)
    assert (photo.kind, photo.mime) == ("photo", "image/jpeg")
    assert (paper.kind, paper.mime) == ("document", "application/pdf")
    assert paper.size == len(pictures.paper())
    assert await house.media.get(paper.media) == pictures.paper()


async def test_a_photo_sent_again_is_taken_once(house: House, browser: Browser) -> None:
    key = new_id()
    first = await browser.photo(pictures.photo(), key)
    again = await browser.photo(pictures.photo(), key)

    assert (first["kind"], again["kind"]) == ("taken", "taken")
    assert len(await files(house)) == 1


async def test_a_photo_that_was_removed_does_not_come_back(house: House, browser: Browser) -> None:
    key = new_id()
    await browser.photo(pictures.photo(), key)
    await house.media.delete((await files(house))[0])

    await browser.photo(pictures.photo(), key)

    assert await files(house) == []


async def test_one_id_of_two_people_is_two_photos(house: House, browser: Browser) -> None:
    async with Browser(house) as other:
        key = new_id()
        await browser.photo(pictures.photo(), key)
        await other.photo(pictures.photo(colour="red"), key)

    names = {one.event.media for one in house.heard if isinstance(one.event, SentMedia)}
    assert len(names) == 2


async def test_a_photo_that_nobody_asked_for_is_not_kept(tmp_path: Path) -> None:
    house = House(tmp_path)
    async with house.open(), Browser(house) as browser:
        told = await browser.photo(pictures.photo())

        assert told["kind"] == "taken"
        assert await files(house) == []


async def test_other_windows_see_that_a_photo_was_sent(house: House, browser: Browser) -> None:
    async with browser.open() as window:
        await window.hear()
        key = new_id()
        await browser.photo(pictures.photo(), key)

        assert await window.hear() == {"kind": "mine", "id": key, "after": 0, "media": "photo"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html><script>alert(1)</script></html>", "not-accepted"),
        (b"", "not-accepted"),
        (pictures.heic(), "heic"),
        (pictures.photo()[:500], "unreadable"),
        (pictures.flood(30_000, 30_000), "too-big"),
        (b"\xff\xd8\xff" + b"\0" * MOST_BYTES, "too-big"),
    ],
)
async def test_what_cannot_be_kept_is_refused_with_a_reason(
    house: House, browser: Browser, content: bytes, reason: str
) -> None:
    key = new_id()

    assert await browser.photo(content, key) == {"kind": "refused", "id": key, "reason": reason}
    assert house.heard == []
    assert await files(house) == []


async def test_a_flood_of_unknown_length_is_cut_off(house: House, browser: Browser) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 100 * MB:
            sent += 64 * 1024
            yield b"\xff\xd8\xff" + b"\0" * (64 * 1024 - 3)

    answer = await browser.post(f"/chat/photo?id={new_id()}", data=endless())

    assert (await answer.json())["reason"] == "too-big"
    assert sent < 40 * MB


async def test_a_full_disk_refuses_photos_kindly_and_hears_on(
    house: House, browser: Browser
) -> None:
    house.room = (100 * MB, 1000 * MB)

    assert (await browser.photo(pictures.photo()))["reason"] == "no-room"
    assert (await browser.say(kind="say", text="xin chào"))["kind"] == "taken"


async def test_a_photo_whose_turn_is_not_stored_is_sent_again(
    house: House, browser: Browser
) -> None:
    async def away(_hear: Hear, _incoming: Incoming) -> Heard:
        raise NotStored

    usual, house.between = house.between, away
    key = new_id()
    assert await browser.photo(pictures.photo(), key) == {"kind": "later", "id": key}

    house.between = usual
    assert (await browser.photo(pictures.photo(), key))["kind"] == "taken"
    assert len(await files(house)) == 1


async def test_who_sends_nothing_for_long_is_let_go(
    house: House, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_photo, "PIECE_SECONDS", 0.1)
    release = asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        yield b"\xff\xd8\xff"
        await release.wait()

    answer = await browser.post(f"/chat/photo?id={new_id()}", data=slow())
    release.set()

    assert answer.status == 408


@pytest.mark.parametrize(("places", "most"), [(1, 4), (17, 16)])
async def test_so_many_arrive_at_once_and_no_more(tmp_path: Path, places: int, most: int) -> None:
    asking = itertools.count()
    house = House(tmp_path, step=album, source=lambda _: f"198.51.100.{next(asking) % places}")
    release = asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        yield pictures.photo()[:100]
        await release.wait()
        yield pictures.photo()[100:]

    async with house.open(), Browser(house) as browser:
        sending = [
            asyncio.create_task(browser.post(f"/chat/photo?id={new_id()}", data=slow()))
            for _ in range(most + 1)
        ]
        (first,), others = await asyncio.wait(sending, return_when=asyncio.FIRST_COMPLETED)
        release.set()

        assert first.result().status == 503
        assert first.result().headers["Retry-After"] == "10"
        assert {(await other).status for other in others} == {200}


@pytest.mark.parametrize("key", ["", "1", "../../x", "0" * 36, "A" * 36, "%00"])
async def test_an_odd_name_is_refused(house: House, browser: Browser, key: str) -> None:
    answer = await browser.post(f"/chat/photo?id={key}", data=pictures.photo())

    assert answer.status == 400
    assert await files(house) == []
