"""
The sheet that staff look at before a notice goes out: who gets it now, when it is through, and who
does not get it and why. It counts; it names nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.accounts import BULK_SHARE
from storage.audience import reach

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.channels.zalo_terms import Terms
    from bot.settings import Settings
    from storage.audience import Reach
    from storage.notices import Notice

ZALO = "zalo_oa"
WEB = "web"


@dataclass(frozen=True, slots=True)
class Column:
    """
    What a notice comes to on one account, and how many `minutes` it takes.

    `chosen` = `without_consent` + `unreachable` + `outside` + `now`; those `outside` are open to us
    but not to a notice at present, and `paid` of those who get it now cost money.
    """

    account: str
    chosen: int
    without_consent: int
    unreachable: int
    outside: int
    now: int
    paid: int
    minutes: float


def limits(settings: Settings) -> dict[str, float]:
    """Messages a second that bulk may send by each channel."""
    return {
        "telegram": settings.telegram_rate,
        ZALO: BULK_SHARE * settings.zalo_rate,
        "zalo_bot": BULK_SHARE * settings.zalo_rate,
    }


async def plan(
    reader: AsyncEngine,
    one: Notice,
    terms: Terms,
    limits: Mapping[str, float],
    now: datetime,
) -> tuple[Column, ...]:
    """The sheet, one column for each account; `limits` are bulk messages a second, by channel."""
    audience, topic = one.draft.audience, one.draft.topic
    found = await reach(reader, audience, topic, now - terms.free, now - terms.paid)
    return tuple(_column(one, limits) for one in found)


def _column(one: Reach, limits: Mapping[str, float]) -> Column:
    channel = one.account.partition(":")[0]
    gets, paid = one.reachable, 0
    if channel == ZALO:
        gets, paid = one.lately + one.before, one.before
    elif channel == WEB:
        gets = 0
    return Column(
        account=one.account,
        chosen=one.chosen,
        without_consent=one.without_consent,
        unreachable=one.unreachable,
        outside=one.reachable - gets,
        now=gets,
        paid=paid,
        minutes=gets / limits[channel] / 60 if gets else 0.0,
    )
