"""The collector is out of the way while the program starts, and back when it serves."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import gc
from bot.loop import settle_down, spread_out
told = [gc.isenabled()]
spread_out()
told.append(gc.isenabled())
settle_down()
told.append(gc.isenabled())
ring = []
ring.append(ring)
del ring
told += [gc.get_freeze_count() > 1000, gc.collect() > 0]
print(told)
"""


def test_the_collector_looks_away_until_all_is_made() -> None:
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[True, False, True, True, True]"
