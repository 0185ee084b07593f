"""Five hundred producers at once, every update twice, and none of them tidy."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from pathlib import Path

import pytest

from content.model import Book
from tests.fakes.telegram_server import FakeTelegram
from tests.whole import tables
from tests.whole.person import Person
from tests.whole.producers import producers
from tests.whole.program import Program
from tests.whole.reading import eyes
from tests.whole.sheets import read_sheet

PEOPLE = 500
PATIENCE = 120.0


@pytest.mark.timeout(400)
async def test_everybody_is_registered_once_and_as_they_said(
    tmp_path: Path, pack: Path, book: Book
) -> None:
    seed = time.time_ns() % 100_000
    print("seed", seed)
    chance = random.Random(seed)
    async with FakeTelegram(doubled=True) as telegram:
        first = telegram.bot().last_update
        program = Program(tmp_path / "here", pack, telegram.url)
        people = [
            Person(telegram.phone(), one, eyes(book), random.Random(chance.random()), PATIENCE)
            for one in producers(PEOPLE, chance, book)
        ]
        async with program.serving():
            began = time.monotonic()
            await asyncio.gather(*(person.signs_up() for person in people))
            taken = time.monotonic() - began
            done = await program.run("export", "registrations", "--out", str(tmp_path / "all.csv"))
            assert done.code == 0, done.err
            exported = read_sheet(tmp_path / "all.csv")
        updates = telegram.bot().last_update - first
    tricks = Counter(trick.partition(" ")[0] for person in people for trick in person.tricks)
    print(f"{updates} updates, each twice, in {taken:.1f} s", dict(tricks))

    assert await tables.by_address(program.database) == {
        str(person.phone.id): [person.one.stored] for person in people
    }
    assert {row["Mã"]: (row["Tên sản phẩm"], row["Số điện thoại"]) for row in exported} == {
        person.code: (person.one.typed["prod-name"], person.one.typed["contact-phone"])
        for person in people
    }
    assert max(copies for person in people for copies in person.read.values()) <= 2
    assert {text for person in people for text in person.left_unread()} == set()
    assert await tables.count(program.database, "inbox") == updates
    assert await tables.count(program.database, "message WHERE author = 'person'") == updates
    assert await tables.unsent(program.database) == 0
    assert "Traceback" not in program.log
