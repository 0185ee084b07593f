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
from typing import TYPE_CHECKING

from telegram.error import Conflict, InvalidToken, TelegramError, TimedOut

from bot.channels.asking import Stuck, ask_forever
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
        self._webhook_gone = False
        self.counts: Counter[str] = Counter()

    async def forever(self) -> None:
        """Ask and hear until cancelled; trouble of any kind is waited out."""
        await ask_forever("telegram", self.once, self._chance)

    async def once(self) -> bool:
        """
        One question, and everything in its answer heard; whether there was anything in it.

        Raises `Stuck`, or `NotStored` where something is to be asked for again.
        """
        try:
            updates = await self._updates()
        except TimedOut:
            return False  # a long silence on a quiet line
        except TelegramError as trouble:
            if isinstance(trouble, Conflict):  # perhaps with a webhook that was set meanwhile
                self._webhook_gone = False
            raise Stuck(type(trouble).__name__) from None
        await self._hear_all([update for update in updates if isinstance(update, dict)])
        return bool(updates)

    async def _updates(self) -> list[object]:
        if not self._webhook_gone:
            await self._remove_webhook()
        question = {
            "offset": self._offset,
            "limit": BATCH,
            "timeout": self._wait,
            "allowed_updates": ALLOWED_UPDATES,
        }
        answer = await self._call("getUpdates", question, self._wait)
        return answer if isinstance(answer, list) else []

    async def _remove_webhook(self) -> None:
        try:
            await self._call("deleteWebhook", {"drop_pending_updates": False})
        except InvalidToken:
            log.warning("deleteWebhook is refused; getUpdates will say whether the token is")
        self._webhook_gone = True

    async def _call(self, method: str, parameters: Mapping[str, object], wait: int = 0) -> object:
        """What Telegram answers, after every pause that it asks for."""
        while True:
            try:
                return await self._channel.call(method, parameters, wait)
            except FloodControl as flood:
                await asyncio.sleep(flood.pause.total_seconds())

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
