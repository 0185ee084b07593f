"""Has a list that somebody hands in read by a child process, so that no file of theirs harms us."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from pathlib import Path

from bot.papers.exports import HOME
from bot.papers.reading import MOST_BYTES, SECONDS, TROUBLES, Unreadable

AT_ONCE = 1
_places = asyncio.Semaphore(AT_ONCE)


async def read_list(content: bytes) -> list[list[str]]:
    """The rows of a file; raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable("too-large")
    async with _places:
        with tempfile.TemporaryDirectory(prefix="import-") as folder:
            path = Path(folder) / "list"
            await asyncio.to_thread(path.write_bytes, content)
            return await _read(path)


async def _read(path: Path) -> list[list[str]]:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot.papers.reading", str(path)),
        cwd=HOME,
        env={**os.environ, "PYTHONPATH": str(HOME)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(2 * SECONDS):
            rows, trouble = await child.communicate()
    except TimeoutError:
        raise Unreadable("broken") from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode:
        word = trouble.decode(errors="replace").strip()
        raise Unreadable(word if word in TROUBLES else "broken")
    found: list[list[str]] = await asyncio.to_thread(json.loads, rows)
    return found
