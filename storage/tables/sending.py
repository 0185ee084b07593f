"""The tables of replies on their way, and of the workers that send them."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    column,
    literal_column,
)

from storage.columns import Big, Key, empty_text, metadata
from storage.instants import Instant

outbox = Table(
    "outbox",
    metadata,
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("account", Key, nullable=False),
    Column("address", Key, nullable=False),
    Column("seq", BigInteger, nullable=False),
    empty_text("update_key"),
    Column("payload", Text, nullable=False),
    Column("status", SmallInteger, nullable=False),
    empty_text("owner"),
    Column("tries", SmallInteger, nullable=False, server_default="0"),
    Column("not_before", Instant),
    empty_text("message_id"),
    empty_text("error"),
    Column("at", Instant, nullable=False),
    empty_text("cost"),
    Column("price", Integer, nullable=False, server_default="0"),
    Column("delivered_at", Instant),
    Column("seen_at", Instant),
    Index(
        "ix_outbox_open",
        "id",
        sqlite_where=column("status").in_([literal_column("0"), literal_column("1")]),
        postgresql_where=column("status").in_([literal_column("0"), literal_column("1")]),
    ),
    postgresql_with={"fillfactor": 70},
)
"""
One reply on its way; `payload` is read by `storage.codec`, `owner` is the worker that sends.

`cost` says how it was paid for where it was not free, at this `price`; where the platform tells,
`delivered_at` and `seen_at` are when it reached the person's phone and was looked at.

There is no index by chat, which every turn would have to write: a chat's rows are found by
`message.outbox_id` and `conversation.last_outbox_id`.
"""

still_open = outbox.c.status.in_([literal_column("0"), literal_column("1")])
"""Pending or in flight, in the words of the index that finds such rows."""

spending = Table(
    "spending",
    metadata,
    Column("account", Key, primary_key=True),
    Column("month", Key, primary_key=True),
    Column("cost", Key, primary_key=True),
    Column("messages", BigInteger, nullable=False),
    Column("price", BigInteger, nullable=False),
)
"""How many messages were paid for in a month of Vietnam's, how, and for how much together."""

upload = Table(
    "upload",
    metadata,
    Column("account", Key, primary_key=True),
    Column("media", Key, primary_key=True),
    Column("name", Text, nullable=False),
    Column("until", Instant),
)
"""A service's own name for a file of ours that it was given, good `until` then, or for good."""

rate_bucket = Table(
    "rate_bucket",
    metadata,
    Column("key", Key, primary_key=True),
    Column("tat", BigInteger, nullable=False),
    Column("step", BigInteger, nullable=False),
    Column("burst", BigInteger, nullable=False, server_default="0"),
    Column("blocked_until", BigInteger, nullable=False, server_default="0"),
    postgresql_with={"fillfactor": 50},
)
"""One row a limit, in microseconds; the sender's clock is the database's on PostgreSQL."""

worker = Table(
    "worker",
    metadata,
    Column("id", Key, primary_key=True),
    Column("started_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False, index=True),
    empty_text("version"),
)

counter = Table(
    "counter",
    metadata,
    Column("name", Key, primary_key=True),
    Column("next", BigInteger, nullable=False),
)
"""The next free number of a kind; `storage.numbers` takes them in blocks."""
