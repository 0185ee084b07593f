"""
The sheet that staff look at before a notice goes out: who gets it now, when it is through, and who
does not get it and why. It counts; it names nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from bot.accounts import BULK_SHARE
from bot.channels.zalo_terms import package_of, read_terms
from bot.channels.zalo_windows import Account, pace
from bot.papers.sources import doors_of
from storage.persons import Windows
from storage.reach import reach

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.channels.zalo_terms import Terms
    from bot.settings import Settings
    from storage.notices import Draft
    from storage.reach import Reach

ZALO = "zalo_oa"
WEB = "web"

GROUPS = "nhom"
"""The source of those who come by a text that was pasted into a group."""


@dataclass(frozen=True, slots=True)
class Column:
    """
    What a notice comes to on one account, and how many `minutes` it takes.

    `chosen` = `without_consent` + `unreachable` + `same_person` + `outside` + `now`. The
    same person is told by another contact of theirs; those `outside` are open to us but not to a
    notice at present, and `paid` of those who get it now cost money: at `most` so many VND.
    """

    account: str
    chosen: int
    without_consent: int
    unreachable: int
    same_person: int
    outside: int
    now: int
    paid: int
    most: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Means:
    """
    What a notice can count on: Zalo's account, messages a second that bulk may send by each
    channel, and the addresses at which people reach us.
    """

    zalo: Account
    limits: Mapping[str, float]
    links: tuple[str, ...]


def means_of(settings: Settings) -> Means:
    """As the settings say; raises `TermsError` where Zalo's terms cannot be read."""
    terms = read_terms(settings.zalo_terms)
    zalo = Account(terms, package_of(terms, settings.zalo_package))
    return Means(zalo, limits(settings, zalo), links(settings))


def links(settings: Settings) -> tuple[str, ...]:
    """The ways to us that are put under a text for groups."""
    return tuple(link for _, link in doors_of(settings).links(GROUPS))


def limits(settings: Settings, zalo: Account) -> dict[str, float]:
    """Messages a second that bulk may send by each channel."""
    return {
        "telegram": settings.telegram_rate,
        ZALO: BULK_SHARE * pace(zalo, settings.zalo_rate),
        "zalo_bot": BULK_SHARE * settings.zalo_rate,
    }


def windows(terms: Terms, now: datetime) -> Windows:
    """Until when somebody must have been here for Zalo to take a notice to them now."""
    return Windows(free=now - terms.free, paid=now - terms.paid)


async def plan(
    reader: AsyncEngine, draft: Draft, means: Means, now: datetime
) -> tuple[Column, ...]:
    """
    The sheet, one column for each account.

    Of Zalo's Official Account the terms and the package count: where a template takes the notice's
    place, it also reaches those who were last here too long ago.
    """
    zalo, topic = means.zalo, draft.topic
    template = zalo.terms.templates.get(topic)
    price = None if template is None else zalo.terms.price_of(template)
    prices = _Prices(zalo.package.message_price, price)
    found = await reach(reader, draft.audience, topic, windows(zalo.terms, now))
    return tuple(_column(one, prices, means.limits) for one in found)


class _Prices(NamedTuple):
    """What a message to somebody on Zalo costs as it is, and as a template where there is one."""

    plain: int
    template: int | None


def _column(one: Reach, prices: _Prices, limits: Mapping[str, float]) -> Column:
    channel = one.account.partition(":")[0]
    gets, paid, most = one.reachable, 0, 0
    if channel == ZALO:
        gets, paid = one.lately + one.before, one.before
        most = paid * prices.plain
        if prices.template is not None:
            late = one.reachable - gets
            gets, paid, most = one.reachable, paid + late, most + late * prices.template
    elif channel == WEB:
        gets = 0
    return Column(
        account=one.account,
        chosen=one.chosen,
        without_consent=one.without_consent,
        unreachable=one.unreachable,
        same_person=one.same_person,
        outside=one.reachable - gets,
        now=gets,
        paid=paid,
        most=most,
        minutes=gets / limits[channel] / 60 if gets else 0.0,
    )
