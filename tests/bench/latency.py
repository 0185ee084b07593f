"""`latency`: how long people wait at a steady 200 turns a second, over HTTP."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.crowd import Order
from tests.bench.in_turn import WARM
from tests.bench.outside import ask
from tests.bench.over_http import NAMES, started
from tests.bench.programs import outside
from tests.bench.report import Row, Table

RATE = 200.0
CHATS = 40
NOTE = (
    "From the moment a turn was due until its reply was there; the load keeps to its own clock "
    "whether the bot keeps up or not."
)


def latency(seconds: float) -> Table:
    """The waits with the no-op bot and with ours."""
    return Table("latency", [_row(kind, seconds) for kind in NAMES if kind != "handler"], NOTE)


def _row(kind: str, seconds: float) -> Row:
    with (
        TemporaryDirectory() as folder,
        outside() as (people, api),
        started(kind, api, Path(folder)) as bot,
    ):
        order = Order(bot.port, CHATS, seconds=WARM + seconds, warm=WARM, rate=RATE)
        outcome = ask(people, order)
    return {
        "bot": NAMES[kind],
        "turns/s": outcome.a_second,
        "p50 ms": outcome.median,
        "p99 ms": outcome.p99,
        "longest ms": outcome.longest,
        "calls": f"{outcome.by_call:.0%}",
    }
