"""What sends cost, added up by account, month and way to pay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from storage.prepared import Written
from storage.schema import spending

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection
    from sqlalchemy.sql import ClauseElement

    from storage.engine import Insert
    from storage.outcomes import Charge


def spend(connection: Connection, charges: Iterable[Charge]) -> None:
    """Add these to their months, in the transaction that writes what became of the sends."""
    found: dict[tuple[str, str, str], tuple[int, int]] = {}
    for one in charges:
        if one.messages:
            key = (one.account, one.month, one.cost)
            messages, price = found.get(key, (0, 0))
            found[key] = (messages + one.messages, price + one.price)
    _spent.write(connection, [(*key, *sums) for key, sums in sorted(found.items())])


def _add_up(new: Insert) -> ClauseElement:
    return new.on_conflict_do_update(
        index_elements=["account", "month", "cost"],
        set_={name: spending.c[name] + new.excluded[name] for name in ("messages", "price")},
    )


_spent = Written(spending, "account month cost messages price", _add_up)
