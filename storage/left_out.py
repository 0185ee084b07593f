"""Who is chosen for a notice and would not get it, person by person, before it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from storage.audience import agreed, chosen, people, reachable
from storage.persons import doubles
from storage.schema import contact, conversation
from storage.told import registered

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.notices import Draft
    from storage.persons import Windows

WHY = ("without-consent", "unreachable", "same-person", "outside")
PAGE = 50


@dataclass(frozen=True, slots=True)
class LeftOut:
    """
    One contact, and when they last turned to us.

    Name, phone and commune (its code) are those of the newest registration, empty without one.
    """

    id: int
    account: str
    seen_at: datetime | None
    name: str
    phone: str
    commune: str


async def left_out(
    reader: AsyncEngine,
    draft: Draft,
    why: str,
    windows: Windows,
    after: int = 0,
    size: int = PAGE,
) -> Sequence[LeftOut]:
    """A page of those who would not get it for this reason, and one more where there are more."""
    wanted = (
        select(contact.c.id, contact.c.account, conversation.c.interacted_at)
        .select_from(people)
        .where(contact.c.id > after, chosen(draft.audience), _because(why, draft, windows))
        .order_by(contact.c.id)
        .limit(size + 1)
    )
    async with reader.connect() as connection:
        rows = (await connection.execute(wanted)).all()
        known = await registered(connection, [row.id for row in rows])
    return [LeftOut(*row, *known.get(row.id, ("", "", ""))) for row in rows]


def _because(why: str, draft: Draft, windows: Windows) -> ColumnElement[bool]:
    wants = agreed(draft.topic)
    twice = contact.c.id.in_(doubles(draft.audience, draft.topic, windows))
    match why:
        case "without-consent":
            return ~wants
        case "unreachable":
            return and_(wants, ~reachable())
        case "same-person":
            return and_(wants, reachable(), twice)
        case _:
            here = conversation.c.interacted_at
            late = or_(here.is_(None), here <= windows.paid)
            closed = or_(
                contact.c.account.startswith("web:"),
                and_(contact.c.account.startswith("zalo_oa:"), late),
            )
            return and_(wants, reachable(), ~twice, closed)
