"""
Writes down which messages of an Official Account arrived and were seen, many at a time.

Zalo may tell of a message before it is written down how Zalo names it, so what is not found is
looked for again for some seconds. What has no row even later is perhaps a notice whose own call got
no answer. What is not written when the program is killed is lost: that a reply arrived is known
from its own call.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from storage.arrivals import Arrival, vouch, write_arrivals

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine

DISTANCE = 0.5
"""Seconds between two writes; a message's name is mostly there by then."""

LOOKS = 10
LATER = 60.0
"""Seconds after which the call of a message has been given up, and its row is known not to know."""

SLICE = 500
MOST = 20_000
"""Arrivals that wait to be written; above that they are not taken."""

log = logging.getLogger(__name__)


class Arrivals:
    """What is not written yet, of one account; `run` writes it."""

    def __init__(self, engine: AsyncEngine, reader: AsyncEngine, account: str) -> None:
        self._engine = engine
        self._reader = reader
        self._account = account
        self._looks: dict[Arrival, int] = {}
        self._strange: deque[tuple[float, Arrival]] = deque(maxlen=MOST)
        self._something = asyncio.Event()

    def note(self, address: str, message_ids: Sequence[str], at: datetime, *, seen: bool) -> None:
        """Take these; each is written soon."""
        for name in message_ids:
            if len(self._looks) < MOST:
                self._looks.setdefault(Arrival(address, name, seen, at), 0)
        self._something.set()

    def said(self, address: str, message_id: str, at: datetime) -> None:
        """Our account said this: it may be what nobody knows of whether it was sent."""
        self._put_by(Arrival(address, message_id, seen=False, at=at))

    async def run(self) -> None:
        """Write, until cancelled; what there is then is written before this returns."""
        try:
            while True:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._something.wait(), LATER if self._strange else None)
                await asyncio.sleep(DISTANCE)
                await self._write()
                await self._vouch()
        finally:
            await self._write()

    async def _write(self) -> None:
        """Write a slice; the rest, and what was not found, comes with the next."""
        taken = [*self._looks][:SLICE]
        if not taken:
            self._something.clear()
            return
        try:
            missing = await write_arrivals(self._engine, self._reader, self._account, taken)
        except (SQLAlchemyError, OSError) as problem:
            log.warning("arrivals cannot be written: %s", type(problem).__name__)
            return
        looks = {one: self._looks.pop(one) + 1 for one in taken}
        for one in missing:
            if looks[one] < LOOKS:
                self._looks[one] = looks[one]
            else:
                self._put_by(one)

    def _put_by(self, one: Arrival) -> None:
        self._strange.append((monotonic() + LATER, one))
        self._something.set()

    async def _vouch(self) -> None:
        """Look once more at what had no row then."""
        due: list[Arrival] = []
        while self._strange and self._strange[0][0] <= monotonic():
            due.append(self._strange.popleft()[1])
        try:
            if due:
                await vouch(self._engine, self._reader, self._account, due)
        except (SQLAlchemyError, OSError) as problem:
            log.warning("arrivals cannot be written: %s", type(problem).__name__)
