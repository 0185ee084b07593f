"""`start`: how long a program that is set up takes until /healthz says `ok`."""

from __future__ import annotations

from compileall import compile_dir
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.programs import ours, outside, peer
from tests.bench.report import Row, Table
from tests.bench.surroundings import ROOT

TIMES = 5
COMPILED = ("bot", "handlers", "content", "storage")
"""What `./dev` compiles when it sets up; what was edited since may not be."""

NOTE = "Seconds from the start of the process, the median of five; on one core."


def start(seconds: float) -> Table:
    """Starts on an empty folder and on one with a database, and that of the no-op bot."""
    del seconds
    for name in COMPILED:
        compile_dir(ROOT / name, quiet=2)
    with outside() as (_, api):
        return Table("start", [*_ours(api), _nothing(api)], NOTE)


def _ours(api: int) -> list[Row]:
    new: list[float] = []
    again: list[float] = []
    for _ in range(TIMES):
        with TemporaryDirectory() as folder:
            for found in (new, again):
                with ours(api, Path(folder)) as bot:
                    found.append(bot.start)
    return [
        {"program": "ours, an empty folder", "seconds": median(new), "slowest": max(new)},
        {"program": "ours, its database there", "seconds": median(again), "slowest": max(again)},
    ]


def _nothing(api: int) -> Row:
    found = []
    for _ in range(TIMES):
        with TemporaryDirectory() as folder, peer("nothing", api, Path(folder)) as bot:
            found.append(bot.start)
    return {"program": "no-op", "seconds": median(found), "slowest": max(found)}
