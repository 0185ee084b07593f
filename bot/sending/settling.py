"""
Writes down what became of the sends, many at a time.

The first outcome after a quiet moment is written at once. While one batch is being written the
next one gathers, and two batches keep a little distance. While turns come by and write in passing
that messages arrived, that is left to them. What cannot be written now is kept and tried again.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.failpoints import reach

if TYPE_CHECKING:
    from storage.outbox import Ledger, Refusal
    from storage.outcomes import Outcome

DISTANCE = 0.02
PATIENCE = 1.0
FULL = 1000
"""Unwritten outcomes above which nothing more is sent: a crash would repeat them all."""

log = logging.getLogger(__name__)


class Settler:
    """What is not written yet."""

    def __init__(self, ledger: Ledger) -> None:
        self.room = asyncio.Event()
        self.room.set()
        self._ledger = ledger
        self._outcomes = ledger.outcomes
        self._refusals: list[Refusal] = []
        self._passed = 0
        self._something = asyncio.Event()

    def note(self, outcome: Outcome) -> None:
        """Take one outcome; it is written soon."""
        self._outcomes.note(outcome)
        self._something.set()
        if len(self._outcomes) >= FULL:
            self.room.clear()

    def refused(self, refusal: Refusal) -> None:
        """A contact was refused."""
        self._refusals.append(refusal)
        self._something.set()

    async def run(self) -> None:
        """Write, until cancelled."""
        while True:
            await self._something.wait()
            done = self._left_to_turns() or await self.write()
            await asyncio.sleep(DISTANCE if done else PATIENCE)

    def _left_to_turns(self) -> bool:
        """Whether one came by since the last look, and the next can write all there is."""
        before, self._passed = self._passed, self._outcomes.passed
        return before < self._passed and self._outcomes.all_sent and not self._refusals

    async def write(self) -> bool:
        """Write all there is now; false when the database would not take it."""
        self._something.clear()
        refusals, self._refusals = self._refusals, []
        written = False
        try:
            reach("outbox.before_settle")
            await self._ledger.settle(refusals, datetime.now(UTC))
            written = True
            reach("outbox.after_settle")
        except (SQLAlchemyError, OSError) as problem:
            log.warning("the outbox cannot be written: %s", type(problem).__name__)
        finally:
            if not written:  # also when cancelled: the last write before the end takes them
                self._refusals[:0] = refusals
                self._something.set()
        if written:
            self.room.set()
        return written
