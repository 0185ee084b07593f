"""The tables of what needs one of the staff, and of how long people waited for an answer."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table, Text, column

from storage.columns import Big, Key, metadata
from storage.instants import Instant

matter = Table(
    "matter",
    metadata,
    Column("contact_id", Big, ForeignKey("contact.id"), primary_key=True, autoincrement=False),
    Column("why", Text, nullable=False),
    Column("since", Instant, nullable=False),
    Column("waiting_since", Instant),
    Column("staff_id", Big, ForeignKey("staff.id")),
    Column("until", Instant),
    Column("closed_at", Instant),
    Column("changed_at", Instant, nullable=False, index=True),
    Index(
        "ix_matter_until",
        "until",
        sqlite_where=column("until").isnot(None),
        postgresql_where=column("until").isnot(None),
    ),
)
"""
What somebody needs one of the staff for, `since` then: a row for each contact that ever did.

The person waits for a word of staff from `waiting_since` on; NULL where staff had the last word.
`staff_id` is who has taken it. While `until` is set the bot is silent: it comes back then, unless
somebody speaks. A closed one is opened again by the next need.
"""

waited = Table(
    "waited",
    metadata,
    Column("id", Big, primary_key=True),
    Column("asked_at", Instant, nullable=False, index=True),
    Column("answered_at", Instant, nullable=False),
    Column("staff_id", Big, ForeignKey("staff.id")),
    Column("account", Key, nullable=False),
    Column("why", Text, nullable=False),
)
"""How long somebody waited for an answer of staff; nobody knows any more who that was."""
