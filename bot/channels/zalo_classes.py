"""
In which class a message of an Official Account leaves, asked before every send: free, paid, or not.

A reply that goes out right after its turn is inside the free window by the turn itself, so nothing
is read for it. What lay in the outbox, over an outage or a restart, is looked at with what the
database knows of the person by now.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.channels.base import Down, Later, Refused, Window
from bot.channels.zalo_terms import Tag
from bot.channels.zalo_windows import (
    Account,
    Closed,
    Cost,
    Held,
    Open,
    Standing,
    Why,
    may_send,
)
from handlers.days import VIETNAM
from storage.instants import instant
from storage.outcomes import FREE, Charge
from storage.standings import promoted_since, read_phone, read_standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.channels.base import Outgoing, Receipt
    from bot.channels.zalo_terms import Package, Terms
    from bot.channels.zalo_windows import Answer

NEVER = datetime.min.replace(tzinfo=UTC)

OF_PACKAGE = (Cost.ALLOWANCE, Cost.BILLED)
"""What counts against the messages that a package holds each month; templates do not."""


class Classes:
    """The classes of one account's messages, by Zalo's terms and the package it has."""

    def __init__(
        self,
        account: str,
        terms: Terms,
        package: Package,
        reader: AsyncEngine,
        now: Callable[[], datetime],
    ) -> None:
        self._account = account
        self._fresh = Account(terms, package)
        self._reader = reader
        self._now = now

    async def of(self, outgoing: Outgoing) -> Answer:
        """
        Whether it may leave now, and at which price for each message that it is made of.

        Messages of other senders that are on their way may not be among those paid for yet. Raises
        what the database raises.
        """
        now = self._now()
        if outgoing.interacted_at:
            at_once = may_send(Standing(instant(outgoing.interacted_at)), self._fresh, now)
            if isinstance(at_once, Open) and at_once.cost is Cost.FREE:
                return at_once
        address, announced = outgoing.address, outgoing.announced
        known = await read_standing(self._reader, self._account, address, month_of(now), OF_PACKAGE)
        account = replace(self._fresh, billed_this_month=known.spent)
        template = account.terms.templates.get(announced.topic) if announced else None
        promotes = template is not None and template.tag is Tag.PROMOTION
        promoted = await self._promoted_today(address, now) if promotes else 0
        person = Standing(known.interacted_at, known.left, promoted)
        return may_send(person, account, now, template)

    def window(self, interacted_at: datetime | None) -> Window:
        """Until when somebody who was here then can be written to; a stranger cannot."""
        if interacted_at is None:
            return Window(NEVER, NEVER)
        terms = self._fresh.terms
        return Window(
            interacted_at + terms.free - terms.margin, interacted_at + terms.paid - terms.margin
        )

    async def phone(self, address: str) -> str:
        """The number that somebody gave, as 84912000111; raises what the database raises."""
        return (await read_phone(self._reader, self._account, address)).removeprefix("+")

    def charge(self, answer: Open, messages: int) -> Charge:
        """What so many messages of this class cost."""
        if answer.cost is Cost.FREE:
            return FREE
        month, template = month_of(self._now()), answer.template
        cost = template.tag if template else answer.cost
        return Charge(self._account, month, cost, messages, messages * answer.price)

    async def _promoted_today(self, address: str, now: datetime) -> int:
        today = now.astimezone(VIETNAM).replace(hour=0, minute=0, second=0, microsecond=0)
        return await promoted_since(self._reader, self._account, address, today)


def month_of(moment: datetime) -> str:
    """The month in Vietnam, as 2026-11."""
    return f"{moment.astimezone(VIETNAM):%Y-%m}"


def not_now(answer: Held | Closed, now: datetime) -> Receipt:
    """What a send comes to that may not leave."""
    match answer:
        case Held(until):
            return Later(until - now, "held until morning", counts=False, apart=True)
        case Closed(Why.PACKAGE):
            return Down("the account's package cannot send")
        case Closed(why):
            return Refused(f"not sent: {why}", gone=why is Why.STOPPED, by_rule=True)
