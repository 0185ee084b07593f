"""
A notice to many people on two services while its workers are killed, or stand still, at any moment.

So many kills as somebody has the patience for: `python -m tests.whole.test_notice_kills 50`.
"""

from __future__ import annotations

import asyncio
import random
import signal
import sys
import tempfile
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.notices.announcer import MOST
from bot.settings import OWN_TERMS
from storage.columns import Sending
from tests.databases import KINDS, fresh, postgresql
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.zalo_phone import Phone as ZaloPhone
from tests.fakes.zalo_server import APP_ID, APP_SECRET, OA_ID, OA_SECRET, FakeZalo
from tests.whole import tables
from tests.whole.listeners import copies, listening, listening_on_zalo
from tests.whole.program import PATIENCE, Program, filled_pack, free_port, ready, reaped
from tests.whole.test_notices import created, over, report
from tests.whole.until import until

ON_TELEGRAM, ON_ZALO = 1500, 500
KILLS = 5
WORKERS = {"sqlite": 1, "postgresql": 3}
LONGEST = 1.0
"""Seconds that a program may live at most once it is ready."""

LAPSE = 4.0
"""Seconds in which a worker that stands still is thought dead, which is after three."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Programs of one database, and the people on both services that they write to."""

    programs: Sequence[Program]
    phones: Sequence[Phone | ZaloPhone]

    @property
    def program(self) -> Program:
        """The one whose commands are run."""
        return self.programs[0]

    def received(self) -> int:
        """How many messages have come so far."""
        return sum(len(phone.bubbles) for phone in self.phones)


@asynccontextmanager
async def scene(database: str, workers: int, folder: Path, pack: Path) -> AsyncIterator[Scene]:
    """Two thousand people, some on each service, and programs that are not started yet."""
    terms = folder / "terms.toml"
    fast = OWN_TERMS.read_text("utf-8").replace("minute = 100", "minute = 4000")
    terms.write_text(fast, "utf-8")
    async with FakeTelegram() as telegram, FakeZalo(echoes=False, receipts=False) as zalo:
        telegram.bot()
        zalo.allowance.per_minute = 4000
        more = {
            "BOT_QUIET_HOURS": "none",
            "BOT_BEAT": "1",
            "BOT_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz",
            "BOT_TELEGRAM_RATE": "200",
            "BOT_ZALO_RATE": "1000",
            "BOT_ZALO_TERMS": str(terms),
            "BOT_ZALO_OA_ID": OA_ID,
            "BOT_ZALO_APP_ID": APP_ID,
            "BOT_ZALO_APP_SECRET": APP_SECRET,
            "BOT_ZALO_OA_SECRET_KEY": OA_SECRET,
            "BOT_ZALO_REFRESH_TOKEN": zalo.issue_refresh_token(),
            "BOT_ZALO_API": zalo.url,
            "BOT_ZALO_OAUTH_API": zalo.oauth_url,
        }
        first = Program(folder / "here", pack, telegram.url, database=database, more=more)
        phones: list[Phone | ZaloPhone] = []
        phones += await listening(first, telegram, ON_TELEGRAM)
        phones += await listening_on_zalo(first, zalo, ON_ZALO)
        others = [replace(first, port=free_port()) for _ in range(workers - 1)]
        yield Scene([first, *others], phones)


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, int]]:
    """An empty database of each kind, and how many workers it is for."""
    with an_empty(request.param, tmp_path) as database:
        yield database, WORKERS[request.param]


@pytest.mark.timeout(400)
async def test_killed_at_any_moment_it_reaches_everybody_once(
    place: tuple[str, int], tmp_path: Path, pack: Path
) -> None:
    await survives(*place, KILLS, tmp_path, pack)


@pytest.mark.timeout(400)
async def test_who_stood_still_and_goes_on_tells_nobody_twice(
    place: tuple[str, int], tmp_path: Path, pack: Path
) -> None:
    database, workers = place
    async with scene(database, min(2, workers), tmp_path, pack) as here:
        await stands_still(here)


async def survives(database: str, workers: int, kills: int, folder: Path, pack: Path) -> None:
    """Send a notice with so many kills on the way."""
    seed = time.time_ns() % 100_000
    print("seed", seed)
    async with scene(database, workers, folder, pack) as here:
        await killed(here, kills, random.Random(seed))


async def killed(here: Scene, kills: int, chance: random.Random) -> None:
    number = await begun(here)
    running = [await started(program) for program in here.programs]
    done = 0
    try:
        # A refresh of Zalo's token that is cut has its own tests, and asks for staff.
        await until(lambda: any(phone.bubbles for phone in here.phones[ON_TELEGRAM:]), PATIENCE)
        while done < kills and not await over(here.program):
            await asyncio.sleep(chance.uniform(0, LONGEST))
            one = chance.randrange(len(running))
            running[one].kill()
            await reaped(running[one])
            done += 1
            running[one] = await started(here.programs[one])
        await until(lambda: over(here.program), 2 * PATIENCE)
    finally:
        for process in running:
            await reaped(process)
    await everybody_once(here, number, done)


async def stands_still(here: Scene) -> None:
    """One worker is stopped in the middle for so long that the others think it dead."""
    number = await begun(here)
    running = [await started(program) for program in here.programs]
    try:
        await until(lambda: here.received() > len(here.phones) / 10, PATIENCE)
        running[0].send_signal(signal.SIGSTOP)
        await asyncio.sleep(LAPSE)
        running[0].send_signal(signal.SIGCONT)
        await until(lambda: over(here.program), 2 * PATIENCE)
    finally:
        for process in running:
            await reaped(process)
    await everybody_once(here, number, 1)


async def begun(here: Scene) -> str:
    number = await created(here.program)
    sent = await here.program.run("notice", "send", number)
    assert sent.code == 0, sent
    return number


async def started(program: Program) -> Process:
    process = await program.start()
    assert await ready(process), program.log
    return process


async def everybody_once(here: Scene, number: str, cuts: int) -> None:
    """Nobody got two, nobody was passed over, and no more is unknown than was under way."""
    told = await report(here.program, number)
    counted = {name: int(told[name]) for name in told if name != "status"}
    got = copies(here.phones)
    sent, unknown = counted["sent"], counted["unknown"]

    assert told["status"] == "done"
    assert (counted["pending"], counted["failed"], counted["skipped"]) == (0, 0, 0), told
    assert sent + unknown == counted["audience"] == len(here.phones)
    assert set(got) <= {0, 1}
    assert sent <= got[1] <= sent + unknown
    assert unknown <= cuts * MOST
    assert (
        await tables.count(here.program.database, f"delivery WHERE status = {Sending.SENT:d}")
        == sent
    )
    assert await tables.count(here.program.database, "message WHERE kind = 'notice'") == sent
    assert "Traceback" not in here.program.log


@contextmanager
def an_empty(kind: str, folder: Path) -> Iterator[str]:
    """An empty database of this kind."""
    with postgresql() if kind == "postgresql" else nullcontext(folder) as server:
        yield fresh(kind, folder, server)


def main() -> None:
    """So many kills on each database."""
    for kind, workers in WORKERS.items():
        with tempfile.TemporaryDirectory() as made, an_empty(kind, Path(made)) as database:
            pack = filled_pack(Path(made))
            asyncio.run(survives(database, workers, int(sys.argv[1]), Path(made), pack))
        print(kind, "ok", flush=True)


if __name__ == "__main__":
    main()
