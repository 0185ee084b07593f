"""The way out for an account: shut for as long as the service asks, and then open."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.loop import loop_factory
from bot.sending.lease import Lease
from bot.sending.pacing import Pace
from bot.sending.way import Way
from storage.outbox import BEAT
from storage.pace import Buckets
from tests.inside import tables

WAYS = 40
"""Each is shut for another fraction of a millisecond."""

PATIENCE = 20.0
"""Seconds for waits of one, on a busy machine."""


def test_a_wait_ends_on_the_loop_of_the_program(tmp_path: Path) -> None:
    """Its timers may go off a little early."""

    async def all_pass() -> None:
        async with tables(str(tmp_path / "bot.db")) as (engine, _):
            buckets = Buckets(engine)
            lease = Lease(BEAT)
            ways = [Way("test:1", Pace(buckets, f"{n}", 1000.0), lease) for n in range(WAYS)]
            await buckets.prepare(way.limit for way in ways)
            for way in ways:
                await way.held_up("a chat", 0, everyone=True)
            lease.renew(asyncio.get_running_loop().time())
            assert not any(way.open for way in ways)
            await asyncio.gather(*(way.clear(0) for way in ways))

    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        runner.run(asyncio.wait_for(all_pass(), PATIENCE))
