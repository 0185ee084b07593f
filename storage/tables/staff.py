"""The tables of staff, their sessions, and what they did."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Table, Text

from storage.columns import Big, Key, empty_text, metadata
from storage.instants import Instant

staff = Table(
    "staff",
    metadata,
    Column("id", Big, primary_key=True),
    Column("name", Key, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    empty_text("communes"),
    Column("created_at", Instant, nullable=False),
    Column("disabled_at", Instant),
    empty_text("password"),
    empty_text("seed"),
    Column("step", Big),
)
"""
`password` is an Argon2 hash; `seed` makes the codes of the second factor, and is sealed; `step` is
the last of them that was used.
"""

staff_link = Table(
    "staff_link",
    metadata,
    Column("token_hash", Key, primary_key=True),
    Column("staff_id", Big, ForeignKey("staff.id"), nullable=False, index=True),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
)
"""One-time links to log in by; only the SHA-256 of the token is kept."""

staff_session = Table(
    "staff_session",
    metadata,
    Column("token_hash", Key, primary_key=True),
    Column("staff_id", Big, ForeignKey("staff.id"), nullable=False, index=True),
    Column("created_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    empty_text("address"),
    empty_text("browser"),
    Column("strength", Text, nullable=False, server_default="link"),
    Column("confirmed_at", Instant),
)
"""`confirmed_at` is when the password was typed last."""

staff_recovery = Table(
    "staff_recovery",
    metadata,
    Column("staff_id", Big, ForeignKey("staff.id"), primary_key=True),
    Column("code_hash", Key, primary_key=True),
    sqlite_with_rowid=False,
)
"""Codes that stand in for the second factor, once each."""

staff_device = Table(
    "staff_device",
    metadata,
    Column("token_hash", Key, primary_key=True),
    Column("staff_id", Big, ForeignKey("staff.id"), nullable=False, index=True),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
)
"""Browsers that are not asked for the second factor."""

staff_failure = Table(
    "staff_failure",
    metadata,
    Column("id", Big, primary_key=True),
    Column("account", Key, nullable=False),
    Column("address", Key, nullable=False),
    Column("at", Instant, nullable=False, index=True),
)
"""Vain tries to log in, by the hash of the name that was typed."""

saved_view = Table(
    "saved_view",
    metadata,
    Column("id", Big, primary_key=True),
    Column("staff_id", Big, ForeignKey("staff.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("first", Boolean, nullable=False),
)
"""
A list of registrations as one of staff has saved it: the `query` of its address, under a name.

The one that is `first` is what the list opens with.
"""

audit = Table(
    "audit",
    metadata,
    Column("id", Big, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("staff_id", Big, ForeignKey("staff.id")),
    Column("action", Text, nullable=False),
    empty_text("subject"),
    empty_text("detail"),
    empty_text("address"),
    empty_text("previous_hash"),
    Column("hash", Text, nullable=False),
)
"""Who did what; each row carries the hash of the one before, so that a change shows."""

entry_draft = Table(
    "entry_draft",
    metadata,
    Column("staff_id", Big, ForeignKey("staff.id"), primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("typed", Text, nullable=False),
)
"""What somebody is typing of a paper or a call, field by field as JSON, until it is saved."""
