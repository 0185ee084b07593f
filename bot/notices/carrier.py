"""
Carries the notices of one account, chunk by chunk.

Replies have a pace of their own and go first: while the way is shut, or kept slow because the
service asked for it, this waits. While a channel is lost, one row at a time goes ahead to see.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.notices import night, saying
from bot.notices.flight import Flight
from storage.columns import Sending
from storage.flights import Held, Stopped
from storage.freezing import CHUNK
from storage.notices import ERRORS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.notices.road import Office, Road
    from bot.notices.saying import Said
    from storage.flights import Claim
    from storage.notices import Notice
    from storage.outcomes import Outcome

LOOKED_AT, TOO_MANY = 100, 30
"""Of so many sends of a notice in a row, so many may not fail."""

log = logging.getLogger(__name__)


class Carrier:
    """One account's; it works on one chunk at a time."""

    def __init__(self, road: Road, office: Office) -> None:
        self._road = road
        self._office = office
        self._failures: deque[bool] = deque(maxlen=LOOKED_AT)
        self._notice = 0

    async def carry(self, claim: Claim, notice: Notice) -> None:
        """Send what a chunk holds until nothing of it is due, or it may not be sent from."""
        if self._notice != notice.id:
            self._notice = notice.id
            self._failures.clear()
        wait = 0.0
        try:
            await self._send(claim, notice)
        except Held as held:
            wait = held.seconds
        except Stopped:
            log.info("notice %d: nothing more is sent from row %d on", notice.id, claim.first)
        finally:
            await self._office.deliveries.release(claim)
        await asyncio.sleep(wait)

    def quiet(self) -> bool:
        """Whether nobody is to be disturbed now."""
        return bool(night.left(self._office.quiet, datetime.now(UTC)))

    async def _send(self, claim: Claim, notice: Notice) -> None:
        spoken: dict[str, Said] = {}

        def say(language: str) -> Said:
            if language not in spoken:
                spoken[language] = saying.said(notice.draft, self._office.book(), language)
            return spoken[language]

        while rows := await self._office.deliveries.due(claim, CHUNK, datetime.now(UTC)):
            alone = await self._road.way.clear(0)
            if self.quiet():
                return
            flight = Flight(
                self._road,
                self._office,
                claim,
                notice.draft.topic,
                say,
                partial(self._enough, alone),
            )
            await flight.go(rows[:1] if alone else rows, self._note)
            if self._failing():
                self._failures.clear()
                log.error("notice %d: paused, too much of it fails", notice.id)
                await self._office.pause(notice.id, ERRORS)

    def _note(self, outcomes: Iterable[Outcome]) -> None:
        for one in outcomes:
            if one.status in {Sending.SENT, Sending.FAILED, Sending.UNKNOWN}:
                self._failures.append(one.status is not Sending.SENT)

    def _enough(self, alone: bool) -> bool:  # noqa: FBT001 - it is bound, not called so
        """Whether to send nothing more; one that goes `alone` sees whether the way is free."""
        return self._failing() or self.quiet() or not (alone or self._road.way.open)

    def _failing(self) -> bool:
        """Whether so much fails that something is wrong with the notice, or with us."""
        return sum(self._failures) >= TOO_MANY
