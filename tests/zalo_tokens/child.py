"""
A process that uses the tokens, and may be killed: `python -m tests.zalo_tokens.child NOW SENDERS`.

Its settings are in the environment. It says `ready` when it has a token, and waits for a line;
then each of its senders calls Zalo once, and it says which tokens they were served with.
"""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import UTC, datetime

from bot.channels.zalo_access import open_access
from bot.settings import read_settings
from storage.engine import open_engine, open_reader
from tests.zalo_tokens.offices import use


async def main(now: datetime, senders: int) -> None:
    """Be a process whose clock stands still."""
    settings = read_settings(os.environ)
    engine, reader = open_engine(settings.database), open_reader(settings.database)
    async with open_access(settings, engine, reader, lambda: now) as access:
        await access.tokens.current()
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        uses = (use(access.tokens, settings.zalo_api) for _ in range(senders))
        print(*set(await asyncio.gather(*uses)), flush=True)
    await engine.dispose()
    await reader.dispose()


if __name__ == "__main__":
    asyncio.run(main(datetime.fromtimestamp(float(sys.argv[1]), UTC), int(sys.argv[2])))
