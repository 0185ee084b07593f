"""Photos and papers are fetched after their turn, looked at, kept, or asked for again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Row, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.channels.base import Incoming
from bot.keeping import TRIES, Keeper, Missing
from bot.photos import Photos
from bot.turn import NotStored
from handlers.effects import KeepMedia, Reachable
from handlers.events import MediaRefused
from storage.columns import AUDIO, Keeping, metadata
from storage.engine import open_engine
from storage.media import Absent, Folder, NoRoom
from storage.schema import media
from tests.web.pictures import photo

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ACCOUNT = "test:1"
ID = "0123456789abcdef0123456789abcdef"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


@dataclass(slots=True)
class House:
    """A keeper with real tables, files and eyes; the other side is a dictionary."""

    engine: AsyncEngine
    files: Folder
    remote: dict[str, bytes | Missing] = field(default_factory=dict)
    heard: list[Incoming] = field(default_factory=list)
    deaf: bool = False
    fetched: list[str] = field(default_factory=list)
    keeper: Keeper = field(init=False)

    def __post_init__(self) -> None:
        photos = Photos()
        self.keeper = Keeper(self.engine, self.files, photos, {ACCOUNT: self.fetch}, self.hear)

    async def fetch(self, remote: str) -> bytes:
        self.fetched.append(remote)
        found = self.remote[remote]
        if isinstance(found, Missing):
            raise found
        return found

    async def hear(self, incoming: Incoming) -> None:
        if self.deaf:
            raise NotStored
        self.heard.append(incoming)

    async def want(
        self, name: str = ID, remote: str = "r", account: str = ACCOUNT, address: str = "42",
        mime: str = "",
    ) -> None:  # fmt: skip
        async with self.engine.begin() as connection:
            await connection.execute(
                insert(media).values(
                    id=name, account=account, address=address, product=1, question="prod-photo",
                    remote=remote, state=int(Keeping.WANTED), at=NOW, mime=mime,
                )
            )  # fmt: skip

    async def drop(self, name: str = ID) -> None:
        async with self.engine.begin() as connection:
            await connection.execute(
                media.update().where(media.c.id == name).values(state=int(Keeping.DROPPED))
            )

    async def row(self, name: str = ID) -> Row[Any] | None:
        async with self.engine.begin() as connection:
            found = await connection.execute(select(media).where(media.c.id == name))
            return found.one_or_none()

    async def state(self, name: str = ID) -> Keeping:
        row = await self.row(name)
        assert row is not None
        return Keeping(row.state)

    @property
    def reasons(self) -> list[str]:
        return [one.event.reason for one in self.heard if isinstance(one.event, MediaRefused)]


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    engine = open_engine(str(tmp_path / "bot.db"))
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    yield House(engine, Folder(tmp_path / "media", lambda _: (10**12, 10**12)))
    await engine.dispose()


async def test_a_photo_is_fetched_made_safe_and_kept(house: House) -> None:
    house.remote["r"] = photo(300, 200)
    await house.want()

    await house.keeper.look()

    row = await house.row()
    assert row is not None
    assert (row.state, row.mime, row.remote) == (Keeping.KEPT, "image/jpeg", "")
    assert len(await house.files.get(ID)) == row.bytes
    assert len(row.sha256) == 64
    assert house.heard == []


@pytest.mark.parametrize(
    ("content", "mime"),
    [
        (b"OggS\0\2", "audio/ogg"),
        (b"#!AMR\n", "audio/amr"),
        (b"\xff\xf1P\x80", "audio/aac"),
        (b"ID3\4", "audio/mpeg"),
        (b"\0\0\0\x1cftypM4A \0", "audio/mp4"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav"),
    ],
)
async def test_a_voice_note_is_fetched_and_kept_as_it_came(
    house: House, content: bytes, mime: str
) -> None:
    house.remote["r"] = content
    await house.want(mime=AUDIO)

    await house.keeper.look()

    row = await house.row()
    assert row is not None
    assert (row.state, row.mime, row.remote) == (Keeping.KEPT, mime, "")
    assert await house.files.get(ID) == content


@pytest.mark.parametrize("content", [b"", b"<html>", PDF, photo(30, 20), b"RIFF\0\0\0\0WEBP"])
async def test_what_is_no_voice_note_is_asked_for_again(house: House, content: bytes) -> None:
    house.remote["r"] = content
    await house.want(mime=AUDIO)

    await house.keeper.look()

    assert await house.state() is Keeping.REFUSED
    assert house.reasons == ["voice-lost"]
    with pytest.raises(Absent):
        await house.files.get(ID)


async def test_a_voice_note_that_is_gone_is_asked_for_again(house: House) -> None:
    house.remote["r"] = Missing("gone", again=False)
    await house.want(mime=AUDIO)

    await house.keeper.look()

    assert house.reasons == ["voice-lost"]


async def test_sound_is_no_photo(house: House) -> None:
    house.remote["r"] = b"OggS\0\2"
    await house.want()

    await house.keeper.look()

    assert house.reasons == ["not-accepted"]


async def test_more_than_can_be_kept_of_one_person_is_refused(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, other = ID, "1" * 32, "2" * 32
    house.remote = {"r": PDF}
    monkeypatch.setattr("bot.keeping.MOST_BYTES", 2 * len(PDF) - 1)
    for name, person in ((first, "1"), (second, "1"), (other, "2")):
        await house.want(name, address=person)
        await house.keeper.look()

    assert await house.state(first) is Keeping.KEPT
    assert await house.state(second) is Keeping.REFUSED
    assert await house.state(other) is Keeping.KEPT
    assert house.reasons == ["too-much"]
    with pytest.raises(Absent):
        await house.files.get(second)


async def test_a_paper_is_kept_as_it_is(house: House) -> None:
    house.remote["r"] = PDF
    await house.want()

    await house.keeper.look()

    assert await house.files.get(ID) == PDF
    assert await house.state() is Keeping.KEPT


async def test_what_the_web_chat_put_there_is_only_noted(house: House) -> None:
    await house.files.put(ID, photo(30, 20))
    await house.want(remote="")

    await house.keeper.look()

    assert await house.state() is Keeping.KEPT
    assert house.fetched == []


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (b"no photo at all", "not-accepted"),
        (b"\xff\xd8\xff cut off", "unreadable"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 100, "heic"),
        (Missing("too-big", again=False), "too-big"),
        (Missing("gone", again=False), "unreadable"),
    ],
)
async def test_what_cannot_be_kept_is_asked_for_again(
    house: House, found: bytes | Missing, reason: str
) -> None:
    house.remote["r"] = found
    await house.want()

    await house.keeper.look()

    assert house.reasons == [reason]
    assert house.heard[0].address == "42"
    assert await house.state() is Keeping.REFUSED
    with pytest.raises(Absent):
        await house.files.get(ID)


async def test_what_does_not_come_today_may_come_tomorrow(house: House) -> None:
    house.remote["r"] = Missing("unreachable", again=True)
    await house.want()
    await house.keeper.look()
    house.remote["r"] = photo(30, 20)
    await house.keeper.look()

    assert await house.state() is Keeping.KEPT
    assert house.heard == []


async def test_what_never_comes_is_given_up_after_a_while(house: House) -> None:
    house.remote["r"] = Missing("unreachable", again=True)
    await house.want()
    for _ in range(TRIES + 1):
        await house.keeper.look()

    assert house.reasons == ["unreadable"]
    assert len(house.fetched) == TRIES


async def test_a_refusal_that_could_not_be_told_is_told_later(house: House) -> None:
    house.remote["r"] = b"no photo"
    house.deaf = True
    await house.want()
    await house.keeper.look()
    assert await house.state() is Keeping.WANTED

    house.deaf = False
    await house.keeper.look()

    assert house.reasons == ["not-accepted"]


async def test_without_room_a_photo_waits(house: House, tmp_path: Path) -> None:
    class Full(Folder):
        async def put(self, media: str, content: bytes) -> bool:
            raise NoRoom

    full = House(house.engine, Full(tmp_path / "full"))
    full.remote["r"] = photo(30, 20)
    await full.want()

    await full.keeper.look()

    assert await full.state() is Keeping.WANTED
    assert full.heard == []


async def test_a_photo_that_was_dropped_is_removed(house: House) -> None:
    await house.files.put(ID, b"x")
    await house.want(remote="")
    await house.drop()

    await house.keeper.look()

    assert await house.row() is None
    with pytest.raises(Absent):
        await house.files.get(ID)


async def test_a_photo_dropped_while_it_is_fetched_does_not_stay(house: House) -> None:
    house.remote["r"] = photo(30, 20)
    await house.want()
    fetch: Callable[[str], Awaitable[bytes]] = house.fetch

    async def slow(remote: str) -> bytes:
        content = await fetch(remote)
        await house.drop()
        return content

    keeper = Keeper(house.engine, house.files, Photos(), {ACCOUNT: slow}, house.hear)
    await keeper.look()

    with pytest.raises(Absent):
        await house.files.get(ID)


async def test_files_of_an_account_that_is_off_wait_for_it(house: House) -> None:
    await house.want(account="other:1")

    await house.keeper.look()

    assert await house.state() is Keeping.WANTED


async def test_a_turn_that_wants_a_file_is_looked_after_at_once(house: House) -> None:
    house.remote["r"] = photo(30, 20)
    running = asyncio.create_task(house.keeper.run())
    await asyncio.sleep(0.1)
    await house.want()
    house.keeper.heed([Reachable(yes=True)])
    await asyncio.sleep(0.1)
    before = len(house.fetched)
    house.keeper.heed([KeepMedia(ID, 1, 1, "prod-photo", "r")])
    async with asyncio.timeout(3):
        while await house.state() is not Keeping.KEPT:
            await asyncio.sleep(0.02)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert before == 0
