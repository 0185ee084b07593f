"""
In which class a message of an Official Account leaves, asked before every send: free, paid, or not.

A reply that goes out right after its turn is inside the free window by the turn itself, so nothing
is read for it. What lay in the outbox, over an outage or a restart, is looked at with what the
database knows of the person by now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channels.base import Down, Later, Refused
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
from storage.standings import read_standing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.channels.base import Outgoing, Receipt
    from bot.channels.zalo_terms import Package, Terms
    from bot.channels.zalo_windows import Answer


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
        known = await read_standing(self._reader, self._account, outgoing.address, month_of(now))
        account = Account(self._fresh.terms, self._fresh.package, known.spent)
        return may_send(Standing(known.interacted_at, known.left), account, now)

    def charge(self, answer: Open, messages: int) -> Charge:
        """What so many messages of this class cost."""
        if answer.cost is Cost.FREE:
            return FREE
        month = month_of(self._now())
        return Charge(self._account, month, answer.cost, messages, messages * answer.price)


def month_of(moment: datetime) -> str:
    """The month in Vietnam, as 2026-11."""
    return f"{moment.astimezone(VIETNAM):%Y-%m}"


def not_now(answer: Held | Closed, now: datetime) -> Receipt:
    """What a send comes to that may not leave."""
    match answer:
        case Held(until):
            return Later(until - now, "held until morning", counts=False)
        case Closed(Why.PACKAGE):
            return Down("the account's package cannot send")
        case Closed(why):
            return Refused(f"not sent: {why}", gone=True, by_rule=True)
