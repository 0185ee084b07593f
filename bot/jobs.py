"""
The jobs of the clock: each by its name, done when it is due, by one process at a time.

A job is coarse: a clean-up, a backup, a look for who is to be reminded. Cut off in the middle, it
is done again, by another process or at the next start; so it must bear to be done twice. What goes
wrong with one is said in the log, and it is due again as if it had been done.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from handlers.days import VIETNAM

if TYPE_CHECKING:
    from storage.jobs import Rota

LOOK = 1.0
"""Seconds between two looks for something to do."""

log = logging.getLogger(__name__)

Then = Callable[[datetime], datetime]


@dataclass(frozen=True, slots=True)
class Job:
    """Something to `do`; `then` says when it is due after it was done, or found for the first time.

    The name is what the tables know it by: another name is another job.
    """

    name: str
    then: Then
    do: Callable[[], Awaitable[None]]


def every(time: timedelta) -> Then:
    """Due again when so much time has passed."""
    return lambda now: now + time


def daily(hour: int) -> Then:
    """Due at this hour of each day, by the clock of Vietnam."""

    def then(now: datetime) -> datetime:
        here = now.astimezone(VIETNAM)
        today = here.replace(hour=hour, minute=0, second=0, microsecond=0)
        return (today if today > here else today + timedelta(days=1)).astimezone(UTC)

    return then


class Jobs:
    """The jobs that this process can do."""

    def __init__(self, rota: Rota, jobs: Sequence[Job], look: float = LOOK) -> None:
        self._rota = rota
        self._jobs = {job.name: job for job in jobs}
        self._look = look
        self._doing: set[str] = set()

    async def run(self) -> None:
        """Do them until cancelled, each beside the others."""
        enrolled = False
        async with asyncio.TaskGroup() as tasks:
            while True:
                now = datetime.now(UTC)
                try:
                    if not enrolled:
                        first = {name: job.then(now) for name, job in self._jobs.items()}
                        await self._rota.enrol(first)
                        enrolled = True
                    for name in await self._rota.due(now):
                        if name in self._jobs and name not in self._doing:
                            self._doing.add(name)
                            tasks.create_task(self._do(self._jobs[name], now))
                except (SQLAlchemyError, OSError) as problem:
                    log.warning("no look at the jobs: %s", type(problem).__name__)
                await asyncio.sleep(self._look)

    async def _do(self, job: Job, now: datetime) -> None:
        try:
            if await self._rota.take(job.name, now):
                await self._attempt(job)
                await self._rota.done(job.name, job.then(datetime.now(UTC)))
        except (SQLAlchemyError, OSError) as problem:
            log.warning("the job %s is not settled: %s", job.name, type(problem).__name__)
        finally:
            self._doing.discard(job.name)

    async def _attempt(self, job: Job) -> None:
        try:
            await job.do()
        except Exception as problem:  # noqa: BLE001 (a mistake in one job must not stop the others)
            log.warning("the job %s failed: %s", job.name, type(problem).__name__)
