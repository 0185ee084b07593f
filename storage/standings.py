"""
What is known of a person before a message to them is paid for: when they were here, what else they
were sent, and the number that they gave.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from handlers.effects import Agreed
from handlers.state import Status
from storage.columns import LEFT
from storage.schema import answer, contact, conversation, message, registration, spending

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.ext.asyncio import AsyncEngine

PHONE = "contact-phone"

PROMOTION = "promotion"
"""The kind of a line of the talk that promoted something, and what such a message is paid as."""


class Known(NamedTuple):
    """
    One person on one account, and how many messages the account has paid for in this month.

    `interacted_at` is when they last turned to us, None for never; `left` that they went away for
    good and have not been here since.
    """

    interacted_at: datetime | None
    left: bool
    spent: int


async def read_standing(
    reader: AsyncEngine, account: str, address: str, month: str, costs: Collection[str]
) -> Known:
    """
    What is known now; nothing of a stranger but what the account has spent.

    Only messages paid for in one of the ways `costs` are counted.
    """
    spent = (
        select(func.coalesce(func.sum(spending.c.messages), 0))
        .where(
            spending.c.account == account,
            spending.c.month == month,
            spending.c.cost.in_(costs),
        )
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


async def promoted_since(reader: AsyncEngine, account: str, address: str, since: datetime) -> int:
    """How many promotions somebody was sent since then."""
    lines = (
        select(func.count())
        .select_from(message)
        .join(contact, contact.c.id == message.c.contact_id)
        .where(
            contact.c.account == account,
            contact.c.address == address,
            message.c.at >= since,
            message.c.kind == PROMOTION,
        )
    )
    async with reader.connect() as connection:
        return int(await connection.scalar(lines) or 0)


async def read_phone(reader: AsyncEngine, account: str, address: str) -> str:
    """
    The phone number of whoever has this address, as it is stored; empty without one.

    One that the channel vouched for, else the one they gave last when they signed up themselves: a
    number in what they wrote down for somebody else is that producer's.
    """
    vouched = select(contact.c.phone).where(
        contact.c.account == account, contact.c.address == address
    )
    given = (
        select(answer.c.value)
        .join(registration, registration.c.id == answer.c.registration_id)
        .join(contact, contact.c.id == registration.c.contact_id)
        .where(
            contact.c.account == account,
            contact.c.address == address,
            answer.c.question == PHONE,
            registration.c.status != Status.WITHDRAWN,
            registration.c.agreed == Agreed.SELF.value,
        )
        .order_by(registration.c.id.desc())
        .limit(1)
    )
    async with reader.connect() as connection:
        own = await connection.scalar(vouched)
        return str(own or await connection.scalar(given) or "")
