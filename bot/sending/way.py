"""
Whether anything may be sent for an account just now, and how fast.

Three things can stand in the way. The channel asks us to wait, or several chats in a row are held
up: then nothing is sent for that long, and longer each time it does not help; other workers and
the next start know of it. Many chats fail in a row: the channel is lost, one alarm is raised, and
from time to time one message goes ahead to see. And after a wait the pace is kept until there has
been a minute's calm.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from random import SystemRandom
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.sending.gate import Gate

if TYPE_CHECKING:
    from bot.sending.lease import Lease
    from bot.sending.pacing import Pace

FAILURES, CHATS = 8, 3
FIRST_LOOK, LONGEST = 1.0, 60.0
MARGIN = 0.05

log = logging.getLogger(__name__)
chance = SystemRandom()


class Way:
    """The way out for one account; `lost` is the reason while its channel is lost."""

    def __init__(self, account: str, pace: Pace, lease: Lease) -> None:
        self.lost = ""
        self._account = account
        self._pace = pace
        self._lease = lease
        self._gate = Gate()
        self._failures: deque[str] = deque(maxlen=FAILURES)
        self._held_up: dict[str, float] = {}
        self._blocked_until = 0.0
        self._opening: asyncio.TimerHandle | None = None
        self._waves = 0
        self._look = FIRST_LOOK

    @property
    def free(self) -> bool:
        """Whether there is nothing to wait for: the lease, the gate, a slot."""
        return self._gate.open and self._lease.held and not self._pace.kept()

    @property
    def open(self) -> bool:
        """Whether sends go out at all."""
        return self._gate.open

    @property
    def limit(self) -> tuple[str, float]:
        """The bucket of this account, and what it lets through in a second of calm."""
        return self._pace.key, self._pace.limit

    async def recall(self) -> None:
        """Wait as long as the channel said before this start, or to another worker."""
        blocked = await self._pace.recall()
        if blocked > 0:
            self._shut(blocked)

    async def clear(self, waiting: int) -> bool:
        """
        Wait for one's turn to send; so many chats wait for theirs.

        True for the one message that goes ahead to see whether a lost channel is found.
        """
        while True:
            await self._lease.regained()
            ahead = await self._gate.passed()
            if ahead or not self._pace.kept():
                return ahead
            await self._pace.slot(waiting)
            if self._gate.open:
                return False

    def worked(self) -> None:
        """The channel took a message, or judged it: it is there."""
        if self._failures:
            self._failures.clear()
        if self._held_up or self._waves:
            self._held_up.clear()
            self._waves = 0
        if self.lost:
            log.info("%s: the channel is found", self._account)
            self.lost, self._look = "", FIRST_LOOK
            self._gate.clear("lost")

    def failed(self, address: str, reason: str) -> None:
        """A message did not get through, and the channel is to blame, or the message."""
        self._failures.append(address)
        if len(self._failures) == FAILURES and len(set(self._failures)) >= CHATS:
            self.lose(reason)

    def lose(self, reason: str) -> None:
        """The channel is lost: one alarm, and nothing more until a look finds it again."""
        if self.lost:
            return
        self.lost = reason
        log.error("%s: the channel is lost: %s", self._account, reason)
        self._gate.shut("lost")
        asyncio.get_running_loop().call_later(FIRST_LOOK, self._look_again)

    async def held_up(self, address: str, seconds: float, *, everyone: bool) -> None:
        """One chat is to wait; if everyone is, or several chats one after the other, all do."""
        self._held_up[address] = seconds
        if everyone:
            await self._wait(seconds)
        elif len(self._held_up) >= CHATS:
            await self._wait(min(self._held_up.values()))

    async def _wait(self, seconds: float) -> None:
        """What many senders are told at the same moment is one wave, noted once."""
        now = asyncio.get_running_loop().time()
        if now + seconds <= self._blocked_until + 1.0:
            return
        if now >= self._blocked_until:
            self._waves += 1
        wait = max(seconds, min(2.0 ** (self._waves - 1), LONGEST)) + MARGIN
        log.warning("%s: waits %d seconds", self._account, round(wait))
        self._shut(wait)
        try:
            await self._pace.block(wait)
        except (SQLAlchemyError, OSError) as problem:
            log.warning("%s: wait not noted: %s", self._account, type(problem).__name__)

    def _shut(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        self._blocked_until = max(self._blocked_until, loop.time() + seconds)
        self._gate.shut("wait")
        if self._opening:
            self._opening.cancel()
        # it may come a little early: whoever compares the clock then waits for ever
        self._opening = loop.call_at(self._blocked_until, self._gate.clear, "wait")

    def _look_again(self) -> None:
        if not self.lost:
            return
        self._gate.let_one_through()
        wait = self._look * chance.uniform(0.8, 1.2)
        self._look = min(self._look * 2, LONGEST)
        asyncio.get_running_loop().call_later(wait, self._look_again)
