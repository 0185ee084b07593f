"""
Everything outside the bot, in a process of its own: the people, and the service of their channel.

It is told the channel, and prints the port of the service. Then each line it reads is an order for
the crowd; it answers with `begun` when it starts to count, and with what came of it.
"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import asdict, dataclass
from time import process_time
from typing import TYPE_CHECKING

from bot.loop import run
from tests.bench.crowd import Crowd, Order
from tests.bench.telegram_api import TelegramApi
from tests.bench.zalo_api import ZaloApi

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.surroundings import Program


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    Turns a second, their waits in milliseconds, and how busy the crowd itself was.

    `answer` is the wait for the webhook's 200 that 99 of 100 do not exceed, `longest_answer` the
    longest.
    """

    turns: int
    a_second: float
    median: float
    p99: float
    longest: float
    by_call: float
    refused: int
    late: int
    stuck: int
    load: float
    answer: float
    longest_answer: float


def ask(outside: Program, order: Order, begun: Callable[[], None] | None = None) -> Outcome:
    """Have an order carried out; `begun` is called when it starts to count."""
    outside.tell(json.dumps(asdict(order)))
    while (line := outside.hear()) == "begun":
        if begun:
            begun()
    outcome = Outcome(**json.loads(line))
    if outcome.refused or outcome.stuck or not outcome.turns:
        raise RuntimeError(f"the bot did not answer everybody: {outcome}")
    return outcome


async def main() -> int:
    """Serve and talk until standard input ends."""
    crowd: Crowd | None = None

    def sent(chat: int) -> None:
        if crowd is not None:
            crowd.sent(chat)

    service = ZaloApi(sent) if sys.argv[1:] == ["zalo"] else TelegramApi(sent)
    _say(str(await service.open()))
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        used = 0.0

        def begun() -> None:
            nonlocal used
            used = process_time()
            _say("begun")

        crowd = Crowd(Order(**json.loads(line)), begun)
        tally = await crowd.talk()
        waits, answers = sorted(tally.waits) or [0.0], sorted(tally.answers) or [0.0]
        outcome = Outcome(
            turns=len(tally.waits),
            a_second=len(tally.waits) / tally.seconds,
            median=waits[len(waits) // 2] * 1000,
            p99=waits[int(len(waits) * 0.99)] * 1000,
            longest=waits[-1] * 1000,
            by_call=tally.by_call / len(waits),
            refused=tally.refused,
            late=tally.late,
            stuck=tally.stuck,
            load=(process_time() - used) / tally.seconds,
            answer=answers[int(len(answers) * 0.99)] * 1000,
            longest_answer=answers[-1] * 1000,
        )
        _say(json.dumps(asdict(outcome)))
    return 0


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(run(main()))
