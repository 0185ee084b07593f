"""
`zalo`: the Official Account's channel beside Telegram's with a call for every turn.

Both are the whole program over HTTP, on a core of its own, with the same people who say the same,
and a service of raw sockets that costs as little. Zalo signs every event and has tokens; nothing of
a reply may travel in the answer of its webhook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import orjson

from bot.channels.body import parse_object
from bot.channels.zalo_oa_decode import decode
from bot.channels.zalo_oa_webhook import signature
from tests.bench.crowd import Channel, Order
from tests.bench.in_turn import CHATS, WARM, Contender, Record, in_turn
from tests.bench.outside import ask
from tests.bench.over_http import NAMES, started
from tests.bench.programs import on_zalo, outside
from tests.bench.report import Row, Table
from tests.bench.script import TURNS
from tests.bench.speech import ZALO_APP, ZALO_OA, ZALO_OA_SECRET, ToZalo

BY_CALL = "tests.bench.by_call"
KINDS: dict[str, Channel] = {BY_CALL: "telegram", "zalo": "zalo"}
WORDS = {BY_CALL: f"Telegram: {NAMES[BY_CALL]}", "zalo": "Zalo: Official Account"}

RATE = 500.0
CROWD = 200
ACCOUNT = f"zalo_oa:{ZALO_OA}"


def zalo(seconds: float) -> Table:
    """Turns a second on both."""
    with ExitStack() as opened:
        contenders = {kind: opened.enter_context(_talking(kind)) for kind in KINDS}
        found = in_turn(contenders, seconds)
    note = (
        f"{CHATS} chats at once, SQLite; both are talked to in turn, a second each, and a ratio is "
        "the median of all rounds. “by CPU”: by processor time a turn, which a busy machine "
        "disturbs less."
    )
    return Table("zalo", list(_rows(found)), note)


def zalo_webhook(seconds: float) -> Table:
    """How long Zalo waits for its 200 when it brings 500 events a second."""
    with _talking("zalo") as one:
        order = Order(one.bot.port, CROWD, WARM + seconds, WARM, RATE, channel="zalo")
        outcome = ask(one.people, order)
    row: Row = {
        "events/s": outcome.a_second,
        "p99 ms until the 200": outcome.answer,
        "longest": outcome.longest_answer,
        "p99 ms until the reply": outcome.p99,
        "began late": f"{outcome.late / (RATE * seconds):.1%}",
    }
    return Table("zalo-webhook", [row], "Every event is a turn: committed, answered, replied to.")


def zalo_event(seconds: float) -> Table:
    """What the signature and the decoding of an event cost."""
    events = _events()
    parsed = [parse_object(body) for body, _ in events]
    heard = datetime.now(UTC)
    parts: dict[str, Callable[[], object]] = {
        "nothing but orjson": lambda: [orjson.loads(body) for body, _ in events],
        "the JSON, read strictly": lambda: [parse_object(body) for body, _ in events],
        "the signature": lambda: [
            signature(ZALO_APP, body, stamp, ZALO_OA_SECRET) for body, stamp in events
        ],
        "the event": lambda: [decode(event, ACCOUNT, heard) for event in parsed],
    }
    rows: list[Row] = [
        {"part": name, "µs/event": _cost(work, len(events), seconds / len(parts))}
        for name, work in parts.items()
    ]
    return Table("zalo-event", rows, f"The {len(events)} events of the script, over and over.")


@contextmanager
def _talking(kind: str) -> Iterator[Contender]:
    """The people of a channel, and the program on it."""
    with TemporaryDirectory() as folder, outside(KINDS[kind]) as (people, api):
        here = Path(folder)
        with on_zalo(api, here) if kind == "zalo" else started(kind, api, here) as bot:
            yield Contender(bot, people, KINDS[kind])


def _rows(found: dict[str, Record]) -> Iterator[Row]:
    other = found[BY_CALL]
    for kind, record in found.items():
        yield {
            "channel": WORDS[kind],
            "turns/s": record.a_second,
            "p50 ms": record.usual("median"),
            "p99 ms": record.usual("p99"),
            "CPU µs/turn": record.cpu,
            "of Telegram": f"{record.of(other):.0%}",
            "by CPU": f"{record.of_by_cpu(other):.0%}",
            "crowd busy": f"{record.usual('load'):.0%}",
        }


def _events() -> list[tuple[bytes, str]]:
    """The script of one person as Zalo brings it; each body with the time in it."""
    speech = ToZalo(0, TURNS)
    return [speech.event(place, 5_000_000_000, place) for place in range(len(TURNS))]


def _cost(work: Callable[[], object], events: int, seconds: float) -> float:
    """Microseconds an event that so many take, at the best."""
    best, until = seconds, perf_counter() + seconds
    while (began := perf_counter()) < until:
        work()
        best = min(best, perf_counter() - began)
    return best / events * 1e6
