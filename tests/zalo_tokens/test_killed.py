"""Processes that share a grant, and processes that are killed while they refresh it."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.channels.zalo_token_states import LEASE, PAUSE, Halt, Reason, Use
from bot.channels.zalo_tokens import NoToken
from bot.failpoints import KILLED
from storage.columns import Granting
from tests.fakes.zalo_faults import Fault
from tests.zalo_tokens.offices import Office

ROOT = Path(__file__).parents[2]
REFRESH = "v4/oa/access_token"


@asynccontextmanager
async def process(
    office: Office, childhood: dict[str, str], senders: int = 1, fail: str = ""
) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process that has a token and waits; killed at the end if it still lives."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.zalo_tokens.child", str(office.zalo.clock()), str(senders),
        cwd=ROOT, env=childhood | office.environ() | ({"FAILPOINT": fail} if fail else {}),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert child.stdout is not None
        assert await asyncio.wait_for(child.stdout.readline(), 20) == b"ready\n"
        yield child
    finally:
        if child.returncode is None:
            child.kill()
        await child.communicate()


async def go(child: asyncio.subprocess.Process) -> str:
    """Let it send; what it says at the end."""
    said, _ = await asyncio.wait_for(child.communicate(b"\n"), 20)
    return said.decode()


def alarms(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What whoever watches was told."""
    return [line.message for line in caplog.records if line.levelno >= logging.ERROR]


async def test_two_programs_and_their_senders_meet_one_refresh(
    office: Office, childhood: dict[str, str]
) -> None:
    await office.granted()
    async with (
        process(office, childhood, senders=16) as one,
        process(office, childhood, senders=16) as other,
    ):
        office.zalo.kill_token()
        office.zalo.faults.add(Fault(REFRESH, late=0.2))
        said = await asyncio.gather(go(one), go(other))

    assert said[0] == said[1]
    assert len(said[0].split()) == 1
    assert office.asked == 2


async def test_killed_between_answer_and_commit_it_ends_with_an_alarm_and_not_in_a_loop(
    office: Office, childhood: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    await office.granted()
    async with process(office, childhood, fail="zalo.after_answer:kill") as child:
        office.zalo.kill_token()
        await go(child)
        assert child.returncode == KILLED
    assert office.asked == 2

    async with office.process() as tokens:
        assert isinstance(await tokens.look(), Use)  # the lease has not run out
        office.zalo.clock.advance(LEASE.total_seconds())
        assert await tokens.look() == Halt(Reason.AMBIGUOUS)
        with pytest.raises(NoToken, match="ambiguous"):
            await tokens.current()
        assert (await office.grant()).status is Granting.AMBIGUOUS
        assert office.asked == 2

        office.zalo.clock.advance(PAUSE.total_seconds())
        assert await tokens.look() == Halt(Reason.DEAD)
        for _ in range(50):
            office.zalo.clock.advance(600)
            assert await tokens.look() == Halt(Reason.DEAD)

    assert office.asked == 3
    ambiguous, dead = alarms(caplog)
    assert "AMBIGUOUS" in ambiguous
    assert "DEAD" in dead
    assert "-14014" in dead


@pytest.mark.parametrize("place", ["zalo.after_claim", "zalo.after_commit"])
async def test_killed_elsewhere_the_grant_lives(
    office: Office, childhood: dict[str, str], place: str
) -> None:
    await office.granted()
    async with process(office, childhood, fail=f"{place}:kill") as child:
        office.zalo.kill_token()
        await go(child)
        assert child.returncode == KILLED

    async with office.process() as tokens:
        for _ in range(2):
            office.zalo.clock.advance(LEASE.total_seconds())
            await tokens.look()
        await office.use(tokens)

    assert office.asked == 2


async def test_killed_again_and_again_it_asks_twice_with_one_token_and_never_more(
    office: Office, childhood: dict[str, str]
) -> None:
    await office.granted()
    async with process(office, childhood, fail="zalo.after_answer:kill") as child:
        office.zalo.kill_token()
        await go(child)
    office.zalo.clock.advance(LEASE.total_seconds())
    async with office.process() as tokens:
        await tokens.look()
    office.zalo.clock.advance(PAUSE.total_seconds())
    for _ in range(3):
        with pytest.raises(AssertionError):
            async with process(office, childhood, fail="zalo.after_answer:kill"):
                pass
        office.zalo.clock.advance(LEASE.total_seconds())
        async with office.process() as tokens:
            await tokens.look()
        office.zalo.clock.advance(PAUSE.total_seconds())

    assert (await office.grant()).status is Granting.DEAD
    assert office.asked == 3
