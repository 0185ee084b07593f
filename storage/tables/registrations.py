"""The tables of what was registered, and of what people ask staff for."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
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

registration = Table(
    "registration",
    metadata,
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("code", Key, nullable=False, unique=True),
    Column("contact_id", Big, ForeignKey("contact.id")),
    Column("status", Key, nullable=False),
    empty_text("round"),
    empty_text("title"),
    Column("products", Integer, nullable=False),
    empty_text("verdict"),
    Column("version", BigInteger, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Column("updated_at", Instant, nullable=False),
    Column("erased_at", Instant),
    empty_text("channel"),
    empty_text("source"),
    Column("agreed", Key, nullable=False, server_default="self"),
    Column("assigned_to", Big),
    Index("ix_registration_contact_id", "contact_id"),
    Index("ix_registration_status", "status", "opened_at", "id"),
    postgresql_with={"fillfactor": 70},
)
"""
One producer's entry.

`agreed` says how the producer consented; one that is `waiting` for that leaves nothing here.
"""

listed = Table(
    "listed",
    metadata,
    Column(
        "registration_id",
        Big,
        ForeignKey("registration.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("commune", Key, nullable=False),
    Column("groups", Key, nullable=False),
    Column("phone", Key, nullable=False),
    Column("maker", Key, nullable=False),
    Column("search", Key, nullable=False),
    Column("title_order", Key, nullable=False),
    Column("name_order", Key, nullable=False),
    Index("ix_listed_commune", "commune"),
    Index("ix_listed_phone", "phone"),
    Index("ix_listed_maker", "maker", "commune"),
)
"""
What a registration is found, filtered and sorted by: made of its answers, and nothing else is.

`groups` has a comma on either side of each; `maker` is the folded name of the establishment, and
`search` the folded words that staff find it by. A row is written when one of these answers changes
(`storage.listed`).
"""

answer = Table(
    "answer",
    metadata,
    Column("registration_id", Big, primary_key=True, autoincrement=False),
    Column("product", Integer, primary_key=True, autoincrement=False),
    Column("question", Key, primary_key=True),
    Column("value", Text, nullable=False),
    empty_text("raw"),
    Column("source", Text, nullable=False),
    Column("at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

history = Table(
    "history",
    metadata,
    Column("id", Big, primary_key=True),
    Column("registration_id", Big, nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("product", Integer, nullable=False),
    empty_text("question"),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("staff_id", Big),
    empty_text("reason"),
)
"""
What changed in a registration once it was sent: an answer, or without a `question` its status.

Who changed it is the producer, or one of the staff. (A foreign key would cost turns a look-up.)
"""

note = Table(
    "note",
    metadata,
    Column("id", Big, primary_key=True),
    Column("registration_id", Big, nullable=False, index=True),
    Column("staff_id", Big, ForeignKey("staff.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("text", Text, nullable=False),
)
"""What staff write about a registration for each other."""

media = Table(
    "media",
    metadata,
    Column("id", Key, primary_key=True),
    Column("account", Key, nullable=False),
    Column("address", Key, nullable=False),
    Column("registration_id", Big, ForeignKey("registration.id"), index=True),
    Column("product", Integer, nullable=False),
    Column("question", Key, nullable=False),
    empty_text("remote"),
    Column("state", SmallInteger, nullable=False),
    empty_text("sha256"),
    Column("bytes", BigInteger, nullable=False, server_default="0"),
    empty_text("mime"),
    empty_text("reason"),
    Column("at", Instant, nullable=False),
    Index(
        "ix_media_open",
        "at",
        sqlite_where=column("state").in_([literal_column("0"), literal_column("3")]),
        postgresql_where=column("state").in_([literal_column("0"), literal_column("3")]),
    ),
)

request = Table(
    "request",
    metadata,
    Column("id", Big, primary_key=True),
    Column("contact_id", Big, ForeignKey("contact.id"), nullable=False, index=True),
    Column("wish", Text, nullable=False),
    empty_text("phone"),
    empty_text("name"),
    empty_text("hour"),
    empty_text("language"),
    empty_text("text"),
    Column("at", Instant, nullable=False),
    Column("done_at", Instant),
    empty_text("media"),
    Column("registration_id", Big),
    empty_text("outcome"),
)
"""
What people ask staff for: a call back, an answer, to listen to the voice note `media`, or to have
the registration that a helper made. The `outcome` of that is what staff decided.
"""

unanswered = Table(
    "unanswered",
    metadata,
    Column("folded", Key, primary_key=True),
    Column("text", Text, nullable=False),
    Column("times", BigInteger, nullable=False),
    Column("first_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
"""What was asked that the book could not answer, and how often; never by whom (180 days)."""

handed_in = Table(
    "handed_in",
    metadata,
    Column("id", Big, primary_key=True),
    Column("staff_id", Big, ForeignKey("staff.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("head", Text, nullable=False),
    empty_text("mapping"),
    empty_text("kind"),
)
"""
A list that one of staff handed in: the headings of its columns, and which question each answers.

Its `kind` is empty where it is to become registrations, or says what else it tells of.

It is kept for a few days, for whoever handed it in to take its outcome back.
"""

handed_row = Table(
    "handed_row",
    metadata,
    Column(
        "handed_id",
        Big,
        ForeignKey("handed_in.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("cells", Text, nullable=False),
    Column("registration_id", Big, index=True),
    empty_text("outcome"),
    sqlite_with_rowid=False,
)
"""One row of such a list; `outcome` says what became of it, and is empty while nothing has."""
