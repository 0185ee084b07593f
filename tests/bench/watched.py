"""
The program itself, with a clock that asks now and then what the loop's thread is busy with.

`python -m tests.bench.watched FILE [by-call] serve --demo`. SIGUSR1 starts a count, SIGUSR2 ends
it and writes what was found to FILE. The system's profiling timer ticks in processor time; each
tick is worth what the thread used since the last one, and belongs to the innermost function on
the stack whose place in `PARTS` is known. The time of the other threads (SQLite's) is read from
their own clocks.
"""

from __future__ import annotations

import json
import signal
import sys
import threading
import time
from pathlib import Path
from types import FrameType

from bot import __main__

TICK = 0.001
PARTS = {
    "/handlers/": "step",
    "/content/": "step",
    "/bot/channels/telegram_decode.py": "decode",
    "/bot/channels/strict.py": "decode",
    "/bot/channels/body.py": "decode",
    "/bot/text.py": "decode",
    "/bot/channels/telegram_render.py": "render",
    "/bot/channels/telegram_webhook.py": "HTTP in",
    "/bot/channels/telegram_request.py": "HTTP out",
    "/bot/channels/telegram.py": "HTTP out",
    "/bot/sending/settling.py": "SQL",
    "/bot/sending/": "outbox",
    "/bot/outbox.py": "outbox",
    "/bot/turn.py": "lane",
    "/bot/chat_limit.py": "lane",
    "/bot/after_commit.py": "lane",
    "/bot/": "HTTP in",
    "/storage/sqlite_driver.py": "SQL",
    "/storage/prepared.py": "SQL",
    "/storage/outbox.py": "SQL",
    "/storage/engine.py": "SQL",
    "/storage/": "rows",
    "/sqlalchemy/": "SQL",
    "/aiosqlite/": "SQL",
    "/asyncpg/": "SQL",
    "/telegram/": "HTTP out",
    "/aiohttp/client": "HTTP out",
    "/aiohttp/connector.py": "HTTP out",
    "/aiohttp/web": "HTTP in",
}
"""What a file's place says of its work; the first that fits counts."""

OUTER = ("/bot/__main__.py", "/bot/commands/", "/bot/loop.py", "/bot/app.py", "/typer/", "/click/")
"""Where the event loop was started from: on every stack, and never what is at work."""


class Clock:
    """Counts what the loop's thread is busy with."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, str] = {}
        self._found: dict[str, float] = {}
        self._at = 0.0
        self._others: dict[str, float] = {}

    def begin(self, _number: int, _frame: FrameType | None) -> None:
        """Start a count."""
        self._found.clear()
        self._others = others()
        self._at = time.thread_time()
        signal.setitimer(signal.ITIMER_PROF, TICK, TICK)

    def tick(self, _number: int, frame: FrameType | None) -> None:
        """See what is at work."""
        now = time.thread_time()
        part = self._part(frame)
        self._found[part] = self._found.get(part, 0.0) + now - self._at
        self._at = now

    def end(self, _number: int, _frame: FrameType | None) -> None:
        """End the count and write it down."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        found = dict(self._found)
        for name, used in others().items():
            found[name] = found.get(name, 0.0) + used - self._others.get(name, 0.0)
        partly = self._file.with_suffix(".part")
        partly.write_text(json.dumps(found), "utf-8")
        partly.rename(self._file)

    def _part(self, frame: FrameType | None) -> str:
        while frame is not None:
            file = frame.f_code.co_filename
            part = self._known.get(file)
            if part is None:
                part = self._known[file] = part_of(file)
            if part:
                return part
            frame = frame.f_back
        return "event loop"


def part_of(file: str) -> str:
    """The part that a file belongs to, or nothing."""
    place = file.replace("\\", "/")
    if any(outer in place for outer in OUTER):
        return ""
    return next((part for path, part in PARTS.items() if path in place), "")


def others() -> dict[str, float]:
    """Processor seconds of the threads beside the loop's."""
    used = 0.0
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and thread.ident is not None:
            used += time.clock_gettime(time.pthread_getcpuclockid(thread.ident))
    return {"SQLite's thread": used}


def main() -> None:
    """Watch the program."""
    clock = Clock(Path(sys.argv.pop(1)))
    if sys.argv[1] == "by-call":
        sys.argv.pop(1)
        from tests.bench import by_call  # noqa: F401 (it changes the decoder)
    signal.signal(signal.SIGPROF, clock.tick)
    signal.signal(signal.SIGUSR1, clock.begin)
    signal.signal(signal.SIGUSR2, clock.end)
    __main__.main()


if __name__ == "__main__":
    main()
