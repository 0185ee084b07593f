"""`where`: what a turn's processor time is spent on, in the running program."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from tests.bench.crowd import Order
from tests.bench.in_turn import CHATS, WARM
from tests.bench.outside import ask
from tests.bench.over_http import NAMES
from tests.bench.programs import LOOK, ours, outside
from tests.bench.report import Row, Table
from tests.bench.surroundings import PATIENCE, NotHere

MEANING = {
    "decode": "the update's JSON, read strictly, to an event",
    "lane": "the batch, the chat limit, waking those who wait",
    "step": "the conversation itself",
    "rows": "states and messages to JSON and rows, answers compared",
    "SQL": "SQLAlchemy and the driver, on the loop's thread",
    "SQLite's thread": "SQLite itself, and the commit",
    "render": "the reply as Telegram takes it",
    "HTTP in": "aiohttp's server, the guards, the headers",
    "outbox": "queues of what is to be sent",
    "HTTP out": "python-telegram-bot and aiohttp's client",
    "event loop": "uvloop and asyncio, sockets",
}
NOTE = "Processor microseconds a turn at 100 chats at once, by a profiling timer in the program."


def where(seconds: float) -> Table:
    """The parts of a turn, with the reply in the answer and with a call."""
    if sys.platform != "linux":
        raise NotHere("the profiling timer is read as Linux keeps it")
    answer, call = _parts(seconds), _parts(seconds, "by-call")
    rows: list[Row] = [_row(name, words, answer, call) for name, words in MEANING.items()]
    rows.append(_row("all", "", *({"all": sum(parts.values())} for parts in (answer, call))))
    return Table("where", rows, NOTE)


def _row(name: str, words: str, answer: dict[str, float], call: dict[str, float]) -> Row:
    return {
        "part": name,
        "what it is": words,
        NAMES["bot"]: round(answer.get(name, 0.0), 1),
        NAMES["tests.bench.by_call"]: round(call.get(name, 0.0), 1),
    }


def _parts(seconds: float, *more: str) -> dict[str, float]:
    """Microseconds a turn of each part."""
    with TemporaryDirectory() as folder, outside() as (people, api):
        file = Path(folder) / "found.json"
        with ours(api, Path(folder), "tests.bench.watched", str(file), *more) as bot:
            number = bot.program.process.pid
            order = Order(bot.port, CHATS, seconds=WARM + seconds, warm=WARM)
            outcome = ask(people, order, lambda: os.kill(number, signal.SIGUSR1))
            os.kill(number, signal.SIGUSR2)
            found = json.loads(_written(file))
    return {name: used / outcome.turns * 1e6 for name, used in found.items()}


def _written(file: Path) -> str:
    until = perf_counter() + PATIENCE
    while not file.exists():
        if perf_counter() > until:
            raise RuntimeError("the program did not write down what it found")
        sleep(LOOK)
    return file.read_text("utf-8")
