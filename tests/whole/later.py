"""
The program with its clock moved on by so many hours: `python -m tests.whole.later 49 serve`.

At each SIGUSR1 it moves on by `STEP` more.
"""

from __future__ import annotations

import signal
import sys
from datetime import UTC, datetime, timedelta

import time_machine

from bot import __main__

STEP = timedelta(minutes=2)

if __name__ == "__main__":
    hours = timedelta(hours=float(sys.argv.pop(1)))
    with time_machine.travel(datetime.now(UTC) + hours, tick=True) as clock:
        signal.signal(signal.SIGUSR1, lambda *_: clock.shift(STEP))
        __main__.main()
