"""
The program itself on the Bot Platform: from the first word to the exported row, and through kills.

A poll's answer that is cut is lost at Zalo, so kills are tried with the webhook alone.
"""

from __future__ import annotations

import asyncio
import csv
from pathlib import Path
from random import Random

import pytest

from bot.failpoints import KILLED
from tests.book import the_book
from tests.fakes.zalo_bot_server import SECRET, TOKEN, FakeZaloBot
from tests.whole.nursing import HURRY, kept_alive, nothing_is_lost, signs_up, until_settled
from tests.whole.producers import Producer, producers
from tests.whole.program import Program, filled_pack
from tests.whole.reading import CODE
from tests.whole.test_kill import OUTBOX, TURN

AT_ONCE = 3


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


@pytest.mark.timeout(600)
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
