"""
Carries notices to the people of one account, at the pace that its service allows for bulk.

Replies have a pace of their own and go first: while the way is shut, or kept slow because the
service asked for it, this waits. A message is sent in its time slot or not at all: a process that
stood still for a second leaves its slots to others.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, assert_never

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.base import Down, Later, Outgoing, Refused, Sent, Unknown
from bot.failpoints import reach
from bot.notices import night, saying
from bot.sending.line import TRIES, backoff
from bot.turn import is_away
from storage.columns import Sending
from storage.deliveries import Stopped, Told
from storage.notices import ERRORS
from storage.outbox import Refusal
from storage.outcomes import Outcome

if TYPE_CHECKING:
    from bot.channels.base import Channel, Receipt
    from bot.sending.way import Way
    from bot.setting_kinds import QuietHours
    from content.model import Book
    from handlers.effects import Message
    from storage.deliveries import Claim, Deliveries, Marked
    from storage.notices import Notice
    from storage.pace import Buckets

MOST = 16
"""Messages of this process that may be in flight for an account."""

TOGETHER = 0.05
"""Rows whose slots lie so many seconds apart are marked in one transaction."""

STALE = 1.0
PATIENCE = 60
"""Seconds in which it is tried again to write down what was sent."""

LOOKED_AT, TOO_MANY = 100, 30
"""Of so many sends of a notice in a row, so many may not fail."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Road:
    """The way to one account's people, and how many messages a second bulk may take of it."""

    channel: Channel
    way: Way
    limit: float

    @property
    def bucket(self) -> str:
        """The name of the limit that all workers share."""
        return f"{self.channel.account}/bulk"


@dataclass(frozen=True, slots=True)
class Office:
    """What carriers need of the rest of the program; `refused` notes what a service said."""

    deliveries: Deliveries
    buckets: Buckets
    book: Callable[[], Book]
    quiet: QuietHours
    refused: Callable[[Refusal], None]
    pause: Callable[[int, str], Awaitable[None]]


