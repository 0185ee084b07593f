"""
The event loop and the signals, the one place that knows one operating system from another.

uvloop is used where it is installed; it does not exist for Windows. A service manager stops the
program by SIGTERM, a person by Ctrl-C; where the loop takes no signal handlers (Windows) the
ordinary ones wake it.
"""

from __future__ import annotations

import asyncio
import gc
import importlib.util
import os
import signal
import sys
from collections.abc import Callable, Coroutine
from types import FrameType

SIGNALS = [signal.SIGINT, signal.SIGTERM]
if sys.platform == "win32":
    SIGNALS.append(signal.SIGBREAK)

KILLED_BY_HAND = 130


def run(main: Coroutine[object, object, int]) -> int:
    """Run the program to its end and return its exit code."""
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        return runner.run(main)


def stop_signal() -> asyncio.Event:
    """
    An event that is set when the program is asked to stop.

    Asked a second time, it ends at once: what was committed is safe, and sent by the next start.
    """
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop() -> None:
        if asked.is_set():
            os._exit(KILLED_BY_HAND)
        asked.set()

    for number in SIGNALS:
        _on(loop, number, stop)
    return asked


def spread_out() -> None:
    """
    Much is about to be made that stays: the collector looks at none of it until `settle_down`.

    Its long looks while everything is imported take a seventh of the start.
    """
    gc.disable()


def settle_down() -> None:
    """
    What there is now stays: the collector need not look at it again and again.

    Each of its long looks would otherwise hold everybody up for a tenth of a second. Not even one
    is worth it here: what the start leaves behind in rings is under a megabyte. Turns leave
    hardly any rings behind, so the short looks may be rare as well.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()


def _on(loop: asyncio.AbstractEventLoop, number: signal.Signals, stop: Callable[[], None]) -> None:
    def wake(_number: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(stop)

    try:
        loop.add_signal_handler(number, stop)
    except NotImplementedError:
        signal.signal(number, wake)


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """What makes the loop to run on; None for asyncio's own."""
    if sys.platform == "win32" or importlib.util.find_spec("uvloop") is None:
        return None
    import uvloop

    return uvloop.new_event_loop
