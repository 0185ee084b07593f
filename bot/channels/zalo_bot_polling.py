"""
Asks Zalo's Bot Platform for updates where no webhook can reach us; one asker per bot.

There is no offset: an update is handed out once, so whatever was handed out is kept here until it
is stored, and nothing more is asked for meanwhile. What is lost is an update whose answer was cut
on its way, or that was in hand when the program was killed; a webhook loses neither.
"""

from __future__ import annotations

import random
from collections import Counter, deque
from typing import TYPE_CHECKING

from bot.channels.asking import Stuck, ask_forever
from bot.channels.base import Ignored
from bot.channels.calling import CallFailed, Silence
from bot.channels.zalo_bot_decode import decode, updates
from bot.channels.zalo_bot_request import Denied

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from bot.channels.base import Incoming
    from bot.channels.zalo_bot import ZaloBot

WAIT_SECONDS = 30


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
        self._webhook_gone = False
        self._in_hand: deque[Incoming] = deque()
        self.counts: Counter[str] = Counter()

    async def forever(self) -> None:
        """Ask and hear until cancelled; trouble of any kind is waited out."""
        await ask_forever("zalo_bot", self.once, self._chance)

    async def once(self) -> bool:
        """
        One question, and everything in its answer heard; whether there was anything in it.

        What is still in hand is heard without a question. Raises `Stuck` or `NotStored`.
        """
        try:
            if not self._in_hand:
                await self._ask()
        except Silence:
            return False  # a long silence on a quiet line
        except CallFailed as trouble:
            raise Stuck(_named(trouble)) from None
        found = bool(self._in_hand)
        while self._in_hand:
            await self._hear(self._in_hand[0])
            self._in_hand.popleft()
        return found

    async def _ask(self) -> None:
        if not self._webhook_gone:
            await remove_webhook(self._channel)
            self._webhook_gone = True
        for update in updates(await self._updates()):
            incoming = decode(update, self._channel.account, self._now())
            if isinstance(incoming, Ignored):
                self.counts[f"ignored {incoming.kind}"] += 1
            else:
                self._in_hand.append(incoming)

    async def _updates(self) -> object:
        try:
            return await self._channel.call("getUpdates", {"timeout": self._wait}, self._wait)
        except Denied as answer:
            if answer.code == 408:
                return None  # nobody has said anything
            raise


async def remove_webhook(channel: ZaloBot) -> None:
    """With a webhook set, polling stays silent; where there is none, it may be said to be gone."""
    try:
        await channel.call("deleteWebhook")
    except Denied as answer:
        if answer.code not in (400, 404):
            raise


def _named(trouble: CallFailed) -> str:
    return f"Denied {trouble.code}" if isinstance(trouble, Denied) else type(trouble).__name__
