"""What became of a notice, person by person, for its report."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select, true

from storage.columns import Sending
from storage.flights import WITHDREW
from storage.freezing import SAME_PERSON
from storage.ledgers import CANCELLED
from storage.queries import COMMUNE, EXPORT_PAGE, answers_of
from storage.schema import contact, delivery, registration

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

NAME, PHONE = "contact-name", "contact-phone"


@dataclass(frozen=True, slots=True)
class Fate:
    """
    One person's row of the ledger: the account, what became of it, why and when; where the platform
    tells, when it arrived and was looked at; and when staff called.

    Name, phone and commune (its code) are those of the newest registration, empty without one.
    """

    n: int
    account: str
    status: Sending
    reason: str
    at: datetime | None
    delivered_at: datetime | None
    seen_at: datetime | None
    called_at: datetime | None
    name: str
    phone: str
    commune: str


MISSED = or_(
    delivery.c.status.in_((Sending.FAILED, Sending.UNKNOWN)),
    and_(
        delivery.c.status == Sending.SKIPPED,
        delivery.c.error.not_in((WITHDREW, CANCELLED, SAME_PERSON)),
    ),
)
"""
The rows of people to be called instead: who wanted to hear of it, and perhaps did not.

Whoever withdrew wants no call either, and somebody who is told by another contact needs none.
"""


async def fates(
    reader: AsyncEngine,
    number: int,
    size: int = EXPORT_PAGE,
    *,
    only: ColumnElement[bool] | None = None,
    after: int = -1,
) -> AsyncGenerator[tuple[Fate, ...]]:
    """
    The rows of a notice in their order, a page at a time, each a read of its own.

    `only` those of a condition on `delivery`, behind the row `after`.
    """
    fit = true() if only is None else only
    while True:
        wanted = (
            select(
                delivery.c.n,
                delivery.c.contact_id,
                contact.c.account,
                delivery.c.status,
                delivery.c.error,
                delivery.c.at,
                delivery.c.delivered_at,
                delivery.c.seen_at,
                delivery.c.called_at,
            )
            .join(contact, contact.c.id == delivery.c.contact_id)
            .where(delivery.c.notice_id == number, delivery.c.n > after, fit)
            .order_by(delivery.c.n)
            .limit(size)
        )
        async with reader.connect() as connection:
            rows = (await connection.execute(wanted)).all()
            known = await registered(connection, [row.contact_id for row in rows])
        if not rows:
            return
        yield tuple(
            Fate(
                row.n,
                row.account,
                Sending(row.status),
                row.error,
                row.at,
                row.delivered_at,
                row.seen_at,
                row.called_at,
                *known.get(row.contact_id, ("", "", "")),
            )
            for row in rows
        )
        after = rows[-1].n


async def registered(
    connection: AsyncConnection, people: list[int]
) -> dict[int, tuple[str, str, str]]:
    """The name, phone and commune that each of these people registered last."""
    newest = (
        select(func.max(registration.c.id), registration.c.contact_id)
        .where(registration.c.contact_id.in_(people))
        .group_by(registration.c.contact_id)
    )
    owners = {row[0]: row[1] for row in await connection.execute(newest)}
    questions = (NAME, PHONE, COMMUNE)
    found = await answers_of(connection, list(owners), questions)
    return {
        owners[number]: tuple(answers.get((0, one), "") for one in questions)  # type: ignore[misc]
        for number, answers in found.items()
    }
