"""
Asks Telegram for updates where no webhook can reach us; one asker per bot.

The offset moves only past what has been stored. After a crash the same updates come again and
are recognised by their keys, so nothing is lost and nothing counts twice.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter, defaultdict
from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING

from telegram.error import Conflict, InvalidToken, TelegramError, TimedOut

from bot.channels.base import Ignored
from bot.channels.telegram_decode import decode
from bot.channels.telegram_kinds import ALLOWED_UPDATES
from bot.channels.telegram_request import FloodControl
from bot.turn import NotStored

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from datetime import datetime

    from bot.channels.base import Incoming
    from bot.channels.telegram import Telegram

WAIT_SECONDS = 40
BATCH = 100
LONGEST_PAUSE = 60.0
SHORTEST_WAIT = 0.3

log = logging.getLogger(__name__)


class TelegramPolling:
    """
    Hears one bot's updates by asking; run `forever` in a task of its own and cancel it to stop.

    `chance` gives numbers from 0 to 1, so that two who fell out of step do not return in step.
    """

    def __init__(
        self,
        channel: Telegram,
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
        self._offset = 0
        self._troubles = 0
        self._webhook_gone = False
        self.counts: Counter[str] = Counter()

    async def forever(self) -> None:
        """Ask and hear until cancelled; trouble of any kind is waited out."""
        while True:
            try:
                await self.once()
                self._troubles = 0
            except TimedOut:
                self._troubles = 0  # a long silence on a quiet line
            except FloodControl as flood:
                await asyncio.sleep(flood.pause.total_seconds())
            except (TelegramError, NotStored) as trouble:
                self._webhook_gone = self._webhook_gone and not isinstance(trouble, Conflict)
                if not self._troubles:
                    log.warning("polling waits: %s", type(trouble).__name__)
                await self._rest()
            except Exception:  # this loop owns the task
                log.exception("polling stumbled")
                await self._rest()

    async def once(self) -> None:
        """One question, and everything in its answer heard; raises what stood in the way."""
        if not self._webhook_gone:
            await self._remove_webhook()
        asked = monotonic()
        answer = await self._channel.call(
            "getUpdates",
            {
                "offset": self._offset,
                "limit": BATCH,
                "timeout": self._wait,
                "allowed_updates": ALLOWED_UPDATES,
            },
            self._wait,
        )
        updates = answer if isinstance(answer, list) else []
        await self._hear_all([update for update in updates if isinstance(update, dict)])
        if not updates and monotonic() - asked < SHORTEST_WAIT:
            await asyncio.sleep(SHORTEST_WAIT)  # a server that does not wait when asked to

    async def _remove_webhook(self) -> None:
        try:
            await self._channel.call("deleteWebhook", {"drop_pending_updates": False})
        except InvalidToken:
            log.warning("deleteWebhook is refused; getUpdates will say whether the token is")
        self._webhook_gone = True

    async def _hear_all(self, updates: Sequence[Mapping[str, object]]) -> None:
        """Each chat's updates in order, the chats side by side; then the offset moves."""
        chats: defaultdict[str, list[Incoming]] = defaultdict(list)
        for update in updates:
            incoming = decode(update, self._channel.account, self._now())
            if isinstance(incoming, Ignored):
                self.counts[f"ignored {incoming.kind}"] += 1
            else:
                chats[incoming.address].append(incoming)
        unheard = await asyncio.gather(*(self._hear_chat(chat) for chat in chats.values()))
        ids = [key for update in updates if type(key := update.get("update_id")) is int]
        self._offset = min([max(ids, default=self._offset - 1) + 1, *chain.from_iterable(unheard)])
        if any(unheard):
            raise NotStored

    async def _hear_chat(self, chat: Sequence[Incoming]) -> Sequence[int]:
        """Hear until one is not stored; that one's id, or nothing."""
        for incoming in chat:
            try:
                await self._hear(incoming)
            except NotStored:
                return [int(incoming.update_key)]
            if incoming.tap:
                self._channel.answer_tap(incoming.tap)
        return []

    async def _rest(self) -> None:
        """Wait 1, 2, 4 … 60 seconds, more or less."""
        pause = min(2.0**self._troubles, LONGEST_PAUSE)
        self._troubles = min(self._troubles + 1, 10)
        await asyncio.sleep(pause * (0.5 + self._chance()))
