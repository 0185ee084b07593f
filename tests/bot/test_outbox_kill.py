"""Killed at any place, the outbox says everything that was written, and nothing a third time."""

from __future__ import annotations

import asyncio
import itertools
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.failpoints import KILLED
from storage.columns import Sending
from tests.bot.outboxes import desk_at
from tests.databases import fresh

ROOT = Path(__file__).parent.parent.parent


class Life:
    """A database that outlives the processes that send from it, and what people have read."""

    def __init__(self, folder: Path, childhood: dict[str, str], database: str = "") -> None:
        self.childhood = childhood
        self.database = database or str(folder / "bot.db")
        self.read = folder / "read.txt"
        self._names = (f"w{number}" for number in itertools.count(1))

    @asynccontextmanager
    async def process(
        self, *options: str, fail: str = ""
    ) -> AsyncIterator[asyncio.subprocess.Process]:
        """A sending process, killed at the end if it still lives."""
        environ = self.childhood | ({"FAILPOINT": fail} if fail else {})
        command = ("-m", "tests.bot.outbox_child", self.database, str(self.read), next(self._names))
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            *command,
            *options,
            cwd=ROOT,
            env=environ,
            stdout=asyncio.subprocess.PIPE,
        )
        try:
            yield child
        finally:
            if child.returncode is None:
                child.kill()
            await child.communicate()

    def lines(self) -> list[tuple[float, str]]:
        """When people read what."""
        if not self.read.exists():
            return []
        pairs = (line.split(" ", 1) for line in self.read.read_text("utf-8").splitlines())
        return [(float(at), text) for at, text in pairs]

    def texts(self) -> list[str]:
        """What people read, in order."""
        return [text for _, text in self.lines()]

    async def statuses(self) -> list[Sending]:
        """What became of each row."""
        async with desk_at(self.database) as desk:
            return await desk.statuses()

    async def quiet(self) -> None:
        """Wait until nothing new has been read for a while."""
        seen = -1
        while seen != len(self.lines()):
            seen = len(self.lines())
            await asyncio.sleep(0.4)


@pytest.fixture
def life(tmp_path: Path, childhood: dict[str, str]) -> Life:
    return Life(tmp_path, childhood)


NOTHING_NEW = ("--chats", "0")


async def killed(child: asyncio.subprocess.Process) -> bool:
    """Whether the failpoint ended the process."""
    return await asyncio.wait_for(child.wait(), 15) == KILLED


async def ready(child: asyncio.subprocess.Process) -> None:
    """The process has taken up what was left."""
    assert child.stdout is not None
    assert await asyncio.wait_for(child.stdout.readline(), 15) == b"ready\n"


@pytest.mark.parametrize(
    ("place", "copies"),
    [
        ("outbox.before_http", 1),
        ("outbox.after_http", 2),
        ("outbox.before_settle", 2),
        ("outbox.after_settle", 1),
    ],
)
async def test_a_reply_cut_off_is_said_again_word_for_word(
    life: Life, place: str, copies: int
) -> None:
    async with life.process(fail=f"{place}:kill") as child:
        assert await killed(child)
    async with life.process(*NOTHING_NEW) as child:
        await ready(child)
        await life.quiet()

    assert life.texts() == ["w1-0 says 1"] * copies
    assert await life.statuses() == [Sending.SENT]


async def test_cut_off_again_it_is_unknown_and_never_said_a_third_time(life: Life) -> None:
    for options in ((), NOTHING_NEW):
        async with life.process(*options, fail="outbox.after_http:kill") as child:
            assert await killed(child)
    async with life.process(*NOTHING_NEW) as child:
        await ready(child)
        await life.quiet()

    assert life.texts() == ["w1-0 says 1"] * 2
    assert await life.statuses() == [Sending.UNKNOWN]


async def test_a_wait_that_the_channel_asked_for_outlives_the_process(life: Life) -> None:
    async with life.process("--asks", "3", "--chats", "3") as child:
        await ready(child)
        while "flood" not in life.texts():
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.3)
    async with life.process("--chats", "1", "--first", "100") as child:
        await ready(child)
        while len(life.lines()) < 5:
            await asyncio.sleep(0.05)
        await life.quiet()

    (asked, _), *rest = life.lines()
    assert min(at for at, _ in rest) >= asked + 3
    assert sorted(text for _, text in rest) == [
        "w1-0 says 1",
        "w1-1 says 1",
        "w1-2 says 1",
        "w2-0 says 1",
    ]


async def test_killed_at_random_under_load_nothing_is_lost(life: Life) -> None:
    seed = time.time_ns() % 100_000
    print("seed", seed)
    chance = random.Random(seed)
    in_flight, lives = 32, 4
    for number in range(lives):
        options = ("--chats", "60", "--each", "3", "--first", str(1 + 1000 * number))
        async with life.process(*options, "--latency", "0.02") as child:
            await ready(child)
            await asyncio.sleep(chance.uniform(0.0, 0.12))
    async with life.process(*NOTHING_NEW) as child:
        await ready(child)
        await life.quiet()

    copies = Counter(life.texts())
    statuses = Counter(await life.statuses())
    assert len(copies) >= lives * 60 * 3 - statuses[Sending.UNKNOWN]
    assert max(copies.values()) <= 2
    assert set(statuses) <= {Sending.SENT, Sending.UNKNOWN}
    # in flight when it was killed, or sent and not yet written down
    assert statuses[Sending.UNKNOWN] <= lives * 2 * in_flight
    firsts = list(dict.fromkeys(life.texts()))
    for chat in {text.partition(" ")[0] for text in firsts}:
        heard = [text for text in firsts if text.startswith(f"{chat} ")]
        assert heard == sorted(heard)


async def test_a_living_worker_takes_over_and_one_that_wakes_again_keeps_still(
    tmp_path: Path, server: Path, childhood: dict[str, str]
) -> None:
    life = Life(tmp_path, childhood, await asyncio.to_thread(fresh, "postgresql", tmp_path, server))
    options = ("--chats", "40", "--each", "10", "--latency", "0.2")
    async with life.process(*options) as frozen:
        await ready(frozen)
        async with life.process(*NOTHING_NEW) as other:
            await ready(other)
            frozen.send_signal(signal.SIGSTOP)
            async with asyncio.timeout(40):
                while len(set(life.texts())) < 400:
                    await asyncio.sleep(0.2)
            frozen.send_signal(signal.SIGCONT)
            await life.quiet()

    copies = Counter(life.texts())
    assert len(copies) == 400
    assert max(copies.values()) <= 2
    assert sum(copies.values()) - 400 <= 2 * 32
    assert set(await life.statuses()) == {Sending.SENT}
