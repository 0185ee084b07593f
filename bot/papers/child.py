"""
Makes an export in a process of its own, so that nobody who talks to the bot waits for it.

`python -m bot.papers.child` reads its order from standard input. It writes the file that the order
names, or CSV to standard output, and ends with 0 when all of it is written. What went wrong is
told by the name of the error alone: its text may repeat what was searched for.
"""

from __future__ import annotations

import asyncio
import io
import sys
import threading

from bot.papers.csv import ENCODING, CsvSheet
from bot.papers.order import Order, from_json
from bot.papers.registrations import write_paper, write_rows
from storage.engine import open_reader


async def make(order: Order) -> None:
    """Carry out an order."""
    reader = open_reader(order.database)
    try:
        if order.out is not None:
            await write_paper(reader, order.plan, order.out, order.filters, order.sorting)
            return
        stream = io.TextIOWrapper(sys.stdout.buffer, encoding=ENCODING, newline="")
        await write_rows(reader, order.plan, CsvSheet(stream), order.filters, order.sorting)
        stream.flush()
    finally:
        await reader.dispose()


def _nothing(_: object) -> None:
    """A connection that could not be opened leaves a thread with nobody to tell."""


def main() -> None:
    """Read the order, carry it out, and end as it went; no thread says more than that."""
    threading.excepthook = _nothing
    try:
        asyncio.run(make(from_json(sys.stdin.buffer.read())))
    except Exception as trouble:  # noqa: BLE001 (whatever it is, the parent must hear of it)
        sys.exit(type(trouble).__name__)


if __name__ == "__main__":
    main()
