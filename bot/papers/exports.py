"""
Exports for the program that serves: each is made by a child process, at most two at once.

The child reads the database by itself, page after page; here only finished bytes pass through.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.papers.order import Order, to_json

HOME = Path(__file__).parent.parent.parent
AT_ONCE = 2
LONGEST = 600.0
PIECE = 64 * 1024


class NotMade(Exception):
    """The export could not be made; its text names the error, and nobody."""


class Exports:
    """Makes exports, waiting for a free place where two are being made."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(AT_ONCE)

    async def to_file(self, order: Order) -> None:
        """Make the file that the order names; raises `NotMade`."""
        async with self._child(order) as child:
            async for _ in _output(child):
                pass

    async def stream(self, order: Order) -> AsyncGenerator[bytes]:
        """CSV as it is made; raises `NotMade`, perhaps after a part of it."""
        async with self._child(order) as child:
            async for piece in _output(child):
                yield piece

    @asynccontextmanager
    async def _child(self, order: Order) -> AsyncIterator[asyncio.subprocess.Process]:
        async with self._places:
            child = await _start()
            try:
                async with asyncio.timeout(LONGEST):
                    await _hand_over(child, order)
                    yield child
                    await _ended_well(child)
            except TimeoutError:
                raise NotMade("it took too long") from None
            finally:
                if child.returncode is None:
                    child.kill()
                    await child.wait()


async def _start() -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot.papers.child"),
        cwd=HOME,
        env={**os.environ, "PYTHONPATH": str(HOME)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def _ended_well(child: asyncio.subprocess.Process) -> None:
    if child.stderr is None:
        raise NotMade("the child was started without an output for errors")
    trouble = await child.stderr.read()
    if await child.wait() != 0:
        raise NotMade(trouble.decode(errors="replace").strip().rpartition("\n")[2])


async def _hand_over(child: asyncio.subprocess.Process, order: Order) -> None:
    if child.stdin is None:
        raise NotMade("the child was started without an input")
    try:
        child.stdin.write(to_json(order))
        await child.stdin.drain()
    except ConnectionError:
        raise NotMade("the child ended before it had its order") from None
    finally:
        child.stdin.close()


async def _output(child: asyncio.subprocess.Process) -> AsyncGenerator[bytes]:
    if child.stdout is None:
        raise NotMade("the child was started without an output")
    while piece := await child.stdout.read(PIECE):
        yield piece
