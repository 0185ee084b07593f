"""The tables of what people ask about their own data, and of breaches."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text

from storage.columns import Big, Key, empty_text, metadata
from storage.instants import Instant

petition = Table(
    "petition",
    metadata,
    Column("id", Big, primary_key=True),
    Column("asked", Key, nullable=False),
    Column("way", Key, nullable=False),
    Column("contact_id", Big, ForeignKey("contact.id"), index=True),
    Column("registration_id", Big),
    empty_text("name"),
    empty_text("words"),
    Column("received_at", Instant, nullable=False),
    Column("reply_due", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("replied_at", Instant),
    Column("longer_at", Instant),
    empty_text("longer_why"),
    Column("done_at", Instant),
    empty_text("outcome"),
    empty_text("answer"),
    Column("staff_id", Big, ForeignKey("staff.id")),
    Index("ix_petition_done_at", "done_at", "due"),
)
"""
What somebody asked of us about their own data: to see, correct or erase it, or to use it no more.

`way` is how it came: a channel, or what staff typed it from. It is about a `registration_id`, or
all of a contact; `reply_due` and `due` are the ends of the last days for a first reply and for the
deed. Once they are erased, nothing here names them.
"""

breach = Table(
    "breach",
    metadata,
    Column("id", Big, primary_key=True),
    Column("found_at", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("what", Text, nullable=False),
    empty_text("affected"),
    Column("people", BigInteger),
    empty_text("measures"),
    Column("reported_at", Instant),
    Column("told_at", Instant),
    Column("closed_at", Instant),
    Column("staff_id", Big, ForeignKey("staff.id")),
)
"""
Data that got where they should not: found then, to be reported to the authority before `due`.

`told_at` is when the people concerned were told.
"""
