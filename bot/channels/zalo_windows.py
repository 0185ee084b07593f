"""
May this be sent to this person now, as it is or as a template message, and at which price?

A pure answer from what is known of the person, the account's package and Zalo's terms. A message
of consultation is free for two days after the person last did something, and billed for five more;
after that only a template message that Zalo has approved reaches the person, and not at night.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.channels.zalo_terms import Tag
from handlers.days import VIETNAM

if TYPE_CHECKING:
    from bot.channels.zalo_terms import Package, Template, Terms


class Cost(StrEnum):
    """Who pays: nobody, the package's monthly messages, or the account."""

    FREE = "free"
    ALLOWANCE = "allowance"
    BILLED = "billed"


class Why(StrEnum):
    """Why a message cannot be sent at all."""

    STOPPED = "stopped"
    PACKAGE = "package"
    NEVER_WROTE = "never-wrote"
    TOO_LONG_AGO = "too-long-ago"
    PROMOTED_TODAY = "promoted-today"


@dataclass(frozen=True, slots=True)
class Standing:
    """
    What we know of one person on one account.

    `interacted_at` is when they last wrote, followed or tapped (receipts do not count), `stopped`
    that they want nothing more, `promotions_today` how many promotions they had today.
    """

    interacted_at: datetime | None = None
    stopped: bool = False
    promotions_today: int = 0


@dataclass(frozen=True, slots=True)
class Open:
    """It may be sent now, at this price in VND; where there is a `template`, only as that."""

    cost: Cost
    price: int = 0
    template: Template | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """It may be sent from then on."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Closed:
    """It cannot be sent."""

    why: Why


Answer = Open | Held | Closed


@dataclass(frozen=True, slots=True)
class Account:
    """Zalo's terms, what one account has paid for, and how many of its messages are used up."""

    terms: Terms
    package: Package
    billed_this_month: int = 0


def may_send(
    person: Standing, account: Account, now: datetime, template: Template | None = None
) -> Answer:
    """Whether, how and for how much; `template` is what may take the message's place, paid for."""
    if not account.package.openapi:
        return Closed(Why.PACKAGE)
    if person.stopped:
        return Closed(Why.STOPPED)
    consultation = _consultation(person, account, now)
    if isinstance(consultation, Open) or template is None:
        return consultation
    return _template(template, person, account, now)


def pace(account: Account, most: float) -> float:
    """How many messages a second the account may send, evenly: never more than `most`."""
    bounds = (account.package.requests_per_minute, account.terms.requests_per_minute)
    return min(most, *(bound / 60 for bound in bounds))


def _consultation(person: Standing, account: Account, now: datetime) -> Open | Closed:
    if person.interacted_at is None:
        return Closed(Why.NEVER_WROTE)
    terms, package = account.terms, account.package
    # It arrives a little later than it is sent, and perhaps on the other side of the limit.
    age = now - person.interacted_at + terms.margin
    if age <= terms.free:
        return Open(Cost.FREE)
    if age > terms.paid:
        return Closed(Why.TOO_LONG_AGO)
    if account.billed_this_month < package.messages_per_month:
        return Open(Cost.ALLOWANCE)
    return Open(Cost.BILLED, package.message_price)


def _template(template: Template, person: Standing, account: Account, now: datetime) -> Answer:
    terms = account.terms
    if template.tag is Tag.PROMOTION and person.promotions_today >= terms.promotions_per_day:
        return Closed(Why.PROMOTED_TODAY)
    local = now.astimezone(VIETNAM)
    if _within(terms.night, local.time()):
        morning = datetime.combine(local.date(), terms.morning, VIETNAM)
        return Held(morning if morning > local else morning + timedelta(days=1))
    return Open(Cost.BILLED, terms.price_of(template), template)


def _within(hours: tuple[time, time], hour: time) -> bool:
    """Whether it is between these hours, which may lie on both sides of midnight."""
    start, end = hours
    return start <= hour < end if start <= end else hour >= start or hour < end
