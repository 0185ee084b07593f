"""The machine that the figures come from, its cores, and the programs that are measured."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sqlite3
import subprocess
import sys
from collections.abc import Coroutine, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from bot.loop import run
from bot.settings import OWN_PACK
from content.load import load
from content.model import Book

ROOT = Path(__file__).resolve().parents[2]
OURS, THEIRS = 0, 1
"""The core that the measured program has to itself, and the one for everything else."""

PATIENCE = 30.0

T = TypeVar("T")


class NotHere(Exception):
    """This machine cannot run the benchmark; the message says why."""


@cache
def book() -> Book:
    """The pack of Tuyên Quang in its demo dress."""
    return load(OWN_PACK, demo=True)


def outcome_of(main: Coroutine[object, object, T]) -> T:
    """What `main` returns, run on the program's own event loop."""
    outcome: list[T] = []

    async def remembered() -> int:
        outcome.append(await main)
        return 0

    run(remembered())
    return outcome[0]


def machine() -> list[str]:
    """What the figures depend on, an item a line."""
    versions = ("uvloop", "aiohttp", "SQLAlchemy", "asyncpg", "python-telegram-bot")
    return [
        f"- {_processor()}, {os.cpu_count()} cores; {platform.system()} {platform.release()}",
        f"- Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        + ", ".join(f"{name} {version(name)}" for name in versions),
        f"- a loop of five million additions takes {yardstick() * 1000:.0f} ms",
        f"- {busy():.1f} other programs ran in the minute before",
    ]


def version(name: str) -> str:
    """The installed version of a package, or a word that it is not there."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "absent"


def yardstick() -> float:
    """Seconds that a plain Python loop takes, so that figures of two machines can be compared."""
    best = PATIENCE
    for _ in range(3):
        began, total = perf_counter(), 0
        for number in range(5_000_000):
            total += number & 7
        best = min(best, perf_counter() - began)
    return best


def busy() -> float:
    """How many programs want to run besides this one, on average over the last minute."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


@contextmanager
def pinned(core: int) -> Iterator[None]:
    """What is started in here stays on one core, where the system can be told so."""
    if not hasattr(os, "sched_setaffinity") or core not in os.sched_getaffinity(0):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


class Program:
    """A program that runs beside us; what it used is read from Linux's `/proc`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._proc = Path(f"/proc/{process.pid}")

    def cpu(self) -> float:
        """Processor seconds that it has used, all its threads together."""
        if not self._proc.is_dir():
            raise NotHere("reads /proc, which only Linux has")
        threads = (self._proc / "task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in threads) / 1e9

    def memory(self) -> float:
        """Megabytes of it that are in memory."""
        if not self._proc.is_dir():
            raise NotHere("reads /proc, which only Linux has")
        for line in (self._proc / "status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        raise NotHere("the program has ended")

    def tell(self, line: str) -> None:
        """Write a line to its standard input."""
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def hear(self) -> str:
        """The next line of its standard output."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.process.args!r} ended with {self.process.wait()}")
        return line.strip()


@contextmanager
def running(
    core: int, *module: str, environment: Mapping[str, str] | None = None
) -> Iterator[Program]:
    """`python -m …` on one core; it is asked to end, and then made to."""
    with pinned(core):
        process = subprocess.Popen(
            [sys.executable, "-m", *module],
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
    try:
        yield Program(process)
    finally:
        process.terminate()
        try:
            process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
