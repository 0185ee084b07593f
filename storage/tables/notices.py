"""The tables of notices and of their ledger."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    SmallInteger,
    Table,
    Text,
    false,
)

from storage.columns import Big, Key, empty_text, metadata
from storage.instants import Instant

notice = Table(
    "notice",
    metadata,
    Column("id", Big, primary_key=True),
    Column("title", Text, nullable=False),
    Column("topic", Key, nullable=False),
    Column("texts", Text, nullable=False),
    Column("buttons", Text, nullable=False),
    Column("audience", Text, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("total", BigInteger, nullable=False, server_default="0"),
    Column("reached", BigInteger, nullable=False, server_default="0"),
    empty_text("picture"),
    empty_text("owner"),
    empty_text("reason"),
    Column("created_at", Instant, nullable=False),
    Column("tested_at", Instant),
    Column("send_at", Instant),
    Column("frozen_at", Instant),
    Column("finished_at", Instant),
    Index("ix_notice_status", "status", "send_at"),
)
"""
An announcement; `texts` by language, `buttons`, `audience` and the `picture`, which is kept among
the media, are JSON (`storage.notices`).

`owner` is the worker that writes its audience down, `total` how many rows that has so far,
`reached` the last contact that was looked at, and `frozen_at` when all of them were.
"""

chunk = Table(
    "chunk",
    metadata,
    Column("notice_id", Big, ForeignKey("notice.id"), primary_key=True),
    Column("first", BigInteger, primary_key=True, autoincrement=False),
    Column("account", Key, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("epoch", BigInteger, nullable=False, server_default="0"),
    empty_text("owner"),
    Column("not_before", Instant),
    Column("done", Boolean, nullable=False, server_default=false()),
    Index("ix_chunk_account_done", "account", "done"),
)
"""
The rows `first` to `last` of a notice's ledger, all of one account.

Whoever takes it counts `epoch` up: only the newest owner may send from it.
"""

delivery = Table(
    "delivery",
    metadata,
    Column("notice_id", Big, primary_key=True, autoincrement=False),
    Column("n", BigInteger, primary_key=True, autoincrement=False),
    Column("contact_id", Big, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("tries", SmallInteger, nullable=False, server_default="0"),
    Column("not_before", Instant),
    Column("at", Instant),
    empty_text("message_id"),
    empty_text("error"),
    Column("delivered_at", Instant),
    Column("seen_at", Instant),
    Column("called_at", Instant),
    sqlite_with_rowid=False,
    postgresql_with={"fillfactor": 70},
)
"""
One notice for one contact, numbered from 0 without gaps; `at` is when its fate was known.

Where the platform tells, `delivered_at` and `seen_at` are when it reached the person's phone and
was looked at. `called_at` is when staff told the person by phone, who is then told no other way.
"""
