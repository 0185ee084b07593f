"""What arrived and was seen stands on the rows, first told first, whatever order it is told in."""

from __future__ import annotations

from datetime import timedelta

from storage.arrivals import Arrival, write_arrivals
from storage.columns import Sending
from storage.outbox import Ledger
from storage.outcomes import Outcome
from storage.schema import outbox
from storage.unit import Store
from tests.storage.desk import ACCOUNT, Desk

SECOND = timedelta(seconds=1)


async def sent(office: Desk, store: Store, *chats: str) -> None:
    """Something was said to each of these, and is `m1`, `m2` … to the channel."""
    ledger = Ledger(office.engine, "w1")
    for chat in chats:
        [heard] = await office.hear(store, "hello", chat=chat)
        number = heard.replies[0].id
        ledger.outcomes.note(Outcome(number, Sending.SENT, f"m{number}"))
    await ledger.settle([], office.now)


async def test_what_arrived_and_was_seen_is_on_its_row(office: Desk, store: Store) -> None:
    await sent(office, store, "1", "2", "3")
    at = office.now
    arrivals = [
        Arrival("1", "m1", False, at),
        Arrival("1", "m1", True, at + SECOND),
        Arrival("2", "m2", True, at + SECOND),
        Arrival("2", "m2", False, at + 2 * SECOND),
    ]

    missing = await write_arrivals(office.engine, office.reader, ACCOUNT, arrivals)

    assert missing == []
    rows = [(row["delivered_at"], row["seen_at"]) for row in await office.rows(outbox)]
    assert rows == [(at, at + SECOND), (at + SECOND, at + SECOND), (None, None)]


async def test_what_is_not_there_is_given_back(office: Desk, store: Store) -> None:
    """Nor is anybody else's message taken for it."""
    await sent(office, store, "1", "2")
    at = office.now
    others = [Arrival("1", "m2", True, at), Arrival("7", "m1", True, at)]
    mine = Arrival("1", "m1", False, at)

    missing = await write_arrivals(office.engine, office.reader, ACCOUNT, [mine, *others])
    elsewhere = await write_arrivals(office.engine, office.reader, "telegram:2", [mine])

    assert (missing, elsewhere) == (others, [mine])
    rows = [(row["delivered_at"], row["seen_at"]) for row in await office.rows(outbox)]
    assert rows == [(at, None), (None, None)]
