"""
The program itself on the Bot Platform: from the first word to the exported row, and through kills.

A poll's answer that is cut is lost at Zalo, so kills are tried with the webhook alone.
"""

from __future__ import annotations

import asyncio
import csv
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import groupby
from pathlib import Path
from random import Random

import pytest

from bot.failpoints import KILLED
from tests.book import the_book
from tests.fakes.zalo_bot_phone import BotPhone
from tests.fakes.zalo_bot_server import SECRET, TOKEN, FakeZaloBot
from tests.fakes.zalo_screen import Bubble
from tests.whole import tables
from tests.whole.producers import Producer, producers
from tests.whole.program import Program, filled_pack, ready, reaped, stopped
from tests.whole.reading import CODE
from tests.whole.test_kill import OUTBOX, TURN, TWICE

AT_ONCE = 3
PATIENCE = 45.0
HURRY = 0.003
"""Zalo's five tries, in half a minute instead of two hours."""


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled_pack(tmp_path_factory.mktemp("pack"))


@pytest.fixture
def one() -> Producer:
    return producers(1, Random(7), the_book())[0]


def program_for(zalo: FakeZaloBot, folder: Path, pack: Path, mode: str = "webhook") -> Program:
    settings = {
        "BOT_TELEGRAM_TOKEN": "",
        "BOT_ZALO_BOT_TOKEN": TOKEN,
        "BOT_ZALO_BOT_API": zalo.url,
        "BOT_ZALO_BOT_MODE": mode,
        "BOT_ZALO_BOT_SECRET": SECRET,
    }
    return Program(folder, pack, "", polling=True, more=settings)


async def signs_up(program: Program, phone: BotPhone, one: Producer) -> Bubble:
    """
    Type the sign-up, a number for every choice; what is said last.

    Whoever types lets the program write down first that the last reply was sent. A reply that
    comes again word for word is no other reply.
    """
    said = Bubble("", "")

    async def says(text: str) -> Bubble:
        await until_settled(program)
        phone.says(text)
        while True:
            reply = await phone.reads(PATIENCE)
            if reply.text != said.text:
                return reply

    for line in one.lines:
        said = await says(said.numbers[line[1:-1]] if line.startswith("[") else line)
        while "Đúng" in said.numbers:
            said = await says(said.numbers["Đúng"])
    return said


@pytest.mark.timeout(120)
@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_a_sign_up_is_in_the_exported_list(
    tmp_path: Path, pack: Path, one: Producer, mode: str
) -> None:
    out = tmp_path / "list.csv"
    async with FakeZaloBot(hurry=HURRY) as zalo:
        program = program_for(zalo, tmp_path / "here", pack, mode)
        phone = zalo.phone()
        async with program.serving():
            said = await signs_up(program, phone, one)
        exported = await program.run("export", "registrations", "--out", str(out))
        seen = await program.run("doctor")

    assert CODE.search(said.text)
    assert exported.code == 0, exported.err
    [row] = csv.DictReader(out.read_text("utf-8-sig").splitlines())
    typed = {one.typed[key] for key in ("contact-name", "est-name", "prod-name")}
    assert typed <= set(row.values())
    assert "Bot made up" in seen.out
    assert ("polling" in seen.out.rpartition("Zalo Bot:")[2]) == (mode == "polling")
    for word in (TOKEN.partition(":")[2], SECRET, phone.id, "Traceback"):
        assert word not in program.log, word


@pytest.mark.timeout(300)
async def test_killed_at_any_step_it_goes_on_where_it_was(
    tmp_path: Path, pack: Path, one: Producer
) -> None:
    slots = asyncio.Semaphore(AT_ONCE)

    async def survives(place: str, turn: int) -> None:
        async with slots, FakeZaloBot(hurry=HURRY) as zalo:
            program = program_for(zalo, tmp_path / place, pack)
            phone = zalo.phone()
            async with kept_alive(program, f"{place}:kill@{turn}") as deaths:
                said = await signs_up(program, phone, one)
                await until_settled(program)
            assert deaths == [KILLED], place
            assert CODE.search(said.text), place
            await nothing_is_lost(program, phone, one, place)

    async with asyncio.TaskGroup() as talks:
        for turn, place in enumerate((*TURN, *OUTBOX), 2):
            talks.create_task(survives(place, turn))


@asynccontextmanager
async def kept_alive(program: Program, fail: str) -> AsyncIterator[list[int]]:
    """Serve, and again after dying; gives the codes it died with."""
    deaths: list[int] = []
    process = await program.start(fail)
    assert await ready(process), program.log

    async def start_again() -> None:
        nonlocal process
        deaths.append(await process.wait())
        await reaped(process)
        process = await program.start()
        assert await ready(process), program.log

    nurse = asyncio.create_task(start_again())
    try:
        yield deaths
        await nurse
        assert await stopped(process) == 0, program.log
    finally:
        nurse.cancel()
        await reaped(process)


async def until_settled(program: Program) -> None:
    """Everything said was sent and written down."""
    async with asyncio.timeout(PATIENCE):
        while await tables.unsent(program.database):
            await asyncio.sleep(0.05)


async def nothing_is_lost(program: Program, phone: BotPhone, one: Producer, place: str) -> None:
    """One registration with every answer, every reply, each event stored once."""
    [answers] = (await tables.answers(program.database)).values()
    said = await tables.count(program.database, "inbox")
    replies = [len(list(same)) for _, same in groupby(bubble.text for bubble in phone.bubbles)]

    assert answers == answers | one.stored, place
    assert await tables.count(program.database, "message WHERE author = 'person'") == said
    assert len(replies) == said, place
    assert sorted(replies)[-2:] == ([1, 2] if place in TWICE else [1, 1]), place
    assert await tables.unknown(program.database) == 0
    assert "Traceback" not in program.log
