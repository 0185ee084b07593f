"""
The jobs of the clock as rows: when each is due, and which worker is doing it.

Whoever takes a job does it alone for as long as it gives signs of life; a job of one that died is
free again. A row outlives its process: what was due while nothing ran is done at the next start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select, update

from storage.engine import insert
from storage.schema import job

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.ext.asyncio import AsyncEngine


class Rota:
    """
    The jobs as one worker sees them.

    `worker` is the name it gives signs of life by, `living` selects the names of those who do.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        reader: AsyncEngine,
        worker: str,
        living: Callable[[], Select[tuple[str]]],
    ) -> None:
        self._engine = engine
        self._reader = reader
        self._worker = worker
        self._living = living

    async def enrol(self, first: Mapping[str, datetime]) -> None:
        """Note these jobs, each with when it is due first; one that is known stays as it is."""
        new = insert(self._engine.dialect, job).on_conflict_do_nothing()
        async with self._engine.begin() as connection:
            await connection.execute(
                new, [{"name": name, "due_at": at} for name, at in sorted(first.items())]
            )

    async def due(self, now: datetime) -> list[str]:
        """The jobs that are due and that nobody else is doing."""
        async with self._reader.connect() as connection:
            return list(await connection.scalars(select(job.c.name).where(self._free(now))))

    async def take(self, name: str, now: datetime) -> bool:
        """Whether the job is ours to do from now on."""
        taken = update(job).where(job.c.name == name, self._free(now)).values(owner=self._worker)
        async with self._engine.begin() as connection:
            return bool((await connection.execute(taken)).rowcount)

    async def done(self, name: str, then: datetime) -> None:
        """The job is done, and due again at this time; nothing if somebody took it over."""
        ours = and_(job.c.name == name, job.c.owner == self._worker)
        async with self._engine.begin() as connection:
            await connection.execute(update(job).where(ours).values(owner="", due_at=then))

    def _free(self, now: datetime) -> ColumnElement[bool]:
        nobody = or_(job.c.owner.in_(["", self._worker]), job.c.owner.not_in(self._living()))
        return and_(job.c.due_at <= now, nobody)
