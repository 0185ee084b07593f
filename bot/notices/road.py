"""The way to one account's people, and what a channel's word about a notice comes to."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, assert_never

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.base import Down, Later, Outgoing, Refused, Sent, Unknown
from bot.failpoints import reach
from bot.sending.line import TRIES, backoff
from storage.columns import Sending
from storage.notices import BREAKS_RULES
from storage.outbox import Refusal
from storage.outcomes import Outcome

if TYPE_CHECKING:
    from bot.channels.base import Channel, Receipt
    from bot.notices.saying import Said
    from bot.sending.way import Way
    from bot.setting_kinds import QuietHours
    from content.model import Book
    from storage.deliveries import Deliveries
    from storage.flights import Marked
    from storage.pace import Buckets

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Office:
    """What carriers need of the rest of the program; `refused` notes what a service said."""

    deliveries: Deliveries
    buckets: Buckets
    book: Callable[[], Book]
    quiet: QuietHours
    refused: Callable[[Refusal], None]
    pause: Callable[[int, str], Awaitable[None]]
    room: Room


class Room:
    """
    Places for messages in flight, for all accounts of a process together.

    `changed` is set when one is free, or when a message came down.
    """

    def __init__(self, places: int) -> None:
        self.free = places
        self.changed = asyncio.Event()

    def take(self, places: int) -> None:
        """So many of those that are free."""
        self.free -= places

    def give(self, places: int) -> None:
        """So many are free again; whoever waits for one looks."""
        self.free += places
        self.changed.set()


@dataclass(frozen=True, slots=True)
class Road:
    """One account's, with how many messages a second bulk may take of it."""

    channel: Channel
    way: Way
    limit: float

    @property
    def bucket(self) -> str:
        """The name of the limit that all workers share."""
        return f"{self.channel.account}/bulk"

    async def send(self, notice: int, one: Marked, said: Said, office: Office) -> Outcome:
        """
        Send one row of a notice, and say what is to be written of it.

        A notice that the channel forbids is paused before the next one is marked.
        """
        account = self.channel.account
        outgoing = Outgoing(one.n, account, one.address, 0, said.message, announced=said.announced)
        reach("notice.before_http")
        try:
            receipt = await self.channel.send(outgoing)
        except Exception as problem:  # noqa: BLE001 (a mistake in a channel must not stop the rest)
            log.warning("%s: a notice failed: %s", account, type(problem).__name__)
            receipt = Unknown(type(problem).__name__)
        return await self._outcome(notice, one, receipt, office)

    async def _outcome(self, notice: int, one: Marked, receipt: Receipt, office: Office) -> Outcome:
        """What is written of a row, and told to the way."""
        match receipt:
            case Sent(message_id, charge):
                self.way.worked()
                return Outcome(one.n, Sending.SENT, message_id, charge=charge)
            case Later():
                return await self._later(one, receipt, office)
            case Refused(reason, by_rule=True):
                return Outcome(one.n, Sending.SKIPPED, error=reason)
            case Refused(reason, gone, forbidden=forbidden):
                self.way.worked()
                if forbidden:
                    await office.pause(notice, BREAKS_RULES)
                office.refused(Refusal(self.channel.account, one.address, reason, gone))
                return Outcome(one.n, Sending.FAILED, error=reason)
            case Unknown(reason):
                self.way.failed(one.address, reason)
                return Outcome(one.n, Sending.UNKNOWN, tries=one.tries, error=reason)
            case Down(reason):
                self.way.lose(reason)
                return Outcome(one.n, Sending.PENDING, tries=one.tries, error=reason)
            case _:
                assert_never(receipt)

    async def _later(self, one: Marked, receipt: Later, office: Office) -> Outcome:
        after, tries = receipt.after.total_seconds(), one.tries
        if receipt.counts:
            self.way.failed(one.address, receipt.reason)
            tries += not self.way.lost
            after = max(after, backoff(max(tries, 1)))
        elif not receipt.apart:
            if receipt.whole_account:
                await self._block(after, office)
            await self.way.held_up(one.address, after, everyone=receipt.whole_account)
        if tries >= TRIES:
            return Outcome(one.n, Sending.FAILED, tries=tries, error=receipt.reason)
        again = datetime.now(UTC) + timedelta(seconds=after)
        return Outcome(one.n, Sending.PENDING, tries=tries, again=again, error=receipt.reason)

    async def _block(self, seconds: float, office: Office) -> None:
        """Whoever sends notices by this account waits, and after a restart still."""
        try:
            await office.buckets.block(self.bucket, seconds, self.limit)
        except (SQLAlchemyError, OSError) as problem:
            log.warning("%s: wait not noted: %s", self.channel.account, type(problem).__name__)
