"""Many people talk at once while the program ends, well or badly, at moments nobody chose."""

from __future__ import annotations

import asyncio
import random
import signal
import time
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable, Sequence
from pathlib import Path

import pytest

from content.model import Book
from storage.columns import Sending
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import FakeTelegram
from tests.whole import tables
from tests.whole.lives import acts, heard, replies
from tests.whole.producers import producers
from tests.whole.program import PATIENCE, Program, ready, reaped, stopped
from tests.whole.until import until

PEOPLE = 12
CUTS = 5

End = Callable[[Process], Coroutine[object, object, int]]


async def killed(process: Process) -> int:
    """As a power cut would end it."""
    process.kill()
    return await process.wait()


async def asked_to_stop(process: Process) -> int:
    """As whoever runs it would end it, once it is there to be asked."""
    assert await ready(process)
    return await stopped(process)


ENDS: dict[End, int] = {killed: -signal.SIGKILL, asked_to_stop: 0}
"""How a program may be ended, and its exit code then."""


def read(people: Iterable[Phone]) -> int:
    """How many replies they have read by now."""
    return sum(len(set(heard(one))) for one in people)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("way", ["webhook", "polling"])
@pytest.mark.parametrize("end", ENDS)
async def test_nothing_is_lost_and_nobody_is_mixed_up(
    way: str, end: End, tmp_path: Path, pack: Path, telegram: FakeTelegram, book: Book
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
        for moment in moments:
            process = await program.start()
            try:
                await until(lambda moment=moment: read(people) >= moment, 2 * PATIENCE)
                await asyncio.sleep(chance.uniform(0.0, 0.05))
                assert await end(process) == ENDS[end], program.log
            finally:
                await reaped(process)
        async with program.serving():
            await asyncio.wait(talks)

    copies = [most for one in people for most in Counter(heard(one)).values()]
    assert max(copies) <= (2 if end is killed else 1)
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

    One that was cut off twice may be missing, and is then known to be unknown.
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
    came = heard(phone)
    firsts = list(dict.fromkeys(came))
    assert firsts == [text for text in said if text in came or text not in missing]


async def is_unknown(program: Program, phone: Phone, seq: int) -> bool:
    """Whether nobody can say if this reply was sent."""
    lost = f"address = '{phone.id}' AND seq = {seq} AND status = {Sending.UNKNOWN:d}"
    known = Path(program.database).exists() and await tables.rows(
        program.database, "SELECT 1 FROM sqlite_master WHERE name = 'outbox'"
    )
    return bool(known) and await tables.count(program.database, f"outbox WHERE {lost}") > 0
