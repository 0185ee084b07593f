"""What sends have cost an account, added up for each month and each way to pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.engine import insert
from storage.schema import spending

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.ext.asyncio import AsyncConnection

    from storage.outcomes import Charge


async def spend(connection: AsyncConnection, charges: Iterable[Charge]) -> None:
    """Add these to what is written; what costs nothing is not."""
    rows = _rows(charges)
    if not rows:
        return
    new = insert(connection.dialect, spending)
    statement = new.on_conflict_do_update(
        index_elements=["account", "month", "cost"],
        set_={name: spending.c[name] + new.excluded[name] for name in ("messages", "price")},
    )
    await connection.execute(statement, rows)


def _rows(charges: Iterable[Charge]) -> list[dict[str, object]]:
    """The rows that these come to, in an order in which nobody waits for another in a circle."""
    found: dict[tuple[str, str, str], tuple[int, int]] = {}
    for one in charges:
        if one.messages:
            key = (one.account, one.month, one.cost)
            messages, price = found.get(key, (0, 0))
            found[key] = (messages + one.messages, price + one.price)
    return [
        {"account": account, "month": month, "cost": cost, "messages": messages, "price": price}
        for (account, month, cost), (messages, price) in sorted(found.items())
    ]
