"""Starting over, and taking a change back, leave in the tables what they leave in the talk."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.base import Incoming
from bot.turn import Lane
from handlers import codes, machine
from handlers.events import Moment, Said
from storage.cleaning import clean
from storage.schema import answer, conversation, registration
from storage.unit import Store
from tests.storage.desk import ACCOUNT, Desk, book, desk


@dataclass(slots=True)
class Person:
    """Somebody who talks to the real thing."""

    office: Desk
    lane: Lane
    keys: itertools.count[int] = field(default_factory=itertools.count)

    async def says(self, *texts: str) -> None:
        for text in texts:
            now = datetime.now(UTC)
            said = Said(Moment(now, now, 0), text)
            await self.lane.hear(Incoming(ACCOUNT, "1", f"u{next(self.keys)}", said, "vi"))

    async def answers(self) -> dict[tuple[int, str], str]:
        """The rows of all registrations: by number and question, what was answered."""
        rows = await self.office.rows(answer)
        return {(row["registration_id"], row["question"]): row["value"] for row in rows}


@asynccontextmanager
async def talking(office: Desk) -> AsyncIterator[Lane]:
    """A process that remembers nobody yet."""
    lane = Lane(Store(office.engine, machine.step, codes.digits, "w1"), book)
    lane.start()
    yield lane
    await lane.stop()


@pytest.fixture
async def person(database: str) -> AsyncIterator[Person]:
    async with desk(database) as office, talking(office) as lane:
        yield Person(office, lane)


async def test_only_the_draft_that_is_talked_about_is_emptied(person: Person) -> None:
    await person.says("ghi danh", "đồng ý", "Lý A Páo", "0912 000 111")
    await person.says("/ghidanh", "Cơ sở khác", "đồng ý", "Sùng Mí Chá", "0912 000 222")
    first, second = [row["id"] for row in await person.office.rows(registration)]

    await person.says("làm lại", "Xoá, làm lại từ đầu")

    left = await person.answers()
    assert {key for number, key in left if number == second} == {"consent-data"}
    assert left[first, "contact-name"] == "Lý A Páo"


async def test_a_draft_that_was_not_at_hand_is_emptied_whole(person: Person) -> None:
    await person.says("ghi danh", "đồng ý", "Lý A Páo", "0912 000 111")
    await person.says("/ghidanh", "Cơ sở khác", "đồng ý", "Sùng Mí Chá")
    first, _ = [row["id"] for row in await person.office.rows(registration)]
    await person.says("ghi danh của tôi", "1", "2", "1")  # the newest is withdrawn

    async with talking(person.office) as elsewhere:
        person.lane = elsewhere
        await person.says("làm lại", "Xoá, làm lại từ đầu")

    assert {key for number, key in await person.answers() if number == first} == {"consent-data"}


async def test_what_is_taken_back_is_in_the_rows_again(person: Person) -> None:
    await person.says("ghi danh", "đồng ý", "Lý A Páo", "0912 000 111", "sửa", "0912 000 222")
    assert "+84912000222" in (await person.answers()).values()

    await person.says("hoàn tác")

    values = set((await person.answers()).values())
    assert "+84912000111" in values
    assert "+84912000222" not in values


@pytest.mark.parametrize("words", [("xoá dữ liệu", "1"), ("/menu",)])
async def test_what_was_replaced_is_in_no_row_once_it_cannot_come_back(
    person: Person, words: tuple[str, ...]
) -> None:
    await person.says("ghi danh", "đồng ý", "Lý A Páo", "0912 000 111", "sửa", "0912 000 222")
    [talk] = await person.office.rows(conversation)
    assert "912000111" in talk["state"]

    await person.says(*words)

    [talk] = await person.office.rows(conversation)
    assert "912000111" not in talk["state"]


async def test_a_draft_that_goes_takes_what_was_replaced_along(person: Person) -> None:
    await person.says("ghi danh", "đồng ý", "Lý A Páo", "0912 000 111", "sửa", "0912 000 222")
    later = datetime.now(UTC) + timedelta(days=91)

    assert (await clean(person.office.engine, person.office.reader, later)).drafts == 1

    [talk] = await person.office.rows(conversation)
    assert "912000111" not in talk["state"]
    await person.says("tiếp")
