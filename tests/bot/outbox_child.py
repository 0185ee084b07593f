"""
An outbox in a process of its own, to be killed: `python -m tests.bot.outbox_child …`.

Everything that comes to its channel is written to a file, as a person would read it, before the
channel answers; `asks` makes the channel ask for so many seconds of quiet at the first message.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from datetime import timedelta
from pathlib import Path

from bot.channels.base import Later, Outgoing, Receipt
from storage.outbox import Ledger
from tests.bot.outboxes import desk_at
from tests.bot.scripted import Scripted, accept


async def main(given: argparse.Namespace) -> None:
    """Write rows and send them, and whatever was left before; for ever."""
    read = Path(given.read).open("a", encoding="utf-8", buffering=1)  # noqa: SIM115
    quiet = [given.asks] if given.asks else []

    def script(outgoing: Outgoing, attempt: int) -> Receipt:
        if quiet:
            told = Later(timedelta(seconds=quiet.pop()), "flood", whole_account=True, counts=False)
            read.write(f"{time.time():.3f} flood\n")
            return told
        read.write(f"{time.time():.3f} {outgoing.message.text}\n")
        return accept(outgoing, attempt)

    channel = Scripted(script=script, latency=given.latency)
    async with desk_at(given.database) as desk:
        desk.ids = iter(range(given.first, given.first + 100_000))
        if "://" not in given.database:  # a file, which has one program
            await Ledger(desk.engine, given.worker).be_alone()
        async with desk.sending(channel, worker=given.worker) as outbox:
            chats = [f"{given.worker}-{number}" for number in range(given.chats)]
            if chats:
                outbox.take(await desk.write(chats, each=given.each, owner=given.worker))
            print("ready", flush=True)
            await asyncio.Event().wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for name in ("database", "read", "worker"):
        parser.add_argument(name)
    for name in ("--chats", "--each", "--first"):
        parser.add_argument(name, type=int, default=1)
    for name in ("--latency", "--asks"):
        parser.add_argument(name, type=float, default=0.0)
    asyncio.run(main(parser.parse_args()))
