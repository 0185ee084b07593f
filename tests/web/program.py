"""The program as somebody starts it: `python -m bot serve --demo`, in a folder of its own."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Program:
    """A running program; `url` is where it says it can be reached."""

    folder: Path
    url: str

    async def command(self, *words: str) -> str:
        """Run another command of the program beside it; what it prints."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *words),
            cwd=ROOT,
            env=surroundings(self.folder),
            stdout=asyncio.subprocess.PIPE,
        )
        said, _ = await process.communicate()
        assert process.returncode == 0
        return said.decode()


@asynccontextmanager
async def program(folder: Path) -> AsyncIterator[Program]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-u", "-m", "bot", "serve", "--demo"),
        cwd=ROOT,
        env=surroundings(folder),
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield Program(folder, await address_in(process.stdout))
    finally:
        process.send_signal(signal.SIGTERM)
        await process.communicate()


async def address_in(said: asyncio.StreamReader | None) -> str:
    """The address that the program greets with."""
    assert said is not None
    async with asyncio.timeout(40):
        while line := (await said.readline()).decode():
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                return found[0]
    raise AssertionError("the program did not start")


def surroundings(folder: Path) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    return own | {"BOT_PORT": "0", "BOT_DATA_DIR": str(folder)}
