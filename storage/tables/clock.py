"""The tables of what is done by the clock."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text

from storage.columns import Key, empty_text, metadata
from storage.instants import Instant

timer = Table(
    "timer",
    metadata,
    Column("account", Key, primary_key=True),
    Column("address", Key, primary_key=True),
    Column("bound_to", Text, nullable=False),
    Column("rest", BigInteger, nullable=False),
    Column("due_at", Instant, nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""
Who is to be reminded, once, of the question that the row is bound to, after a `rest` (microseconds)
in which nothing was heard of them.

A turn writes it when a form is opened and not again: whether somebody was heard meanwhile, or has
come to another question, is looked at when it is due (`storage.timers`).
"""

job = Table(
    "job",
    metadata,
    Column("name", Key, primary_key=True),
    Column("due_at", Instant, nullable=False),
    empty_text("owner"),
)
"""When each job of the clock is to be done next, and the worker that is doing it."""
