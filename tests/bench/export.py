"""`export`: 100,000 registrations of two products each, while people go on talking."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from handlers import codes
from tests.bench.crowd import Order
from tests.bench.outside import Outcome, ask
from tests.bench.programs import DATABASE, ours, outside
from tests.bench.report import Row, Table
from tests.bench.surroundings import ROOT, NotHere, Program

REGISTRATIONS = 100_000
FIRST = 1_000_000
RATE = 50.0
CHATS = 100
KINDS = ("xlsx", "csv")
NOTE = (
    f"Two rows a registration. “beside chat”: the export again while the program answers "
    f"{RATE:.0f} turns a second, whose waits stand beside those without an export."
)


@dataclass(frozen=True, slots=True)
class Made:
    """What an export took; `peak` is its memory in megabytes."""

    seconds: float
    peak: float
    size: float


def export(seconds: float) -> Table:
    """Seconds, memory, and what the chat notices of it."""
    if not hasattr(os, "wait4"):
        raise NotHere("a finished program's memory is told by wait4")
    with TemporaryDirectory() as name, outside() as (people, api):
        folder = Path(name)
        with ours(api, folder) as bot:
            ask(people, Order(bot.port, chats=1, people=1))
        multiply(folder / DATABASE)
        with ours(api, folder) as bot:
            calm = ask(people, Order(bot.port, CHATS, seconds=seconds, rate=RATE))
            return Table("export", list(_rows(folder, people, bot.port, calm)), NOTE)


def _rows(folder: Path, people: Program, port: int, calm: Outcome) -> Iterator[Row]:
    with ThreadPoolExecutor(1) as aside:
        for kind in KINDS:
            alone = make(folder, kind)
            meanwhile: list[Future[Made]] = []
            order = Order(port, CHATS, seconds=alone.seconds + 1, warm=0.5, rate=RATE)
            chat = ask(people, order, lambda: meanwhile.append(aside.submit(make, folder, kind)))  # noqa: B023
            yield {
                "kind": kind,
                "seconds": alone.seconds,
                "peak MB": alone.peak,
                "file MB": alone.size,
                "seconds beside chat": meanwhile[0].result().seconds,
                "chat p99 ms": chat.p99,
                "longest ms": chat.longest,
                "p99 ms without": calm.p99,
            }


def make(folder: Path, kind: str) -> Made:
    """Have the program's own command make an export."""
    out = folder / f"out.{kind}"
    began = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "export", "registrations", "--out", str(out)],
        cwd=ROOT,
        env={**os.environ, "BOT_DATABASE_URL": str(folder / DATABASE)},
        stdout=subprocess.DEVNULL,
    )
    _, code, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    if process.returncode:
        raise RuntimeError(f"the export ended with {process.returncode}")
    return Made(perf_counter() - began, usage.ru_maxrss / 1024, out.stat().st_size / 1e6)


def multiply(database: Path, times: int = REGISTRATIONS) -> None:
    """Make many registrations of the only one, each of a contact of its own."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.create_function("code_of", 1, codes.digits, deterministic=True)
        number = f"{FIRST} + i"
        _copy(connection, times, "contact", {"id": number, "address": f"'p' || ({number})"})
        agreed = {"id": number, "contact_id": number}
        _copy(connection, times, "consent", agreed, " WHERE topic = 'dossier'")
        changes = {"id": number, "contact_id": number, "code": f"code_of({number})"}
        _copy(connection, times, "registration", changes)
        _copy(connection, times, "answer", {"registration_id": number})


def _copy(
    connection: sqlite3.Connection,
    times: int,
    table: str,
    changes: Mapping[str, str],
    only: str = "",
) -> None:
    found = connection.execute(f"SELECT name FROM pragma_table_info('{table}')")
    columns = [name for (name,) in found]
    values = ", ".join(changes.get(name, f"{table}.{name}") for name in columns)
    connection.execute(
        f"WITH RECURSIVE many(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM many"
        f" WHERE i < {times}) INSERT INTO {table} ({', '.join(columns)})"
        f" SELECT {values} FROM many, {table}{only}"
    )
