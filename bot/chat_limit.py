"""
How much of one chat is heard: a burst of 90, and one more every two seconds.

A whole registration takes 20 to 45 turns and is never slowed. Beyond the limit one polite notice a
minute is sent and the rest is counted and skipped. The memory of it is bounded: chats that have
had time to recover are forgotten first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

NOTICE_SECONDS = 60.0
MOST_CHATS = 20_000


@dataclass(frozen=True, slots=True)
class Limit:
    """How many messages at once, and how many seconds until one more."""

    burst: int = 90
    seconds: float = 2.0


USUAL = Limit()


class Ruling(Enum):
    """What is to be done with one more message."""

    HEAR = auto()
    WARN = auto()
    SKIP = auto()


class ChatLimit:
    """The chats that have spoken lately; without a limit, every message is heard."""

    def __init__(self, limit: Limit | None) -> None:
        self._limit = limit
        self._paid: dict[tuple[str, str], float] = {}
        self._warned: dict[tuple[str, str], float] = {}

    def rule(self, chat: tuple[str, str], now: float) -> Ruling:
        """Count one more message of this chat, at a time of a clock that never goes back."""
        limit = self._limit
        if limit is None:
            return Ruling.HEAR
        paid = self._paid.get(chat, 0.0)
        if paid <= now:
            paid = now
        elif paid - now > (limit.burst - 1) * limit.seconds:
            return self._too_fast(chat, now)
        if len(self._paid) >= MOST_CHATS:
            self._forget(now)
        self._paid[chat] = paid + limit.seconds
        return Ruling.HEAR

    def _too_fast(self, chat: tuple[str, str], now: float) -> Ruling:
        if self._warned.get(chat, now - NOTICE_SECONDS) > now - NOTICE_SECONDS:
            return Ruling.SKIP
        self._warned[chat] = now
        return Ruling.WARN

    def _forget(self, now: float) -> None:
        """Make room: those who have recovered go first, then those who are nearest to it."""
        self._paid = {chat: paid for chat, paid in self._paid.items() if paid > now}
        if len(self._paid) >= MOST_CHATS:
            nearest = sorted(self._paid, key=self._paid.__getitem__)
            for chat in nearest[: MOST_CHATS // 2]:
                del self._paid[chat]
        self._warned = {
            chat: warned for chat, warned in self._warned.items() if warned > now - NOTICE_SECONDS
        }
