"""The lane hears everything once, in order, and never keeps anybody waiting for nothing."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot import turn
from bot.channels.base import Incoming
from bot.chat_limit import Limit
from bot.turn import Lane, NotStored
from content.model import Book
from handlers.events import Moment, Said
from storage import engine
from storage.columns import Sending
from storage.hearing import Heard, Hearing
from storage.schema import answer, conversation, inbox, outbox
from storage.unit import Store
from tests.storage.desk import ACCOUNT, Desk, book, desk, text_of


class Watched(Store):
    """A real store that remembers its batches, and can be told to fail."""

    batches: list[list[str]]
    refuse: str = ""

    async def hear(self, hearings: Sequence[Hearing], book: Book) -> list[Heard]:
        self.batches.append([one.update_key for one in hearings])
        if any(one.update_key == self.refuse for one in hearings):
            raise IntegrityError("refused", {}, Exception())
        return await super().hear(hearings, book)


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Desk]:
    async with desk(str(tmp_path / "bot.db")) as one:
        yield one


def watched(office: Desk) -> Watched:
    store = office.store()
    store.__class__ = Watched
    assert isinstance(store, Watched)
    store.batches = []
    return store


@pytest.fixture
def store(office: Desk) -> Watched:
    return watched(office)


@pytest.fixture
async def lane(store: Watched) -> AsyncIterator[Lane]:
    one = Lane(store, book)
    yield one
    await one.stop()


def incoming(text: str, chat: str = "1", key: str = "", age: float = 0) -> Incoming:
    now = datetime.now(UTC)
    said = Said(Moment(now, now - timedelta(seconds=age), 0), text)
    return Incoming(ACCOUNT, chat, key or f"{chat}/{text}", said, "vi")


async def test_whatever_waits_is_taken_together_and_in_order(lane: Lane, store: Watched) -> None:
    waiting = [
        asyncio.create_task(lane.hear(incoming(str(n), f"{n % 50}", str(n)))) for n in range(150)
    ]
    await asyncio.sleep(0)
    lane.start()
    heard = await asyncio.gather(*waiting)

    assert [len(batch) for batch in store.batches] == [64, 64, 22]
    assert [text_of(one) for one in heard] == [str(n) for n in range(150)]
    assert [key for batch in store.batches for key in batch] == [str(n) for n in range(150)]


async def test_a_lonely_turn_does_not_wait_for_others(lane: Lane, store: Watched) -> None:
    lane.start()
    assert text_of(await lane.hear(incoming("hello"))) == "hello"
    assert text_of(await lane.hear(incoming("again"))) == "again"
    assert [len(batch) for batch in store.batches] == [1, 1]
    assert (lane.counts.turns, lane.counts.batches) == (2, 2)


async def test_a_duplicate_is_counted(lane: Lane) -> None:
    lane.start()
    await lane.hear(incoming("hello"))

    assert (await lane.hear(incoming("hello"))).duplicate
    assert lane.counts.duplicates == 1


async def test_side_by_side_a_chat_keeps_its_order(office: Desk, store: Watched) -> None:
    store.side_by_side = 2
    lane = Lane(store, book)
    lane.start()
    chats = [str(number) for number in range(20)]
    texts = ["open", *(f"q={n}" for n in range(15))]
    await asyncio.gather(*(lane.hear(incoming(text, chat)) for text in texts for chat in chats))
    await lane.stop()

    assert {row["value"] for row in await office.rows(answer)} == {"14"}
    assert {row["seq"] for row in await office.rows(conversation)} == {16}


async def test_a_turn_that_the_database_refuses_goes_alone(lane: Lane, store: Watched) -> None:
    store.refuse = "3"
    waiting = [asyncio.create_task(lane.hear(incoming("hello", str(n), str(n)))) for n in range(6)]
    await asyncio.sleep(0)
    lane.start()
    heard = await asyncio.gather(*waiting, return_exceptions=True)

    assert isinstance(heard[3], NotStored)
    assert [type(one) for one in heard].count(Heard) == 5
    assert lane.counts.not_stored == 1


async def test_after_an_outage_a_chat_gets_one_reply(office: Desk, lane: Lane) -> None:
    waiting = [
        asyncio.create_task(lane.hear(incoming(text, age=60)))
        for text in ("hello?", "is anybody there?", "open")
    ]
    await asyncio.sleep(0)
    lane.start()
    heard = await asyncio.gather(*waiting)

    assert [text_of(one) for one in heard] == ["", "", "opened 1"]
    assert [row["status"] for row in await office.rows(outbox)] == [
        Sending.SKIPPED,
        Sending.SKIPPED,
        Sending.PENDING,
    ]


async def test_a_chat_that_is_too_fast_is_told_once_and_the_rest_is_skipped(
    office: Desk, store: Watched
) -> None:
    lane = Lane(store, book, Limit(burst=3))
    lane.start()
    heard = [await lane.hear(incoming(str(n))) for n in range(6)]
    other = await lane.hear(incoming("hello", "2"))
    await lane.stop()

    too_fast = book().wording.say("vi", "too-fast")
    assert [text_of(one) for one in heard] == ["0", "1", "2", too_fast, "", ""]
    assert text_of(other) == "hello"
    assert lane.counts.skipped == 2
    assert len(await office.rows(inbox)) == 5


async def test_more_than_can_wait_is_not_taken(lane: Lane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turn, "MOST_WAITING", 2)
    waiting = [asyncio.create_task(lane.hear(incoming(str(n)))) for n in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(NotStored):
        await lane.hear(incoming("one too many"))
    assert lane.waiting == 2

    lane.start()
    assert [text_of(one) for one in await asyncio.gather(*waiting)] == ["0", "1"]


async def test_stopping_finishes_the_batch_in_hand_and_gives_back_the_rest(
    office: Desk, lane: Lane
) -> None:
    waiting = [asyncio.create_task(lane.hear(incoming("x", key=str(n)))) for n in range(70)]
    await asyncio.sleep(0)
    lane.start()
    await asyncio.sleep(0)
    await lane.stop()
    heard = await asyncio.gather(*waiting, return_exceptions=True)

    assert [type(one) for one in heard] == [Heard] * 64 + [NotStored] * 6
    assert len(await office.rows(inbox)) == 64
    with pytest.raises(NotStored):
        await lane.hear(incoming("late"))


async def test_a_database_that_is_away_keeps_nobody_waiting_and_heals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_PRAGMAS", (*engine._PRAGMAS, "busy_timeout=400"))
    monkeypatch.setattr(turn, "SOON", 0.2)
    path = str(tmp_path / "bot.db")
    async with desk(path) as office:
        store = watched(office)
        lane = Lane(store, book)
        lane.start()
        await lane.hear(incoming("hello"))
        stalls: list[float] = []
        watching = asyncio.create_task(stall(stalls))
        with sqlite3.connect(path, isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            began = time.monotonic()
            heard = await asyncio.gather(
                *(lane.hear(incoming(f"while {n}", str(n))) for n in range(200)),
                return_exceptions=True,
            )
            waited = time.monotonic() - began
            other.execute("ROLLBACK")
        other.close()
        watching.cancel()

        assert {type(one) for one in heard} == {NotStored}
        assert len(store.batches) == 2
        assert waited < 5
        assert max(stalls) < 0.3
        assert text_of(await lane.hear(incoming("while 3", "3"))) == "while 3"
        await lane.stop()


async def stall(found: list[float]) -> None:
    """Note how long the loop was busy with something else."""
    while True:
        began = time.monotonic()
        await asyncio.sleep(0.01)
        found.append(time.monotonic() - began - 0.01)


async def test_a_full_disk_is_not_stored_and_heals(office: Desk) -> None:
    store = watched(office)
    lane = Lane(store, book)
    lane.start()
    await lane.hear(incoming("open"))

    async def most_pages(count: int) -> None:
        async with store._engine.begin() as connection:
            await connection.execute(text(f"PRAGMA max_page_count = {count}"))

    await most_pages(1)
    with pytest.raises(NotStored):
        await lane.hear(incoming("q=" + "long " * 50_000))
    await most_pages(1_000_000)
    assert text_of(await lane.hear(incoming("q=short"))) == "q is short"
    await lane.stop()

    async with office.reader.connect() as connection:
        assert (await connection.execute(text("PRAGMA integrity_check"))).scalar() == "ok"
    assert len(await office.rows(answer)) == 1
