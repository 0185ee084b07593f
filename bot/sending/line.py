"""
All that waits to be sent for one account: chat by chat in order, many chats at a time.

A chat is in the queue of chats that are ready, or its first row is with a sender, or it is held
until that row may be tried again; so no chat ever has two messages on their way. What a receipt
means is decided here, and only here:

- `Later`: the chat waits. A try that counts makes it wait three times as long as the one before,
  and the eighth is the last; while the channel is lost (`bot.sending.way`) none counts.
- `Refused`: never again. If the person is gone, the rest of their queue is dropped.
- `Unknown`: perhaps it came. It is said once more, for silence is worse; then it stays unknown.
- `Down`: the channel is lost, the queue is kept.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import SystemRandom
from typing import TYPE_CHECKING, assert_never

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.base import Down, Later, Outgoing, Refused, Sent, Unknown
from bot.failpoints import reach
from storage.columns import Sending
from storage.outbox import Refusal
from storage.outcomes import Outcome

if TYPE_CHECKING:
    from bot.channels.base import Channel, Receipt
    from bot.sending.marking import Marker
    from bot.sending.settling import Settler
    from bot.sending.way import Way
    from handlers.effects import Message
    from storage.hearing import Queued
    from storage.outbox import Orphan

TRIES = 8
FIRST_WAIT, LONGEST_WAIT, GROWTH = 1.0, 300.0, 3
KEPT_IN_MEMORY = 2000
"""Rows that wait with their message; those behind them are read again when their turn comes."""

log = logging.getLogger(__name__)
chance = SystemRandom()


@dataclass(slots=True)
class Row:
    """
    One row that waits.

    Without its message it is to be marked, which reads it again; `doubtful` when it may have been
    sent already; `started` while it is with a sender.
    """

    id: int
    seq: int
    message: Message | None
    interacted_at: int = 0
    tries: int = 0
    doubtful: bool = False
    started: bool = False


class Line:
    """The queue of one account; `senders` of `send_forever` empty it."""

    def __init__(self, channel: Channel, way: Way, settler: Settler, marker: Marker) -> None:
        self.account = channel.account
        self.way = way
        self.channel = channel
        self._settler = settler
        self._marker = marker
        self._chats: dict[str, deque[Row]] = {}
        self._ready: asyncio.Queue[str] = asyncio.Queue()
        self._waiting = 0

    # What comes in.

    def add(self, queued: Queued) -> None:
        """A row that was just committed; those of one chat come in their order."""
        message = queued.message if self._waiting < KEPT_IN_MEMORY else None
        row = Row(queued.id, queued.seq, message, queued.interacted_at)
        self._waiting += 1
        chat = self._chats.get(queued.address)
        if chat is not None:
            chat.append(row)
            return
        self._chats[queued.address] = deque((row,))
        self._ready.put_nowait(queued.address)

    def adopt(self, orphan: Orphan, now: datetime) -> None:
        """A row of a dead worker; it goes before the rows of its chat that were written later."""
        row = Row(orphan.id, orphan.seq, None, tries=orphan.tries, doubtful=True)
        self._waiting += 1
        chat = self._chats.get(orphan.address)
        if chat is not None:
            place = sum(1 for other in chat if other.started or other.seq < row.seq)
            chat.insert(place, row)
            return
        self._chats[orphan.address] = deque((row,))
        wait = (orphan.not_before - now).total_seconds() if orphan.not_before else 0.0
        self._hold(orphan.address, wait)

    def doubt(self) -> None:
        """This worker stood still and others may have taken its rows over: ask before each."""
        for chat in self._chats.values():
            for row in chat:
                row.message = None

    # What goes out.

    async def send_forever(self) -> None:
        """One sender; it ends by being cancelled."""
        while True:
            address = await self._ready.get()
            await self._send_first(address)
            self._ready.task_done()

    async def emptied(self) -> None:
        """Everything is sent that can be sent now."""
        if self.way.open:
            await self._ready.join()

    async def _send_first(self, address: str) -> None:
        chat = self._chats[address]
        row = chat[0]
        row.started = True
        try:
            message = await self._its_turn(row)
        except (SQLAlchemyError, OSError) as problem:
            log.warning("the outbox cannot be read: %s", type(problem).__name__)
            row.started = False
            self._hold(address, FIRST_WAIT)
            return
        if message is None:
            self._next(address, chat)
            return
        reach("outbox.before_http")
        receipt = await self._offer(
            Outgoing(row.id, self.account, address, row.seq, message, row.interacted_at)
        )
        reach("outbox.after_http")
        match receipt:
            case Sent(message_id, charge):
                self._settler.note(Outcome(row.id, Sending.SENT, message_id, charge=charge))
                self.way.worked()
                self._next(address, chat)
            case Later():
                await self._later(address, chat, receipt)
            case Refused():
                self._refused(address, chat, receipt)
            case Unknown(reason):
                self._unknown(address, chat, reason)
            case Down(reason):
                self.way.lose(reason)
                self._again(address, row, 0.0, reason)
            case _:
                assert_never(receipt)

    async def _its_turn(self, row: Row) -> Message | None:
        """The message, once it may be sent; None if the row is no longer ours."""
        if not self.way.free:
            await self.way.clear(self._ready.qsize())
        if not self._settler.room.is_set():
            await self._settler.room.wait()
        return row.message or await self._marker.message(row.id)

    async def _offer(self, outgoing: Outgoing) -> Receipt:
        try:
            return await self.channel.send(outgoing)
        except Exception as problem:  # noqa: BLE001 (a mistake in a channel must not stop the rest)
            log.warning("%s: a send failed: %s", self.account, type(problem).__name__)
            return Unknown(type(problem).__name__)

    # What became of it.

    async def _later(self, address: str, chat: deque[Row], receipt: Later) -> None:
        row, after = chat[0], receipt.after.total_seconds()
        if not receipt.counts:
            self._again(address, row, after, receipt.reason)
            if not receipt.apart:
                await self.way.held_up(address, after, everyone=receipt.whole_account)
            return
        self.way.failed(address, receipt.reason)
        if self.way.lost:
            self._again(address, row, 0.0, receipt.reason)
            return
        row.tries += 1
        if row.tries < TRIES:
            self._again(address, row, max(after, backoff(row.tries)), receipt.reason)
            return
        log.error("%s: row %d is given up: %s", self.account, row.id, receipt.reason)
        self._settler.note(Outcome(row.id, Sending.FAILED, tries=row.tries, error=receipt.reason))
        self._next(address, chat)

    def _refused(self, address: str, chat: deque[Row], receipt: Refused) -> None:
        self.way.worked()
        self._settler.note(Outcome(chat[0].id, Sending.FAILED, error=receipt.reason))
        self._settler.refused(Refusal(self.account, address, receipt.reason, receipt.gone))
        while receipt.gone and len(chat) > 1:
            self._settler.note(Outcome(chat.pop().id, Sending.SKIPPED, error=receipt.reason))
            self._waiting -= 1
        self._next(address, chat)

    def _unknown(self, address: str, chat: deque[Row], reason: str) -> None:
        row = chat[0]
        self.way.failed(address, reason)
        if not row.doubtful:
            row.doubtful = True
            self._again(address, row, FIRST_WAIT, reason)
            return
        self._settler.note(Outcome(row.id, Sending.UNKNOWN, tries=row.tries, error=reason))
        self._next(address, chat)

    def _next(self, address: str, chat: deque[Row]) -> None:
        """The first row of the chat is done with."""
        chat.popleft()
        self._waiting -= 1
        if chat:
            self._ready.put_nowait(address)
        else:
            del self._chats[address]

    def _again(self, address: str, row: Row, after: float, reason: str) -> None:
        """The same row once more, in so many seconds; it is pending meanwhile."""
        row.started = False
        again = datetime.now(UTC) + timedelta(seconds=after)
        self._settler.note(
            Outcome(row.id, Sending.PENDING, tries=row.tries, again=again, error=reason)
        )
        if row.doubtful:
            row.message = None
        self._hold(address, after)

    def _hold(self, address: str, seconds: float) -> None:
        if seconds > 0:
            loop = asyncio.get_running_loop()
            loop.call_later(seconds, self._ready.put_nowait, address)
        else:
            self._ready.put_nowait(address)


def backoff(tries: int) -> float:
    """Seconds to wait after so many tries: 1, 3, 9 … up to five minutes, a little apart."""
    wait: float = min(FIRST_WAIT * GROWTH ** (tries - 1), LONGEST_WAIT)
    return wait * chance.uniform(0.8, 1.2)
