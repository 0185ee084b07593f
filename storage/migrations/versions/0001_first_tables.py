"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.BigInteger()


def upgrade() -> None:
    """Make them all."""
    op.create_table(
        "answer",
        sa.Column("registration_id", BIG, autoincrement=False, nullable=False),
        sa.Column("product", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("question", KEY, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("registration_id", "product", "question", name=op.f("pk_answer")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "contact",
        sa.Column("id", BIG, nullable=False),
        sa.Column("account", KEY, nullable=False),
        sa.Column("address", KEY, nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("unreachable_since", INSTANT, nullable=True),
        sa.Column("refused_at", INSTANT, nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("erased_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("account", "address", name=op.f("uq_contact_account_address")),
    )
    op.create_table(
        "counter",
        sa.Column("name", KEY, nullable=False),
        sa.Column("next", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "inbox",
        sa.Column("account", KEY, nullable=False),
        sa.Column("update_key", KEY, nullable=False),
        sa.Column("address", KEY, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("account", "update_key", name=op.f("pk_inbox")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "message",
        sa.Column("contact_id", BIG, autoincrement=False, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("media", sa.Text(), server_default="", nullable=False),
        sa.Column("outbox_id", BIG, nullable=True),
        sa.PrimaryKeyConstraint("contact_id", "at", name=op.f("pk_message")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outbox",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("account", KEY, nullable=False),
        sa.Column("address", KEY, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("update_key", sa.Text(), server_default="", nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.Column("tries", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("not_before", INSTANT, nullable=True),
        sa.Column("message_id", sa.Text(), server_default="", nullable=False),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        postgresql_with={"fillfactor": 70},
    )
    op.create_index(
        "ix_outbox_open",
        "outbox",
        ["id"],
        unique=False,
        sqlite_where=sa.text("status IN (0, 1)"),
        postgresql_where=sa.text("status IN (0, 1)"),
    )
    op.create_table(
        "rate_bucket",
        sa.Column("key", KEY, nullable=False),
        sa.Column("tat", sa.BigInteger(), nullable=False),
        sa.Column("step", sa.BigInteger(), nullable=False),
        sa.Column("burst", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("blocked_until", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_rate_bucket")),
        postgresql_with={"fillfactor": 50},
    )
    op.create_table(
        "staff",
        sa.Column("id", BIG, nullable=False),
        sa.Column("name", KEY, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("communes", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("disabled_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("name", name=op.f("uq_staff_name")),
    )
    op.create_table(
        "worker",
        sa.Column("id", KEY, nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("version", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worker")),
    )
    op.create_index(op.f("ix_worker_seen_at"), "worker", ["seen_at"], unique=False)
    op.create_table(
        "audit",
        sa.Column("id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("staff_id", BIG, nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), server_default="", nullable=False),
        sa.Column("detail", sa.Text(), server_default="", nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("previous_hash", sa.Text(), server_default="", nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_audit_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_table(
        "consent",
        sa.Column("id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("topic", KEY, nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("text_version", sa.Text(), server_default="", nullable=False),
        sa.Column("update_key", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_consent_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(
        "ix_consent_contact_topic", "consent", ["contact_id", "topic", "id"], unique=False
    )
    op.create_table(
        "conversation",
        sa.Column("account", KEY, nullable=False),
        sa.Column("address", KEY, nullable=False),
        sa.Column("contact_id", BIG, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("consents", sa.Text(), server_default="", nullable=False),
        sa.Column("book_version", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("last_outbox_id", BIG, nullable=True),
        sa.Column("heard_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_conversation_contact_id")
        ),
        sa.PrimaryKeyConstraint("account", "address", name=op.f("pk_conversation")),
        sa.UniqueConstraint("contact_id", name=op.f("uq_conversation_contact_id")),
        postgresql_with={"fillfactor": 70},
    )
    op.create_index(
        "ix_conversation_expires_at",
        "conversation",
        ["expires_at"],
        unique=False,
        sqlite_where=sa.text("expires_at IS NOT NULL"),
        postgresql_where=sa.text("expires_at IS NOT NULL"),
    )
    op.create_table(
        "registration",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("code", KEY, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("status", KEY, nullable=False),
        sa.Column("round", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("products", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("erased_at", INSTANT, nullable=True),
        sa.Column("channel", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_registration_contact_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration")),
        sa.UniqueConstraint("code", name=op.f("uq_registration_code")),
        postgresql_with={"fillfactor": 70},
    )
    op.create_index("ix_registration_contact_id", "registration", ["contact_id"], unique=False)
    op.create_index(
        "ix_registration_status", "registration", ["status", "opened_at", "id"], unique=False
    )
    op.create_table(
        "request",
        sa.Column("id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("hour", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("done_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_request_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
    )
    op.create_index(op.f("ix_request_contact_id"), "request", ["contact_id"], unique=False)
    op.create_table(
        "staff_link",
        sa.Column("token_hash", KEY, nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("used_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_link_staff_id")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_staff_link")),
    )
    op.create_index(op.f("ix_staff_link_staff_id"), "staff_link", ["staff_id"], unique=False)
    op.create_table(
        "staff_session",
        sa.Column("token_hash", KEY, nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("browser", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_session_staff_id")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_staff_session")),
    )
    op.create_index(op.f("ix_staff_session_staff_id"), "staff_session", ["staff_id"], unique=False)
    op.create_table(
        "media",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account", KEY, nullable=False),
        sa.Column("address", KEY, nullable=False),
        sa.Column("registration_id", BIG, nullable=True),
        sa.Column("product", sa.Integer(), nullable=False),
        sa.Column("question", KEY, nullable=False),
        sa.Column("remote", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.SmallInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), server_default="", nullable=False),
        sa.Column("bytes", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("mime", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["registration_id"], ["registration.id"], name=op.f("fk_media_registration_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media")),
    )
    op.create_index(
        "ix_media_open",
        "media",
        ["at"],
        unique=False,
        sqlite_where=sa.text("state IN (0, 3)"),
        postgresql_where=sa.text("state IN (0, 3)"),
    )
    op.create_index(op.f("ix_media_registration_id"), "media", ["registration_id"], unique=False)
