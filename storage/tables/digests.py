"""The tables of the short accounts that staff get of what waits for them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Table

from storage.columns import Big, Key, empty_text, metadata
from storage.instants import Instant

digest = Table(
    "digest",
    metadata,
    Column("staff_id", Big, ForeignKey("staff.id"), primary_key=True, autoincrement=False),
    Column("morning", Boolean, nullable=False),
    Column("midday", Boolean, nullable=False),
    empty_text("email"),
    Column("contact_id", Big, ForeignKey("contact.id"), index=True),
    empty_text("code_hash"),
    Column("code_until", Instant),
)
"""
Who wants it, when, and where: by e-mail, or in the talk of the contact that is theirs.

Whoever says the code in a talk, once and until then, makes that contact theirs; only its SHA-256 is
kept.
"""

digest_told = Table(
    "digest_told",
    metadata,
    Column("staff_id", Big, ForeignKey("staff.id"), primary_key=True, autoincrement=False),
    Column("day", Key, primary_key=True),
    Column("part", Key, primary_key=True),
    Column("at", Instant, nullable=False),
)
"""Whom some process tells on a day, or has told: whoever is here is not told again."""
