"""`memory`: how much more memory the program takes for conversations that are half done."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.crowd import Order
from tests.bench.in_turn import CHATS
from tests.bench.outside import ask
from tests.bench.programs import ours, outside
from tests.bench.report import Table

HALF = 21
"""Turns of the script after which consent, a name, a phone and an establishment are stored."""

NOTE = "Before: after 20 whole talks, so that everything is loaded and every statement compiled."


def memory(seconds: float) -> Table:
    """Megabytes before and after; there are 10,000 conversations whatever `seconds` says."""
    del seconds
    rows = []
    with TemporaryDirectory() as folder, outside() as (people, api), ours(api, Path(folder)) as bot:
        ask(people, Order(bot.port, chats=20, people=20))
        before = bot.program.memory()
        for total, more in ((1_000, 1_000), (10_000, 9_000)):
            ask(people, Order(bot.port, CHATS, people=more, turns=HALF))
            after = bot.program.memory()
            rows.append(
                {
                    "half-done talks": total,
                    "MB before": before,
                    "MB after": after,
                    "MB more": after - before,
                }
            )
    return Table("memory", rows, NOTE)
