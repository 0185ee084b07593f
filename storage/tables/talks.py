"""The tables of talks: who talks to us, what was said, what they agreed to."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Table,
    Text,
    UniqueConstraint,
    column,
    literal_column,
)

from storage.columns import Big, Key, empty_text, metadata
from storage.instants import Instant

inbox = Table(
    "inbox",
    metadata,
    Column("account", Key, primary_key=True),
    Column("update_key", Key, primary_key=True),
    Column("address", Key, nullable=False),
    Column("at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
"""The name of every event ever heard (30 days); one that is here already changes nothing."""

contact = Table(
    "contact",
    metadata,
    Column("id", Big, primary_key=True),
    Column("account", Key, nullable=False),
    Column("address", Key, nullable=False),
    empty_text("language"),
    Column("created_at", Instant, nullable=False),
    Column("unreachable_since", Instant),
    Column("refused_at", Instant),
    empty_text("reason"),
    Column("erased_at", Instant),
    Column("phone", Key, nullable=False, server_default=""),
    empty_text("source"),
    UniqueConstraint("account", "address"),
    Index(
        "ix_contact_phone",
        "phone",
        sqlite_where=column("phone") != literal_column("''"),
        postgresql_where=column("phone") != literal_column("''"),
    ),
)
"""
One person's address on one account; `refused_at` is the last time a send was refused.

`phone` is a number that the channel vouched for as the person's own: contacts that have the same
one are the same person's (`storage.persons`). `source` is the tag of the link that the person first
came by, and goes when they are erased.
"""

consent = Table(
    "consent",
    metadata,
    Column("id", Big, primary_key=True),
    Column("contact_id", Big, ForeignKey("contact.id")),
    Column("topic", Key, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    Column("channel", Text, nullable=False),
    empty_text("text_version"),
    empty_text("update_key"),
    empty_text("how"),
    Column("registration_id", Big),
    Index("ix_consent_contact_topic", "contact_id", "topic", "id"),
    Index(
        "ix_consent_registration_id",
        "registration_id",
        sqlite_where=column("registration_id").isnot(None),
        postgresql_where=column("registration_id").isnot(None),
    ),
)
"""
Append-only: the last row of a contact and topic is what holds; erased rows name nobody.

A consent to a dossier is of one registration, and counts for that alone; `how` says by what act
(`handlers.effects.Agreed`). `contact_id` is whose talk recorded it: the producer's own, or that of
whoever helped them.
"""

conversation = Table(
    "conversation",
    metadata,
    Column("account", Key, primary_key=True),
    Column("address", Key, primary_key=True),
    Column("contact_id", Big, ForeignKey("contact.id"), nullable=False, unique=True),
    Column("state", Text, nullable=False),
    empty_text("consents"),
    empty_text("book_version"),
    Column("version", BigInteger, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("last_outbox_id", Big),
    Column("heard_at", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("interacted_at", Instant),
    Index(
        "ix_conversation_expires_at",
        "expires_at",
        sqlite_where=column("expires_at").isnot(None),
        postgresql_where=column("expires_at").isnot(None),
    ),
    postgresql_with={"fillfactor": 70},
)
"""
What is remembered of a talk: `storage.codec` reads and writes `state`.

`seq` numbers the chat's outgoing messages, of which `last_outbox_id` is the newest; a chat has no
open row in the outbox when that one is not open, for they are sent in order. `consents` are the
subjects agreed to now, `expires_at` is when the eligibility answers of somebody who agreed to
nothing are erased, and `interacted_at` when the person last turned to us, by the platform's clock.
"""

message = Table(
    "message",
    metadata,
    Column("contact_id", Big, primary_key=True, autoincrement=False),
    Column("at", Instant, primary_key=True),
    Column("author", Text, nullable=False),
    Column("kind", Text, nullable=False),
    empty_text("text"),
    empty_text("media"),
    Column("outbox_id", Big),
    Column("notice_id", BigInteger),
    Column("notice_row", BigInteger),
    Column("staff_id", Big),
    sqlite_with_rowid=False,
)
"""
All that was said, by `person`, `bot` or `staff`; before any consent only that and when. A line of
ours leads to the row that it was sent from, of the outbox or of a notice's ledger; one of the kind
`note` was sent to nobody. `staff_id` is who wrote it, or did it.

No two lines of a chat have the same time, so their times are their order. (A foreign key here, in
`answer` or in `outbox` would cost every turn a look-up; only `storage.unit` inserts, under the
lock of the chat, and `storage.erase` deletes.)
"""
