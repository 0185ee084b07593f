"""The registrations that the Council's list tells of, as far as its rows are held against them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from storage.queries import agreed_to, answers_of, made_in
from storage.schema import registration

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

MAKER, PRODUCT = "est-name", "prod-name"


@dataclass(frozen=True, slots=True)
class Entrant:
    """One of them: its status, its maker, and the name of each product by its number."""

    status: str
    maker: str
    products: Mapping[int, str]


async def entrants_of(
    reader: AsyncEngine, numbers: Collection[int], communes: frozenset[str] | None
) -> Mapping[int, Entrant]:
    """Those of these numbers that there are."""
    meant = [
        registration.c.id.in_(numbers),
        registration.c.erased_at.is_(None),
        registration.c.sent_at.is_not(None),
        agreed_to,
    ]
    if communes is not None:
        meant.append(made_in(communes))
    wanted = select(registration.c.id, registration.c.status, registration.c.products)
    async with reader.connect() as connection:
        rows = (await connection.execute(wanted.where(*meant))).all()
        found = [row.id for row in rows]
        answers = await answers_of(connection, found, (MAKER, PRODUCT))
    return {
        row.id: Entrant(
            row.status,
            answers[row.id].get((0, MAKER), ""),
            {
                product: answers[row.id].get((product, PRODUCT), "")
                for product in range(1, max(row.products, 1) + 1)
            },
        )
        for row in rows
    }