class Carrier:
    """One account's; it works on one chunk at a time."""

    def __init__(self, road: Road, office: Office) -> None:
        self._road = road
        self._office = office
        self._messages: dict[str, Message] = {}
        self._failures: deque[bool] = deque(maxlen=LOOKED_AT)
        self._notice = 0

    async def carry(self, claim: Claim, notice: Notice) -> None:
        """Send what a chunk holds until nothing of it is due, or it may not be sent from."""
        self._begin(notice)
        deliveries = self._office.deliveries
        try:
            while rows := await deliveries.due(claim, MOST, datetime.now(UTC)):
                await self._road.way.clear(0)
                if self.quiet():
                    break
                slots = await self._office.buckets.reserve(self._road.bucket, len(rows))
                begin = asyncio.get_running_loop().time() + slots.wait
                times = [begin + place * slots.step for place in range(len(rows))]
                for bite in _bites(rows, times):
                    if not await _whole(self._bite(claim, notice, bite)):
                        break
        except Stopped:
            log.info("notice %d: nothing more is sent from row %d on", notice.id, claim.first)
        finally:
            await deliveries.release(claim)

    def quiet(self) -> bool:
        """Whether nobody is to be disturbed now."""
        return bool(night.left(self._office.quiet, datetime.now(UTC)))

    def _begin(self, notice: Notice) -> None:
        self._messages.clear()
        if self._notice != notice.id:
            self._notice = notice.id
            self._failures.clear()

    async def _bite(self, claim: Claim, notice: Notice, bite: dict[int, float]) -> bool:
        """Send rows, each in its slot; false when the slots that follow are of no use."""
        loop = asyncio.get_running_loop()
        await asyncio.sleep(min(bite.values()) - loop.time())
        if loop.time() > min(bite.values()) + STALE or not self._road.way.open:
            return False
        deliveries, topic = self._office.deliveries, notice.draft.topic
        marked = await deliveries.mark(claim, list(bite), topic, datetime.now(UTC))
        reach("notice.after_mark")
        said = [self._message(notice, one.language) for one in marked]
        receipts = await asyncio.gather(
            *(
                self._send(notice, one, message, bite[one.n])
                for one, message in zip(marked, said, strict=True)
            )
        )
        reach("notice.before_settle")
        outcomes = [
            await self._outcome(one, receipt) for one, receipt in zip(marked, receipts, strict=True)
        ]
        told = {
            one.n: Told(one.contact, message.text)
            for one, message in zip(marked, said, strict=True)
        }
        await self._settle(claim, outcomes, told)
        await self._look_at(notice, outcomes)
        return self._road.way.open

    async def _settle(
        self, claim: Claim, outcomes: Sequence[Outcome], told: Mapping[int, Told]
    ) -> None:
        """What is known is not given up because the database is away for a while."""
        for _ in range(PATIENCE):
            try:
                await self._office.deliveries.settle(claim, outcomes, told, datetime.now(UTC))
            except (SQLAlchemyError, OSError) as problem:
                if not is_away(problem):
                    raise
                log.warning("the ledger cannot be written: %s", type(problem).__name__)
                await asyncio.sleep(1.0)
            else:
                return

    async def _send(
        self, notice: Notice, one: Marked, message: Message, slot: float
    ) -> Receipt | None:
        """What the channel says of it; None when its slot was missed."""
        loop = asyncio.get_running_loop()
        await asyncio.sleep(slot - loop.time())
        if loop.time() > slot + STALE:
            return None
        account = self._road.channel.account
        announced = saying.announced(notice.draft, self._office.book(), one.language)
        reach("notice.before_http")
        try:
            return await self._road.channel.send(
                Outgoing(one.n, account, one.address, 0, message, announced=announced)
            )
        except Exception as problem:  # noqa: BLE001 (a mistake in a channel must not stop the rest)
            log.warning("%s: a notice failed: %s", account, type(problem).__name__)
            return Unknown(type(problem).__name__)

    async def _outcome(self, one: Marked, receipt: Receipt | None) -> Outcome:
        """What is written of a row, and told to the way."""
        way = self._road.way
        match receipt:
            case None:
                return Outcome(one.n, Sending.PENDING, tries=one.tries)
            case Sent(message_id, charge):
                way.worked()
                return Outcome(one.n, Sending.SENT, message_id, charge=charge)
            case Later():
                return await self._later(one, receipt)
            case Refused(reason, by_rule=True):
                return Outcome(one.n, Sending.SKIPPED, error=reason)
            case Refused(reason, gone):
                way.worked()
                account = self._road.channel.account
                self._office.refused(Refusal(account, one.address, reason, gone))
                return Outcome(one.n, Sending.FAILED, error=reason)
            case Unknown(reason):
                way.failed(one.address, reason)
                return Outcome(one.n, Sending.UNKNOWN, tries=one.tries, error=reason)
            case Down(reason):
                way.lose(reason)
                return Outcome(one.n, Sending.PENDING, tries=one.tries, error=reason)
            case _:
                assert_never(receipt)

    async def _later(self, one: Marked, receipt: Later) -> Outcome:
        way, after = self._road.way, receipt.after.total_seconds()
        tries = one.tries
        if receipt.counts:
            way.failed(one.address, receipt.reason)
            tries += not way.lost
            after = max(after, backoff(max(tries, 1)))
        elif not receipt.apart:
            await way.held_up(one.address, after, everyone=receipt.whole_account)
            if receipt.whole_account:
                await self._office.buckets.block(self._road.bucket, after, self._road.limit)
        if tries >= TRIES:
            return Outcome(one.n, Sending.FAILED, tries=tries, error=receipt.reason)
        again = datetime.now(UTC) + timedelta(seconds=after)
        return Outcome(one.n, Sending.PENDING, tries=tries, again=again, error=receipt.reason)

    async def _look_at(self, notice: Notice, outcomes: Sequence[Outcome]) -> None:
        """Have a notice paused of which too much fails: something is wrong with it, or with us."""
        for one in outcomes:
            if one.status in {Sending.SENT, Sending.FAILED, Sending.UNKNOWN}:
                self._failures.append(one.status is not Sending.SENT)
        if sum(self._failures) >= TOO_MANY:
            self._failures.clear()
            log.error("notice %d: paused, too much of it fails", notice.id)
            await self._office.pause(notice.id, ERRORS)

    def _message(self, notice: Notice, language: str) -> Message:
        if language not in self._messages:
            self._messages[language] = saying.message(notice.draft, self._office.book(), language)
        return self._messages[language]


def _bites(rows: Sequence[int], times: Sequence[float]) -> Iterator[dict[int, float]]:
    """Rows with their slots, those together that come almost at once."""
    bite: dict[int, float] = {}
    for row, time in zip(rows, times, strict=True):
        if bite and time > min(bite.values()) + TOGETHER:
            yield bite
            bite = {}
        bite[row] = time
    yield bite


async def _whole(bite: Coroutine[None, None, bool]) -> bool:
    """Once begun it is done to the end, also when the program is asked to stop meanwhile."""
    task = asyncio.create_task(bite)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise
