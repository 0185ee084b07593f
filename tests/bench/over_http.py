"""
`http`: the whole program over HTTP, on a core of its own, with 100 people who talk at once.

The people and the Bot API are another process on the other core. Every turn is committed before
its reply. The program is measured as it is, with the reply in the webhook's answer wherever it
may travel there, and told to make a call for every turn; beside it the two peers do their part: a
bot that does nothing, and python-telegram-bot's ConversationHandler.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.in_turn import CHATS, Contender, Record, in_turn
from tests.bench.programs import Bot, ours, outside, peer
from tests.bench.report import Row, Table

NAMES = {
    "nothing": "no-op",
    "handler": "ConversationHandler",
    "bot": "ours, reply in the answer",
    "tests.bench.by_call": "ours, a call a turn",
}
NOTE = (
    f"One core for the bot, {CHATS} chats at once, SQLite; all four are talked to in turn, a "
    "second each, and a ratio is the median of all rounds. “calls”: how many turns a call of "
    "sendMessage answered. “of CH”: of the ConversationHandler. “by CPU”: the same by processor "
    "time a turn, which a busy machine disturbs less. “crowd busy”: the load on the other core; "
    "near 100 % it would be the crowd that is measured."
)


def over_http(seconds: float) -> Table:
    """Turns a second of ours and of the peers."""
    with ExitStack() as opened:
        people, api = opened.enter_context(outside())
        folder = Path(opened.enter_context(TemporaryDirectory()))
        contenders = {}
        for kind in NAMES:
            here = folder / kind
            here.mkdir()
            bot = opened.enter_context(started(kind, api, here))
            contenders[kind] = Contender(bot, people)
        found = in_turn(contenders, seconds)
    return Table("http", list(_rows(found, found["nothing"], found["handler"])), NOTE)


def _rows(found: dict[str, Record], nothing: Record, handler: Record) -> Iterator[Row]:
    for kind, record in found.items():
        yield {
            "bot": NAMES[kind],
            "turns/s": record.a_second,
            "p50 ms": record.usual("median"),
            "p99 ms": record.usual("p99"),
            "calls": f"{record.by_call:.0%}",
            "CPU µs/turn": record.cpu,
            "of no-op": f"{record.of(nothing):.0%}",
            "by CPU": f"{record.of_by_cpu(nothing):.0%}",
            "of CH": f"{record.of(handler):.1f} ×",
            "by CPU ": f"{record.of_by_cpu(handler):.1f} ×",
            "crowd busy": f"{record.usual('load'):.0%}",
        }


@contextmanager
def started(kind: str, api: int, folder: Path) -> Iterator[Bot]:
    """The bot of this kind, ready."""
    bot: AbstractContextManager[Bot]
    bot = peer(kind, api, folder) if kind in {"nothing", "handler"} else ours(api, folder, kind)
    with bot as ready:
        yield ready
