"""What a notice to an audience would come to, account by account, counted before it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, func, select, true

from storage.audience import agreed, chosen, people, reachable
from storage.persons import doubles
from storage.schema import contact, conversation

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.audience import Audience
    from storage.persons import Windows


@dataclass(frozen=True, slots=True)
class Reach:
    """
    How many contacts of one account are chosen, and what becomes of them.

    `chosen` = `without_consent` + `unreachable` + `same_person` + `reachable`; the same person is
    told by another of their contacts. Of the reachable, `lately` are those who were here while Zalo
    is free, and `before` those while it is paid for.
    """

    account: str
    chosen: int
    without_consent: int
    unreachable: int
    same_person: int
    reachable: int
    lately: int
    before: int


async def reach(
    reader: AsyncEngine, audience: Audience, topic: str, windows: Windows
) -> tuple[Reach, ...]:
    """What a notice to this audience would come to, by account, in one look at the tables."""
    agrees = and_(agreed(topic), reachable())
    others = doubles(audience, topic, windows).subquery()
    twice = others.c.id.is_not(None)
    open_to = and_(agrees, ~twice)
    here = conversation.c.interacted_at
    counted = (
        true(),
        ~agreed(topic),
        and_(agreed(topic), ~reachable()),
        and_(agrees, twice),
        open_to,
        and_(open_to, here > windows.free),
        and_(open_to, here <= windows.free, here > windows.paid),
    )
    statement = (
        select(contact.c.account, *(func.sum(case((one, 1), else_=0)) for one in counted))
        .select_from(people.outerjoin(others, others.c.id == contact.c.id))
        .where(chosen(audience))
        .group_by(contact.c.account)
        .order_by(contact.c.account)
    )
    async with reader.connect() as connection:
        found = await connection.execute(statement)
        return tuple(Reach(row[0], *map(int, row[1:])) for row in found)
