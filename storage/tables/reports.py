"""The tables of targets and of reports that were issued."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, SmallInteger, Table, Text

from storage.columns import Big, Key, metadata
from storage.instants import Instant

target = Table(
    "target",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("commune", Key, primary_key=True),
    Column("goal", Integer, nullable=False),
)
"""How many registrations a commune is to bring in a year."""

report = Table(
    "report",
    metadata,
    Column("id", Big, primary_key=True),
    Column("span", Key, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", SmallInteger, nullable=False),
    Column("closing", SmallInteger, nullable=False),
    Column("figures", Text, nullable=False),
    Column("issued_at", Instant, nullable=False),
    Column("staff_id", Big, ForeignKey("staff.id"), nullable=False),
)
"""A report as it was issued; `figures` (JSON) never change again (`storage.reports`)."""
