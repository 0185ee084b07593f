"""
Unused numbers of a kind, reserved from the `counter` table in blocks.

A block is reserved in a transaction of its own, before the turn that may need it, so that handing
out a number costs nothing and holds no lock. Numbers of a block that its process never used are
given back when it closes; those of a process that was killed are lost, never used twice.
"""

from __future__ import annotations

from asyncio import Lock
from collections import deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from sqlalchemy import update

from storage.engine import insert
from storage.schema import counter

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy.ext.asyncio import AsyncEngine


class Numbers:
    """The free numbers of one kind that this process holds."""

    def __init__(self, engine: AsyncEngine, name: str, block: int) -> None:
        self._engine = engine
        self._name = name
        self._block = block
        self._free: deque[tuple[int, int]] = deque()
        self._promised = 0
        self._reserving = Lock()

    @asynccontextmanager
    async def held(self, count: int) -> AsyncIterator[None]:
        """While this is open, `count` numbers can be taken without waiting."""
        self._promised += count
        try:
            if self._missing() > 0:
                await self._fill()
            yield
        finally:
            self._promised -= count

    def take(self) -> int:
        """A number that nobody has had and nobody else will have."""
        start, end = self._free[0]
        if start + 1 == end:
            self._free.popleft()
        else:
            self._free[0] = (start + 1, end)
        return start

    def put_back(self, number: int) -> None:
        """Return a number that was not used, to be the next again."""
        if self._free and self._free[0][0] == number + 1:
            self._free[0] = (number, self._free[0][1])
        else:
            self._free.appendleft((number, number + 1))

    async def give_back(self) -> None:
        """Return the unused end of the last block, if nobody has reserved since."""
        if not self._free:
            return
        start, end = self._free[-1]
        self._free.clear()
        async with self._engine.begin() as connection:
            await connection.execute(
                update(counter)
                .where(counter.c.name == self._name, counter.c.next == end)
                .values(next=start)
            )

    def _missing(self) -> int:
        return self._promised - sum(end - start for start, end in self._free)

    async def _fill(self) -> None:
        async with self._reserving:
            missing = self._missing()
            if missing > 0:
                size = max(missing, self._block)
                start = await self._reserve(size)
                self._free.append((start, start + size))

    async def _reserve(self, size: int) -> int:
        """The first of `size` numbers that are now ours."""
        async with self._engine.begin() as connection:
            await connection.execute(
                insert(connection.dialect, counter)
                .values(name=self._name, next=1)
                .on_conflict_do_nothing()
            )
            after = await connection.execute(
                update(counter)
                .where(counter.c.name == self._name)
                .values(next=counter.c.next + size)
                .returning(counter.c.next)
            )
            return int(after.scalar_one()) - size
