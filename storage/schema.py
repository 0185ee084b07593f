"""
The tables, the same on SQLite and PostgreSQL.

Every key of a chat carries the `account` it belongs to, so one database serves several bots.
Times are `Instant`: microseconds in a big integer. States are small numbers,
named in `storage.columns`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    column,
    false,
    literal_column,
)

from storage.columns import Big, Key, empty_text, metadata
from storage.instants import Instant

# The talk.

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
    UniqueConstraint("account", "address"),
)
"""One person's address on one account; `refused_at` is the last time a send was refused."""

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
    sqlite_with_rowid=False,
)
"""
All that was said, by `person`, `bot` or `staff`; before any consent only that and when.

No two lines of a chat have the same time, so their times are their order. (A foreign key here, in
`answer` or in `outbox` would cost every turn a look-up; only `storage.unit` inserts, under the
lock of the chat, and `storage.erase` deletes.)
"""

# What was registered.

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
    empty_text("search"),
    Column("agreed", Key, nullable=False, server_default="self"),
    Index("ix_registration_contact_id", "contact_id"),
    Index("ix_registration_status", "status", "opened_at", "id"),
    postgresql_with={"fillfactor": 70},
)
"""
One producer's entry; `search` holds the folded words that staff find it by.

`agreed` says how the producer consented; one that is `waiting` for that leaves nothing here.
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

# What is sent.

outbox = Table(
    "outbox",
    metadata,
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("account", Key, nullable=False),
    Column("address", Key, nullable=False),
    Column("seq", BigInteger, nullable=False),
    empty_text("update_key"),
    Column("payload", Text, nullable=False),
    Column("status", SmallInteger, nullable=False),
    empty_text("owner"),
    Column("tries", SmallInteger, nullable=False, server_default="0"),
    Column("not_before", Instant),
    empty_text("message_id"),
    empty_text("error"),
    Column("at", Instant, nullable=False),
    empty_text("cost"),
    Column("price", Integer, nullable=False, server_default="0"),
    Column("delivered_at", Instant),
    Column("seen_at", Instant),
    Index(
        "ix_outbox_open",
        "id",
        sqlite_where=column("status").in_([literal_column("0"), literal_column("1")]),
        postgresql_where=column("status").in_([literal_column("0"), literal_column("1")]),
    ),
    postgresql_with={"fillfactor": 70},
)
"""
One reply on its way; `payload` is read by `storage.codec`, `owner` is the worker that sends.

`cost` says how it was paid for where it was not free, at this `price`; where the platform tells,
`delivered_at` and `seen_at` are when it reached the person's phone and was looked at.

There is no index by chat, which every turn would have to write: a chat's rows are found by
`message.outbox_id` and `conversation.last_outbox_id`.
"""

still_open = outbox.c.status.in_([literal_column("0"), literal_column("1")])
"""Pending or in flight, in the words of the index that finds such rows."""

spending = Table(
    "spending",
    metadata,
    Column("account", Key, primary_key=True),
    Column("month", Key, primary_key=True),
    Column("cost", Key, primary_key=True),
    Column("messages", BigInteger, nullable=False),
    Column("price", BigInteger, nullable=False),
)
"""How many messages were paid for in a month of Vietnam's, how, and for how much together."""

rate_bucket = Table(
    "rate_bucket",
    metadata,
    Column("key", Key, primary_key=True),
    Column("tat", BigInteger, nullable=False),
    Column("step", BigInteger, nullable=False),
    Column("burst", BigInteger, nullable=False, server_default="0"),
    Column("blocked_until", BigInteger, nullable=False, server_default="0"),
    postgresql_with={"fillfactor": 50},
)
"""One row a limit, in microseconds; the sender's clock is the database's on PostgreSQL."""

