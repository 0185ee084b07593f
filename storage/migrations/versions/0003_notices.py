"""Notices and their ledger."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.BigInteger()


def upgrade() -> None:
    """Make their three tables."""
    op.create_table(
        "notice",
        sa.Column("id", BIG, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("topic", KEY, nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.Column("buttons", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("send_at", INSTANT, nullable=True),
        sa.Column("frozen_at", INSTANT, nullable=True),
        sa.Column("finished_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    op.create_index("ix_notice_status", "notice", ["status", "send_at"])
    op.create_table(
        "chunk",
        sa.Column("notice_id", BIG, nullable=False),
        sa.Column("first", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("account", KEY, nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.Column("not_before", INSTANT, nullable=True),
        sa.Column("done", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notice.id"], name=op.f("fk_chunk_notice_id_notice")
        ),
        sa.PrimaryKeyConstraint("notice_id", "first", name=op.f("pk_chunk")),
    )
    op.create_index("ix_chunk_account_done", "chunk", ["account", "done"])
    op.create_table(
        "delivery",
        sa.Column("notice_id", BIG, autoincrement=False, nullable=False),
        sa.Column("n", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("contact_id", BIG, nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("tries", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("not_before", INSTANT, nullable=True),
        sa.Column("at", INSTANT, nullable=True),
        sa.Column("message_id", sa.Text(), server_default="", nullable=False),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("notice_id", "n", name=op.f("pk_delivery")),
        sqlite_with_rowid=False,
        postgresql_with={"fillfactor": 70},
    )
