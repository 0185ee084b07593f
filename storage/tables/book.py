"""The tables of what staff write in the book: its editions, and sentences being changed."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from storage.columns import Big, Key, empty_text, metadata
from storage.instants import Instant

edition = Table(
    "edition",
    metadata,
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("staff_id", Big, ForeignKey("staff.id"), nullable=False),
    empty_text("note"),
    Column("back_to", Integer),
    Column("changes", Text, nullable=False),
)
"""
The book as staff published it: all `changes` of the pack that ships, as JSON. The newest holds.

`back_to` is the edition whose changes were taken up again, 0 for the pack as it ships.
"""

rewording = Table(
    "rewording",
    metadata,
    Column("language", Key, primary_key=True),
    Column("key", Key, primary_key=True),
    Column("text", Text, nullable=False),
    Column("staff_id", Big, ForeignKey("staff.id"), nullable=False),
    Column("at", Instant, nullable=False),
)
"""Sentences that somebody is changing, and that are not published yet."""
