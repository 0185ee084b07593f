"""The tables of activities and of the seats at them."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
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

activity = Table(
    "activity",
    metadata,
    Column("id", Big, primary_key=True),
    Column("kind", Key, nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False, index=True),
    Column("deadline", Instant, nullable=False),
    Column("seats", Integer, nullable=False),
    empty_text("commune"),
    Column("words", Text, nullable=False),
    Column("audience", Text, nullable=False),
    Column("token", Key, nullable=False, unique=True),
    Column("created_at", Instant, nullable=False),
    Column("cancelled_at", Instant),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("changed_at", Instant),
    empty_text("picture"),
)
"""
A training course or a fair; `words` by language, `audience` and `picture`, where there is one, are
JSON (`storage.activities`).

`token` names its calendar file, and is not to be guessed. `revision` counts how often its time or
place was changed, the last time at `changed_at`.
"""

seat = Table(
    "seat",
    metadata,
    Column("id", Big, primary_key=True),
    Column("activity_id", Big, ForeignKey("activity.id"), nullable=False),
    Column("contact_id", Big, ForeignKey("contact.id"), index=True),
    empty_text("name"),
    empty_text("phone"),
    Column("standing", SmallInteger, nullable=False),
    Column("told", SmallInteger, nullable=False, server_default="0"),
    Column("at", Instant, nullable=False),
    Column("until", Instant),
    Column("called_at", Instant),
    Column("arrived_at", Instant),
    Column("attended", Boolean),
    Column("token", Key, nullable=False, server_default=""),
    Index("ix_seat_activity_id_standing", "activity_id", "standing"),
    Index(
        "ix_seat_token",
        "token",
        unique=True,
        sqlite_where=column("token") != literal_column("''"),
        postgresql_where=column("token") != literal_column("''"),
    ),
)
"""
One person's seat, or place in the waiting list, which is in the order of `id`.

Whoever changes how many are occupied holds the activity's row. `told` has a bit for each piece of
news (`storage.seat_news`); an offered seat is kept `until` then, and from `called_at` on staff are
asked to call. `token` names the ticket, and is not to be guessed. Of somebody who was erased the
row stays, without a name.
"""
