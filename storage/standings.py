"""What is known of a person before a message to them is paid for: when they were here, and more."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from storage.columns import LEFT
from storage.schema import contact, conversation, spending

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


class Known(NamedTuple):
    """
    One person on one account, and how many messages the account has paid for in this month.

    `interacted_at` is when they last turned to us, None for never; `left` that they went away for
    good and have not been here since.
    """

    interacted_at: datetime | None
    left: bool
    spent: int


async def read_standing(reader: AsyncEngine, account: str, address: str, month: str) -> Known:
    """What is known now; nothing of a stranger but what the account has spent."""
    spent = (
        select(func.coalesce(func.sum(spending.c.messages), 0))
        .where(spending.c.account == account, spending.c.month == month)
        .scalar_subquery()
    )
    person = (
        select(conversation.c.interacted_at, contact.c.unreachable_since, contact.c.reason)
        .join(contact, contact.c.id == conversation.c.contact_id)
        .where(conversation.c.account == account, conversation.c.address == address)
    )
    async with reader.connect() as connection:
        row = (await connection.execute(person)).one_or_none()
        used = int(await connection.scalar(select(spent)) or 0)
    if row is None:
        return Known(None, left=False, spent=used)
    return Known(row.interacted_at, row.unreachable_since is not None and row.reason == LEFT, used)
