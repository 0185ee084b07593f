"""What turns will write in passing is left to them, and nothing else waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sending.settling import DISTANCE, Settler
from storage.columns import Sending
from storage.outbox import Ledger
from storage.outcomes import Outcome
from tests.bot.outboxes import Desk, desk_at

TURNS = 10


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with desk_at(str(tmp_path / "bot.db")) as one:
        yield one


async def statuses_while_turns_come_by(desk: Desk, *noted: Sending) -> list[list[Sending]]:
    """Rows with these outcomes: as they are written after each tick in which a turn came by."""
    rows = await desk.write([str(number) for number in range(len(noted) + 1)])
    ledger = Ledger(desk.engine, "w1")
    settler = Settler(ledger)
    running = asyncio.create_task(settler.run())
    settler.note(Outcome(rows[0].id, Sending.SENT))  # the first is written at once
    while (await desk.statuses())[0] is Sending.PENDING:
        await asyncio.sleep(DISTANCE / 4)
    for row, status in zip(rows[1:], noted, strict=True):
        settler.note(Outcome(row.id, status))
    seen = []
    for _ in range(TURNS):
        ledger.outcomes.passed += 1
        await asyncio.sleep(DISTANCE / 4)
        seen.append((await desk.statuses())[1:])
    async with asyncio.timeout(5):
        while Sending.PENDING in await desk.statuses():
            await asyncio.sleep(DISTANCE)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    return seen


async def test_what_arrived_is_left_to_turns_and_written_when_none_comes(desk: Desk) -> None:
    seen = await statuses_while_turns_come_by(desk, Sending.SENT)

    assert seen == [[Sending.PENDING]] * TURNS


async def test_what_no_turn_writes_does_not_wait_for_them(desk: Desk) -> None:
    seen = await statuses_while_turns_come_by(desk, Sending.SENT, Sending.UNKNOWN)

    assert seen[-1] == [Sending.SENT, Sending.UNKNOWN]
