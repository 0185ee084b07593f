"""Very many people who agreed to hear of training courses, written by the database itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import text

from handlers.state import Conversation
from storage.codec import encode_conversation
from storage.instants import micros
from storage.upgrade import upgrade

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

TOPIC = "training"
ACCOUNT = "telegram:1"
SLICE = 100_000

NUMBERS = {
    "sqlite": "WITH RECURSIVE many(i) AS"
    " (SELECT :first UNION ALL SELECT i + 1 FROM many WHERE i < :last)",
    "postgresql": "WITH many(i) AS"
    " (SELECT generate_series(CAST(:first AS bigint), CAST(:last AS bigint)))",
}
PEOPLE = (
    "INSERT INTO contact (id, account, address, language, created_at)"
    " {numbers} SELECT i, :account, CAST(i AS text), 'vi', :now FROM many"
)
TALKS = (
    "INSERT INTO conversation"
    " (account, address, contact_id, state, consents, version, seq, heard_at, interacted_at)"
    " {numbers} SELECT :account, CAST(i AS text), i, :state, :topic, 1, 0, :now, :now FROM many"
)

COUNTED_ON = "SELECT setval(pg_get_serial_sequence('contact', 'id'), :last)"


async def populate(engine: AsyncEngine, first: int, last: int, account: str = ACCOUNT) -> None:
    """Make the tables, and people with these numbers, who were here this minute."""
    state = encode_conversation(Conversation(language="vi", topics=frozenset({TOPIC})))
    common = {"account": account, "now": micros(datetime.now(UTC))}
    numbers = NUMBERS[engine.dialect.name]
    await upgrade(engine)
    for begin in range(first, last + 1, SLICE):
        span = {"first": begin, "last": min(begin + SLICE - 1, last), **common}
        async with engine.begin() as connection:
            await connection.execute(text(PEOPLE.format(numbers=numbers)), span)
            more = {"state": state, "topic": TOPIC}
            await connection.execute(text(TALKS.format(numbers=numbers)), span | more)
    async with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            await connection.execute(text(COUNTED_ON), {"last": last})
        await connection.execute(text("ANALYZE"))
