"""Whoever leaves a form half done is reminded once, through crashes and by any of the processes."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.failpoints import KILLED
from tests.databases import emptied
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import FakeTelegram
from tests.whole.program import PATIENCE, Program, ready, reaped

pytestmark = pytest.mark.timeout(180)

AWAKE = {"BOT_QUIET_HOURS": "none"}
REMINDER = "em vẫn giữ, lúc nào tiện"


@pytest.fixture
def program(tmp_path: Path, pack: Path, telegram: FakeTelegram, database: str) -> Program:
    """An installation that Telegram calls, with a database of each kind."""
    return Program(tmp_path / "here", pack, telegram.url, database=database, more=AWAKE)


@pytest.fixture
def shared(tmp_path: Path, server: Path) -> str:
    """A database that several processes serve from."""
    return emptied("postgresql", tmp_path, server)


async def leaves(phone: Phone) -> None:
    """Begin to sign up, and go away."""
    for words in ("ghi danh", "đồng ý", "Lý A Páo"):
        phone.says(words)
        await phone.reads()


async def test_a_reminder_is_sent_once(program: Program, telegram: FakeTelegram) -> None:
    phone = telegram.phone()
    async with program.serving():
        await leaves(phone)

    program.hours_on = 25
    async with program.serving():
        said = await phone.reads(PATIENCE)
        assert REMINDER in said.text
        assert "Thôi không nhắc" in said.labels

    program.hours_on = 50
    async with program.serving():
        phone.says("để sau")
        assert "để sau" not in phone.bubbles[-1].text
        assert REMINDER not in (await phone.reads()).text


@pytest.mark.parametrize("where", ["turn.before_commit", "turn.after_commit", "outbox.before_http"])
async def test_a_crash_neither_loses_nor_doubles_it(
    program: Program, telegram: FakeTelegram, where: str
) -> None:
    phone = telegram.phone()
    async with program.serving():
        await leaves(phone)

    program.hours_on = 25
    process = await program.start(f"{where}:kill@1")
    try:
        assert await asyncio.wait_for(process.wait(), PATIENCE) == KILLED, program.log
    finally:
        await reaped(process)
    async with program.serving():
        assert REMINDER in (await phone.reads(PATIENCE)).text
        phone.says("0912 000 111")
        assert REMINDER not in (await phone.reads()).text


async def test_two_processes_do_not_double_it(
    telegram: FakeTelegram, pack: Path, tmp_path: Path, shared: str
) -> None:
    both = [
        Program(tmp_path / name, pack, telegram.url, database=shared, more=AWAKE)
        for name in ("here", "there")
    ]
    phones = [telegram.phone() for _ in range(12)]
    async with both[0].serving():
        await asyncio.gather(*map(leaves, phones))

    for one in both:
        one.hours_on = 25
    processes = [await one.start() for one in both]
    try:
        for process in processes:
            assert await ready(process)
        for phone in phones:
            assert REMINDER in (await phone.reads(PATIENCE)).text
        for phone in phones:
            phone.says("0912 000 111")
            assert REMINDER not in (await phone.reads()).text
    finally:
        for process in processes:
            await reaped(process)
