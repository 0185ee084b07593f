"""The tokens of Zalo's Official Accounts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.BigInteger()


def upgrade() -> None:
    """Make their two tables."""
    op.create_table(
        "zalo_oa",
        sa.Column("account", KEY, nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("access_token", sa.Text(), server_default="", nullable=False),
        sa.Column("refresh_token", sa.Text(), server_default="", nullable=False),
        sa.Column("previous_refresh_token", sa.Text(), server_default="", nullable=False),
        sa.Column("refresh_obtained_at", INSTANT, nullable=False),
        sa.Column("access_expires_at", INSTANT, nullable=False),
        sa.Column("refresh_expires_at", INSTANT, nullable=False),
        sa.Column("held_until", INSTANT, nullable=True),
        sa.Column("lost", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("doubted", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("last_error", sa.Text(), server_default="", nullable=False),
        sa.Column("pasted", sa.Text(), server_default="", nullable=False),
        sa.Column("endpoint", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_zalo_oa")),
    )
    op.create_table(
        "zalo_attempt",
        sa.Column("state_hash", KEY, nullable=False),
        sa.Column("account", KEY, nullable=False),
        sa.Column("verifier", sa.Text(), server_default="", nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("state_hash", name=op.f("pk_zalo_attempt")),
    )
