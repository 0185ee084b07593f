"""What the program has stored, read from outside, be it running or dead."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import text

from storage.columns import Sending
from storage.engine import open_reader

OPEN = (Sending.PENDING, Sending.IN_FLIGHT)


async def rows(database: str, statement: str) -> Sequence[Any]:
    """What a query finds; tuples of its columns."""
    if "://" not in database:
        with closing(sqlite3.connect(database)) as connection:
            return connection.execute(statement).fetchall()
    engine = open_reader(database)
    try:
        async with engine.connect() as connection:
            return [tuple(row) for row in await connection.execute(text(statement))]
    finally:
        await engine.dispose()


async def count(database: str, what: str) -> int:
    """How many rows there are of what follows FROM."""
    [(found,)] = await rows(database, f"SELECT count(*) FROM {what}")
    return int(found)


async def unsent(database: str) -> int:
    """How many replies are still to be sent."""
    return await count(database, f"outbox WHERE status IN ({OPEN[0]:d}, {OPEN[1]:d})")


async def unknown(database: str) -> int:
    """How many replies were cut twice, so that nobody knows whether they came."""
    return await count(database, f"outbox WHERE status = {Sending.UNKNOWN:d}")


async def answers(database: str) -> dict[int, dict[str, str]]:
    """The answers of each registration: `question`, or `product/question`, and the value."""
    found: dict[int, dict[str, str]] = {
        number: {} for (number,) in await rows(database, "SELECT id FROM registration")
    }
    for number, product, question, value in await rows(
        database, "SELECT registration_id, product, question, value FROM answer"
    ):
        found[number][f"{product}/{question}" if product else question] = value
    return found


async def by_address(database: str) -> dict[str, list[dict[str, str]]]:
    """The registrations of each person, by the address they talk from."""
    owners = await rows(
        database,
        "SELECT r.id, c.address FROM registration AS r JOIN contact AS c ON c.id = r.contact_id",
    )
    stored, found = await answers(database), dict[str, list[dict[str, str]]]()
    for number, address in owners:
        found.setdefault(address, []).append(stored[number])
    return found


async def is_sound(database: str) -> bool:
    """Whether an SQLite file holds together."""
    whole = await rows(database, "PRAGMA integrity_check")
    return whole == [("ok",)] and await rows(database, "PRAGMA foreign_key_check") == []
