"""Killed anywhere while a notice goes out: nobody is skipped, nobody is told twice."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from bot.failpoints import KILLED
from bot.notices.announcer import MOST
from tests.databases import KINDS, fresh, postgresql
from tests.fakes.telegram_server import FakeTelegram
from tests.whole.listeners import copies, listening
from tests.whole.program import PATIENCE, Program, reaped
from tests.whole.test_kill import NOTICES
from tests.whole.test_notices import created, over, report
from tests.whole.until import until

PEOPLE = 300


@pytest.fixture(params=KINDS)
def program(
    request: pytest.FixtureRequest, tmp_path: Path, pack: Path, telegram: FakeTelegram
) -> Iterator[Program]:
    more = {"BOT_QUIET_HOURS": "none", "BOT_TELEGRAM_RATE": "200"}
    kind = request.param
    with postgresql() if kind == "postgresql" else nullcontext(tmp_path) as server:
        database = fresh(kind, tmp_path, server)
        yield Program(tmp_path / "here", pack, telegram.url, database=database, more=more)


@pytest.mark.timeout(240)
async def test_killed_at_every_step_it_reaches_everybody_once(
    program: Program, telegram: FakeTelegram
) -> None:
    phones = await listening(program, telegram, PEOPLE)
    number = await created(program)
    await program.run("notice", "send", number)
    for place in sorted(NOTICES):
        process = await program.start(f"{place}:kill@3")
        try:
            assert await asyncio.wait_for(process.wait(), PATIENCE) == KILLED, program.log
        finally:
            await reaped(process)
    async with program.serving():
        await until(lambda: over(program), PATIENCE)
    told = await report(program, number)

    got = copies(phones)
    sent, unknown = int(told["sent"]), int(told["unknown"])
    assert told["status"] == "done"
    assert (told["audience"], told["pending"], told["failed"]) == (str(PEOPLE), "0", "0")
    assert sent + unknown == PEOPLE
    assert 0 < unknown <= len(NOTICES) * MOST
    assert set(got) <= {0, 1}
    assert sent <= got[1] <= sent + unknown
    assert "Traceback" not in program.log
