"""Many people talk at once while the power fails at moments that nobody chose."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from content.model import Book
from storage.columns import Sending
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import FakeTelegram
from tests.whole import tables
from tests.whole.lives import acts, heard, replies
from tests.whole.producers import producers
from tests.whole.program import PATIENCE, Program, reaped
from tests.whole.until import until

PEOPLE = 12
CUTS = 7


@pytest.mark.timeout(300)
@pytest.mark.parametrize("way", ["webhook", "polling"])
async def test_nothing_is_lost_and_nobody_is_mixed_up(
    way: str, tmp_path: Path, pack: Path, telegram: FakeTelegram, book: Book
) -> None:
    seed = time.time_ns() % 100_000
    print("seed", seed)
    chance = random.Random(seed)
    program = Program(tmp_path / "here", pack, telegram.url, way == "polling")
    people = {telegram.phone(): one for one in producers(PEOPLE, chance, book)}
    lines = [line for one in people.values() for line in one.lines]
    moments = sorted(chance.sample(range(len(lines)), CUTS))

    async with asyncio.TaskGroup() as tasks:
        talks = [
            tasks.create_task(talk(program, phone, one.lines, replies(book, one.lines)))
            for phone, one in people.items()
        ]
        await cut(program, moments, lambda: sum(len(set(heard(one))) for one in people), chance)
        async with program.serving():
            await asyncio.wait(talks)

    database = program.database
    assert await tables.by_address(database) == {
        str(phone.id): [one.stored] for phone, one in people.items()
    }
    assert await tables.count(database, "inbox") == len(lines)
    assert await tables.count(database, "message WHERE author = 'person'") == len(lines)
    assert await tables.unsent(database) == 0
    assert await tables.unknown(database) <= CUTS * PEOPLE
    assert await tables.is_sound(database)
    assert "Traceback" not in program.log


async def talk(program: Program, phone: Phone, lines: Sequence[str], said: Sequence[str]) -> None:
    """
    Type every line once the one before was answered, and see that the replies came in order.

    One that was cut off may come twice; one that was cut off twice may be missing, and is then
    known to be unknown.
    """
    missing = set[str]()
    for number, line in enumerate(lines):
        acts(phone, line)

        async def answered(number: int = number) -> bool:
            if said[number] in heard(phone):
                return True
            if await is_unknown(program, phone, number + 1):
                missing.add(said[number])
                return True
            return False

        await until(answered, 4 * PATIENCE)
    read = heard(phone)
    firsts = list(dict.fromkeys(read))
    assert firsts == [text for text in said if text in read or text not in missing]
    assert max(Counter(read).values()) <= 2


async def is_unknown(program: Program, phone: Phone, seq: int) -> bool:
    """Whether nobody can say if this reply was sent."""
    lost = f"address = '{phone.id}' AND seq = {seq} AND status = {Sending.UNKNOWN:d}"
    known = Path(program.database).exists() and await tables.rows(
        program.database, "SELECT 1 FROM sqlite_master WHERE name = 'outbox'"
    )
    return bool(known) and await tables.count(program.database, f"outbox WHERE {lost}") > 0


async def cut(
    program: Program, moments: Sequence[int], read: Callable[[], int], chance: random.Random
) -> None:
    """Start the program and kill it once so many replies have been read, for each moment."""
    for moment in moments:
        process = await program.start()
        try:
            await until(lambda moment=moment: read() >= moment, 2 * PATIENCE)  # type: ignore[misc]
            await asyncio.sleep(chance.uniform(0.0, 0.05))
        finally:
            await reaped(process)
