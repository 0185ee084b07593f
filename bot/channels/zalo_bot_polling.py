"""
Asks Zalo's Bot Platform for updates where no webhook can reach us; one asker per bot.

There is no offset: an update is handed out once, so whatever was handed out is kept here until it
is stored, and nothing more is asked for meanwhile. What is lost is an update whose answer was cut
on its way, or that was in hand when the program was killed; a webhook loses neither.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter, deque
from time import monotonic
from typing import TYPE_CHECKING

from bot.channels.base import Ignored
from bot.channels.calling import CallFailed, Silence
from bot.channels.zalo_bot_decode import decode, updates
from bot.channels.zalo_bot_request import Denied
from bot.turn import NotStored

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from bot.channels.base import Incoming
    from bot.channels.zalo_bot import ZaloBot

WAIT_SECONDS = 30
LONGEST_PAUSE = 60.0
SHORTEST_WAIT = 0.3

log = logging.getLogger(__name__)


class ZaloBotPolling:
    """
    Hears one bot's updates by asking; run `forever` in a task of its own and cancel it to stop.

    `chance` gives numbers from 0 to 1, so that two who fell out of step do not return in step.
    """

    def __init__(
        self,
        channel: ZaloBot,
        hear: Callable[[Incoming], Awaitable[object]],
        now: Callable[[], datetime],
        wait: int = WAIT_SECONDS,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._channel = channel
        self._hear = hear
        self._now = now
        self._wait = wait
        self._chance = chance
        self._troubles = 0
        self._webhook_gone = False
        self._in_hand: deque[Incoming] = deque()
        self.counts: Counter[str] = Counter()

    async def forever(self) -> None:
        """Ask and hear until cancelled; trouble of any kind is waited out."""
        while True:
            try:
                await self.once()
                self._troubles = 0
            except Silence:
                self._troubles = 0  # a long silence on a quiet line
            except (CallFailed, NotStored) as trouble:
                if not self._troubles:
                    log.warning("zalo_bot: polling waits: %s", _named(trouble))
                await self._rest()
            except Exception:  # this loop owns the task
                log.exception("zalo_bot: polling stumbled")
                await self._rest()

    async def once(self) -> None:
        """One question, and everything in its answer heard; raises what stood in the way."""
        if not self._webhook_gone:
            await remove_webhook(self._channel)
            self._webhook_gone = True
        if not self._in_hand:
            await self._ask()
        while self._in_hand:
            await self._hear(self._in_hand[0])
            self._in_hand.popleft()

    async def _ask(self) -> None:
        asked = monotonic()
        for update in updates(await self._updates()):
            incoming = decode(update, self._channel.account, self._now())
            if isinstance(incoming, Ignored):
                self.counts[f"ignored {incoming.kind}"] += 1
            else:
                self._in_hand.append(incoming)
        if not self._in_hand and monotonic() - asked < SHORTEST_WAIT:
            await asyncio.sleep(SHORTEST_WAIT)  # a server that does not wait when asked to

    async def _updates(self) -> object:
        try:
            return await self._channel.call("getUpdates", {"timeout": self._wait}, self._wait)
        except Denied as answer:
            if answer.code == 408:
                return None  # nobody has said anything
            raise

    async def _rest(self) -> None:
        """Wait 1, 2, 4 … 60 seconds, more or less."""
        pause = min(2.0**self._troubles, LONGEST_PAUSE)
        self._troubles = min(self._troubles + 1, 10)
        await asyncio.sleep(pause * (0.5 + self._chance()))


async def remove_webhook(channel: ZaloBot) -> None:
    """With a webhook set, polling stays silent; where there is none, it may be said to be gone."""
    try:
        await channel.call("deleteWebhook")
    except Denied as answer:
        if answer.code not in (400, 404):
            raise


def _named(trouble: Exception) -> str:
    return f"Denied {trouble.code}" if isinstance(trouble, Denied) else type(trouble).__name__
