"""The program with its clock moved on by so many hours: `python -m tests.whole.later 49 serve`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

import time_machine

from bot import __main__

if __name__ == "__main__":
    hours = timedelta(hours=float(sys.argv.pop(1)))
    with time_machine.travel(datetime.now(UTC) + hours, tick=True):
        __main__.main()
