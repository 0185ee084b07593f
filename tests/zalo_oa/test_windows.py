"""What lay in the outbox over an outage leaves in its class and at its price, or not at all."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.channels.zalo_oa_calls import ABOUT
from bot.channels.zalo_oa_webhook import PATH
from bot.failpoints import KILLED
from storage.columns import Sending
from tests.fakes.zalo_clock import HOUR
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_sending import CS
from tests.fakes.zalo_server import FakeZalo
from tests.whole import tables
from tests.whole.program import PATIENCE, Program, ready, reaped
from tests.whole.until import until
from tests.zalo_oa.test_program import does, program_for

pytestmark = pytest.mark.timeout(120)

SENT, FAILED = int(Sending.SENT), int(Sending.FAILED)
LATE = "not sent: too-long-ago"


@pytest.fixture
def phone(zalo: FakeZalo) -> Phone:
    return zalo.phone()


@pytest.fixture
async def program(tmp_path: Path, pack: Path, zalo: FakeZalo, phone: Phone) -> Program:
    """An installation that was killed when it was about to answer somebody's first word."""
    program = program_for(zalo, tmp_path / "here", pack)
    process = await program.start("outbox.before_http:kill@1")
    try:
        assert await ready(process), program.log
        await zalo.point(program.url + PATH)
        await until(lambda: any(call.method == ABOUT for call in zalo.calls), PATIENCE)
        phone.starts()
        assert await asyncio.wait_for(process.wait(), PATIENCE) == KILLED, program.log
    finally:
        await reaped(process)
    zalo.delivery.on = False  # Zalo has given it up for the time being
    return program


async def comes_back(program: Program, zalo: FakeZalo, hours: float) -> None:
    """Time passes; the program is started, does what it finds, and stops."""
    passes(program, zalo, hours)
    async with program.serving():
        await settled(program)


def passes(program: Program, zalo: FakeZalo, hours: float) -> None:
    zalo.clock.advance(hours * HOUR)
    program.hours_on += hours


async def settled(program: Program) -> None:
    async def all_written() -> bool:
        return not await tables.unsent(program.database)

    await until(all_written, PATIENCE)


@pytest.mark.parametrize(
    ("hours", "spent", "row"),
    [
        (47, 0, (SENT, "", 0, "")),
        (49, 0, (SENT, "allowance", 0, "")),
        (49, 500, (SENT, "billed", 55, "")),
        (3 * 24, 0, (SENT, "allowance", 0, "")),
        (8 * 24, 0, (FAILED, "", 0, LATE)),
    ],
)
async def test_after_an_outage(
    zalo: FakeZalo,
    program: Program,
    phone: Phone,
    hours: int,
    spent: int,
    row: tuple[object, ...],
) -> None:
    spend(program, hours, spent)
    zalo.allowance.monthly, zalo.allowance.balance = 500 - spent, 55
    zalo.allowance.free = 0
    await comes_back(program, zalo, hours)

    leaves, billed = row[0] == SENT, bool(row[1])
    rows = await tables.rows(program.database, "SELECT status, cost, price, error FROM outbox")
    assert rows == [row]
    assert len(phone.bubbles) == leaves
    assert len([call for call in zalo.calls if call.method == CS]) == leaves
    assert zalo.allowance.billed == billed
    assert zalo.allowance.free == leaves - billed
    assert await used(program) == spent + billed


async def test_whoever_writes_again_is_answered_again(
    zalo: FakeZalo, program: Program, phone: Phone
) -> None:
    gone = "contact WHERE unreachable_since IS NOT NULL"
    await comes_back(program, zalo, 8 * 24)
    assert await tables.count(program.database, gone) == 0

    async with program.serving():
        await zalo.point(program.url + PATH)
        said = await does(program, phone, "điều kiện")
        assert said.labels
    assert (zalo.allowance.free, zalo.allowance.billed) == (1, 0)


async def test_whoever_wrote_while_nothing_could_be_sent_is_inside_again(
    zalo: FakeZalo, program: Program, phone: Phone
) -> None:
    """The old reply is not counted from the word that it answers, but from the last one heard."""
    zalo.kill_grant()
    passes(program, zalo, 3 * 24)
    async with program.serving():
        await zalo.point(program.url + PATH)
        phone.says("điều kiện")
        await zalo.delivery.settled()
    assert phone.bubbles == []
    passes(program, zalo, 5 * 24)
    program.more = {**program.more, "BOT_ZALO_REFRESH_TOKEN": zalo.issue_refresh_token()}
    async with program.serving():
        await settled(program)

    assert len(phone.bubbles) == 2
    assert (zalo.allowance.free, zalo.allowance.billed) == (0, 2)
    assert await used(program) == 2


async def test_whoever_went_away_meanwhile_is_left_in_peace(
    zalo: FakeZalo, program: Program, phone: Phone
) -> None:
    zalo.kill_grant()
    async with program.serving():
        await zalo.point(program.url + PATH)
        phone.blocks()
        await zalo.delivery.settled()
    program.more = {**program.more, "BOT_ZALO_REFRESH_TOKEN": zalo.issue_refresh_token()}
    zalo.calls.clear()
    await comes_back(program, zalo, 49)

    assert [call for call in zalo.calls if call.method == CS] == []
    rows = await tables.rows(program.database, "SELECT status, error FROM outbox")
    assert rows == [(FAILED, "not sent: stopped")]


def spend(program: Program, hours: int, messages: int) -> None:
    """So many messages were paid for in the month that it is after so many hours."""
    if not messages:
        return
    month = f"strftime('%Y-%m', 'now', '+{hours + 7} hours')"
    with closing(sqlite3.connect(program.database)) as connection, connection:
        connection.execute(
            "INSERT INTO spending (account, month, cost, messages, price) "
            f"SELECT account, {month}, 'allowance', {messages}, 0 FROM contact"
        )


async def used(program: Program) -> int:
    """How many messages were paid for."""
    [(found,)] = await tables.rows(program.database, "SELECT sum(messages) FROM spending")
    return found or 0
