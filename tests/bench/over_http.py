"""
`http`: the whole program over HTTP, on a core of its own, with 100 people who talk at once.

The people and the Bot API are another process on the other core. Every turn is committed before
its reply. The program is measured as it is, with the reply in the webhook's answer wherever it
may travel there, and told to make a call for every turn; in the same run the two peers do their
part: a bot that does nothing, and python-telegram-bot's ConversationHandler.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.crowd import Order
from tests.bench.outside import Outcome, ask
from tests.bench.programs import Bot, ours, outside, peer
from tests.bench.report import Row, Table
from tests.bench.surroundings import Program

CHATS = 100
WARM = 2.0
ROUNDS = 3
NAMES = {
    "nothing": "no-op",
    "handler": "ConversationHandler",
    "bot": "ours, reply in the answer",
    "tests.bench.by_call": "ours, a call a turn",
}
NOTE = (
    "One core for the bot, 100 chats at once, SQLite; the best of three rounds in which all four "
    "take their turn. “calls”: how many turns were answered by a call of sendMessage. “of CH”: of "
    "the ConversationHandler. “by CPU”: the same by processor time a turn, which a busy machine "
    "disturbs less. “crowd busy”: the load on the other core; near 100 % it would be the "
    "crowd that is measured."
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What the crowd saw, and the processor microseconds that a turn took the bot."""

    outcome: Outcome
    cpu: float


def over_http(seconds: float) -> Table:
    """Turns a second of ours and of the peers."""
    rounds = [{kind: measure(kind, seconds) for kind in NAMES} for _ in range(ROUNDS)]
    found = {
        kind: max((one[kind] for one in rounds), key=lambda measured: measured.outcome.a_second)
        for kind in NAMES
    }
    return Table("http", list(_rows(found, found["nothing"], found["handler"])), NOTE)


def _rows(found: dict[str, Measured], nothing: Measured, handler: Measured) -> Iterator[Row]:
    for kind, measured in found.items():
        outcome = measured.outcome
        yield {
            "bot": NAMES[kind],
            "turns/s": outcome.a_second,
            "p50 ms": outcome.median,
            "p99 ms": outcome.p99,
            "calls": f"{outcome.by_call:.0%}",
            "CPU µs/turn": measured.cpu,
            "of no-op": f"{outcome.a_second / nothing.outcome.a_second:.0%}",
            "by CPU": f"{nothing.cpu / measured.cpu:.0%}",
            "of CH": f"{outcome.a_second / handler.outcome.a_second:.1f} ×",
            "by CPU ": f"{handler.cpu / measured.cpu:.1f} ×",
            "crowd busy": f"{outcome.load:.0%}",
        }


def measure(kind: str, seconds: float) -> Measured:
    """Start the bot of this kind and have the crowd talk to it."""
    with (
        TemporaryDirectory() as folder,
        outside() as (people, api),
        started(kind, api, Path(folder)) as bot,
    ):
        order = Order(bot.port, CHATS, seconds=WARM + seconds, warm=WARM)
        outcome, used = asked(people, order, bot.program)
        return Measured(outcome, used / outcome.turns * 1e6)


@contextmanager
def started(kind: str, api: int, folder: Path) -> Iterator[Bot]:
    """The bot of this kind, ready."""
    bot: AbstractContextManager[Bot]
    bot = peer(kind, api, folder) if kind in {"nothing", "handler"} else ours(api, folder, kind)
    with bot as ready:
        yield ready


def asked(people: Program, order: Order, bot: Program) -> tuple[Outcome, float]:
    """What the crowd saw, and the processor seconds that it took the bot."""
    before: list[float] = []
    outcome = ask(people, order, lambda: before.append(bot.cpu()))
    return outcome, bot.cpu() - before[0]
