"""
Some rows of a chunk on their way, each in its time slot.

A row is marked a moment before its slot, many may be under way at once, and each is sent in its
slot or not at all: a process that stood still leaves its slots to others. What came down is written
in the transaction that marks what goes up next.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.failpoints import reach
from bot.turn import is_away
from storage.columns import Sending
from storage.flights import Held, Stopped, Told
from storage.outcomes import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.notices.road import Office, Road
    from bot.notices.saying import Said
    from storage.flights import Claim, Marked

AHEAD = 0.03
"""
Seconds before its slot from which on a row may be marked, together with others.

What another worker is told by the service in the meantime comes too late for it.
"""

STALE = 0.05
"""
Seconds after its slot in which a message may still be sent.

Slots lie 3 % further apart than the limit: late by no more than this, no second holds more than the
limit and 3 %, or one more, whoever else sends.
"""

RESERVED = 0.5
"""Slots are reserved for so many seconds at once, or one: others wait that long at most."""

PATIENCE = 60
"""Times, a second apart, that it is tried to write down what was sent."""

log = logging.getLogger(__name__)


class Flight:
    """
    What one worker sends of a chunk it owns, until it is `enough`.

    `say` gives the message in a language. Asked to end, it takes nothing more up, waits for what is
    under way and writes it down.
    """

    def __init__(
        self,
        road: Road,
        office: Office,
        claim: Claim,
        topic: str,
        say: Callable[[str], Said],
        enough: Callable[[], bool],
    ) -> None:
        self._road = road
        self._office = office
        self._claim = claim
        self._topic = topic
        self._say = say
        self._enough = enough
        self._rows: deque[int] = deque()
        self._slots: deque[tuple[int, float]] = deque()
        self._step = 1 / road.limit
        self._up: set[asyncio.Task[Outcome]] = set()
        self._down: list[Outcome] = []
        self._told: dict[int, Told] = {}
        self._trouble: Exception | None = None
        self._patience = PATIENCE

    async def go(self, rows: Iterable[int], note: Callable[[Iterable[Outcome]], None]) -> None:
        """
        Send these rows; `note` hears what became of them.

        Raises `Stopped` or `Held` when nothing more may be sent, and what the database raises.
        """
        self._rows.extend(rows)
        work = asyncio.create_task(self._work(note))
        try:
            await asyncio.shield(work)
        except asyncio.CancelledError:
            self._stop()
            await asyncio.wait([work])
            raise
        if self._trouble is not None:
            raise self._trouble

    async def _work(self, note: Callable[[Iterable[Outcome]], None]) -> None:
        while self._rows or self._slots or self._up or self._down:
            if self._enough():
                self._stop()
            rows = self._next()
            if rows or self._down:
                note(self._down)
                await self._turn_round(rows)
            elif self._rows and not self._slots:
                await self._reserve()
            else:
                await self._wait()

    def _stop(self, trouble: Exception | None = None) -> None:
        """Take nothing more up."""
        self._rows.clear()
        self._slots.clear()
        self._trouble = self._trouble or trouble

    def _next(self) -> dict[int, float]:
        """The rows whose slots are near, as many as there is room for."""
        now = asyncio.get_running_loop().time()
        while self._slots and self._slots[0][1] < now - STALE:
            self._rows.append(self._slots.popleft()[0])
        found: dict[int, float] = {}
        room = self._office.room.free + len(self._down)
        while self._slots and len(found) < room and self._slots[0][1] <= now + AHEAD:
            row, slot = self._slots.popleft()
            found[row] = slot
        return found

    async def _reserve(self) -> None:
        count = min(len(self._rows), max(1, int(RESERVED / self._step)))
        try:
            slots = await self._office.buckets.reserve(self._road.bucket, count)
        except (SQLAlchemyError, OSError) as problem:
            self._stop(problem)
            return
        self._step = slots.step
        begin = asyncio.get_running_loop().time() + slots.wait
        for place in range(min(count, len(self._rows))):
            self._slots.append((self._rows.popleft(), begin + place * slots.step))

    async def _turn_round(self, rows: dict[int, float]) -> None:
        """
        Write what came down, and mark these and send them.

        The places of what came down are theirs, and free for others only once it is written.
        """
        down, self._down = self._down, []
        told = {one.id: self._told[one.id] for one in down}
        held = max(len(down), len(rows))
        self._office.room.take(held - len(down))
        marked: list[Marked] = []
        kept = 0
        if down:
            reach("notice.before_settle")
        try:
            marked = await self._office.deliveries.fly(
                self._claim, down, told, list(rows), self._topic, datetime.now(UTC)
            )
        except (Stopped, Held) as why:
            self._stop(why)
        except (SQLAlchemyError, OSError) as problem:
            kept = await self._not_written(down, problem)
            held -= kept
        else:
            reach("notice.after_mark")
        finally:
            self._office.room.give(held - len(marked))
        for one in marked:
            self._send(one, rows[one.n])
        if not kept:
            for landed in down:
                del self._told[landed.id]

    async def _not_written(self, down: list[Outcome], problem: Exception) -> int:
        """
        What is known is not given up because the database is away for a while.

        Gives how many are kept to be written yet.
        """
        log.warning("the ledger cannot be written: %s", type(problem).__name__)
        self._stop(problem)
        self._patience -= 1
        if not self._patience or not is_away(problem):
            return 0
        await asyncio.sleep(1.0)
        self._down[:0] = down
        return len(down)

    async def _wait(self) -> None:
        """Until something came down, or a slot is near for which there is room."""
        room, near = self._office.room, None
        if self._slots and room.free:
            near = max(0.0, self._slots[0][1] - AHEAD - asyncio.get_running_loop().time())
        room.changed.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(room.changed.wait(), near)

    def _send(self, one: Marked, slot: float) -> None:
        said = self._say(one.language).at(self._claim.notice, one.n)
        self._told[one.n] = Told(one.contact, said.message.text)
        task = asyncio.create_task(self._in_slot(one, said, slot))
        self._up.add(task)
        task.add_done_callback(self._lands)

    async def _in_slot(self, one: Marked, said: Said, slot: float) -> Outcome:
        """What became of it; it is pending again when its slot was missed, or the way was shut."""
        loop = asyncio.get_running_loop()
        if (wait := slot - loop.time()) > 0:
            await asyncio.sleep(wait)
        if loop.time() > slot + STALE or self._enough():
            return Outcome(one.n, Sending.PENDING, tries=one.tries)
        return await self._road.send(self._claim.notice, one, said, self._office)

    def _lands(self, task: asyncio.Task[Outcome]) -> None:
        self._up.discard(task)
        self._down.append(task.result())
        self._office.room.changed.set()
