"""What the program does when something else is in its way."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.tell import tell
from tests.bot.raw import Answer, ask, exchange, parsed
from tests.fakes.telegram_server import FakeTelegram
from tests.whole import tables
from tests.whole.program import SECRET, Program

HEAD = (
    "POST /telegram/webhook HTTP/1.1\r\nContent-Type: application/json\r\n"
    f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\nHost: localhost\r\nConnection: close"
)


@pytest.mark.timeout(120)
async def test_a_second_one_on_the_same_file_says_so_and_ends(
    program: Program, telegram: FakeTelegram, tmp_path: Path
) -> None:
    phone = telegram.phone()
    second = Program(tmp_path / "there", program.content, telegram.url, database=program.database)
    async with program.serving():
        refused = await second.run("serve")
        phone.starts()
        await phone.reads()
    async with second.serving():
        await phone.asks("ghi danh")

    assert (refused.code, refused.out) == (78, "")
    assert refused.err == tell("already-serving") + "\n"
    assert phone.read_already() == []


@pytest.mark.timeout(120)
async def test_while_the_database_is_locked_telegram_is_asked_to_come_again(
    program: Program, telegram: FakeTelegram
) -> None:
    phone = telegram.phone()
    async with program.serving():
        phone.starts()
        await phone.reads()
        with locked(program.database):
            began = time.monotonic()
            phone.says("ghi danh")
            refused, well = await asyncio.gather(brought(program), looked_after(program))
            taken = time.monotonic() - began
            assert phone.read_already() == []
        said = await phone.reads()
        healed = time.monotonic() - began - taken
        again = await brought(program)
    print(f"503 after {taken:.1f} s, healed after {healed:.1f} s, slowest look {well:.2f} s")

    assert (refused.status, refused.headers["retry-after"]) == (503, "3")
    assert taken < 10
    assert well < 2
    assert "Câu 1/9" in said.text
    assert again.status == 200
    assert await tables.count(program.database, "inbox") == 3
    assert "Traceback" not in program.log


@contextmanager
def locked(database: str) -> Iterator[None]:
    """Another program is writing, and takes its time."""
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def brought(program: Program) -> Answer:
    """The answer to an update from somebody else."""
    sound = json.dumps(somebody("Chào em")).encode()
    head = f"{HEAD}\r\nContent-Length: {len(sound)}\r\n\r\n"
    return parsed(await exchange(program.port, head.encode() + sound, within=20))


def somebody(text: str) -> dict[str, object]:
    """An update from somebody without a phone."""
    person = {"id": 77, "is_bot": False, "first_name": "Mai"}
    message = {"message_id": 1, "from": person, "chat": {"id": 77, "type": "private"}}
    return {"update_id": 5, "message": message | {"date": int(time.time()), "text": text}}


async def looked_after(program: Program) -> float:
    """The longest that /healthz took while it was asked for three seconds, one after another."""
    longest, until = 0.0, time.monotonic() + 3
    while time.monotonic() < until:
        began = time.monotonic()
        assert (await ask(program.port, "GET /healthz HTTP/1.1")).body == b"ok"
        longest = max(longest, time.monotonic() - began)
    return longest