worker = Table(
    "worker",
    metadata,
    Column("id", Key, primary_key=True),
    Column("started_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False, index=True),
    empty_text("version"),
)

counter = Table(
    "counter",
    metadata,
    Column("name", Key, primary_key=True),
    Column("next", BigInteger, nullable=False),
)
"""The next free number of a kind; `storage.numbers` takes them in blocks."""

# What is announced.

notice = Table(
    "notice",
    metadata,
    Column("id", Big, primary_key=True),
    Column("title", Text, nullable=False),
    Column("topic", Key, nullable=False),
    Column("texts", Text, nullable=False),
    Column("buttons", Text, nullable=False),
    Column("audience", Text, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("total", BigInteger, nullable=False, server_default="0"),
    Column("reached", BigInteger, nullable=False, server_default="0"),
    empty_text("owner"),
    empty_text("reason"),
    Column("created_at", Instant, nullable=False),
    Column("send_at", Instant),
    Column("frozen_at", Instant),
    Column("finished_at", Instant),
    Index("ix_notice_status", "status", "send_at"),
)
"""
An announcement; `texts` by language, `buttons` and `audience` are JSON (`storage.notices`).

`owner` is the worker that writes its audience down, `total` how many rows that has so far,
`reached` the last contact that was looked at, and `frozen_at` when all of them were.
"""

chunk = Table(
    "chunk",
    metadata,
    Column("notice_id", Big, ForeignKey("notice.id"), primary_key=True),
    Column("first", BigInteger, primary_key=True, autoincrement=False),
    Column("account", Key, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("epoch", BigInteger, nullable=False, server_default="0"),
    empty_text("owner"),
    Column("not_before", Instant),
    Column("done", Boolean, nullable=False, server_default=false()),
    Index("ix_chunk_account_done", "account", "done"),
)
"""
The rows `first` to `last` of a notice's ledger, all of one account.

Whoever takes it counts `epoch` up: only the newest owner may send from it.
"""

delivery = Table(
    "delivery",
    metadata,
    Column("notice_id", Big, primary_key=True, autoincrement=False),
    Column("n", BigInteger, primary_key=True, autoincrement=False),
    Column("contact_id", Big, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("tries", SmallInteger, nullable=False, server_default="0"),
    Column("not_before", Instant),
    Column("at", Instant),
    empty_text("message_id"),
    empty_text("error"),
    sqlite_with_rowid=False,
    postgresql_with={"fillfactor": 70},
)
"""One notice for one contact, numbered from 0 without gaps; `at` is when its fate was known."""

# What is done by the clock.

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

# Zalo.

zalo_oa = Table(
    "zalo_oa",
    metadata,
    Column("account", Key, primary_key=True),
    Column("status", SmallInteger, nullable=False),
    empty_text("access_token"),
    empty_text("refresh_token"),
    empty_text("previous_refresh_token"),
    Column("refresh_obtained_at", Instant, nullable=False),
    Column("access_expires_at", Instant, nullable=False),
    Column("refresh_expires_at", Instant, nullable=False),
    Column("held_until", Instant),
    Column("lost", SmallInteger, nullable=False, server_default="0"),
    Column("doubted", SmallInteger, nullable=False, server_default="0"),
    Column("version", BigInteger, nullable=False),
    empty_text("last_error"),
    empty_text("pasted"),
    empty_text("endpoint"),
)
"""
The tokens of an Official Account, sealed; `storage.zalo_tokens` reads and writes them.

Until `held_until` nobody asks for new tokens; while they are being asked for, it is the end of the
asker's lease. `lost` counts the answers that were lost for this refresh token, and `doubted` the
access tokens in a row that were refused unused. `pasted` is the SHA-256 of the refresh token that
was pasted last, and `endpoint` the one that takes this account's messages.
"""

zalo_attempt = Table(
    "zalo_attempt",
    metadata,
    Column("state_hash", Key, primary_key=True),
    Column("account", Key, nullable=False),
    empty_text("verifier"),
    Column("expires_at", Instant, nullable=False),
)
"""Permission links that were given out and not come back; the SHA-256 of their `state`."""

# Staff.

staff = Table(
    "staff",
    metadata,
    Column("id", Big, primary_key=True),
    Column("name", Key, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    empty_text("communes"),
    Column("created_at", Instant, nullable=False),
    Column("disabled_at", Instant),
)

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
)

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
