"""Short accounts for staff of what waits for them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.BigInteger()
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "digest",
        sa.Column("staff_id", BIG, autoincrement=False, nullable=False),
        sa.Column("morning", sa.Boolean(), nullable=False),
        sa.Column("midday", sa.Boolean(), nullable=False),
        sa.Column("email", sa.Text(), server_default="", nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("code_hash", sa.Text(), server_default="", nullable=False),
        sa.Column("code_until", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_digest_staff_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name="fk_digest_contact_id"),
        sa.PrimaryKeyConstraint("staff_id", name="pk_digest"),
    )
    op.create_index("ix_digest_contact_id", "digest", ["contact_id"])
    op.create_table(
        "digest_told",
        sa.Column("staff_id", BIG, autoincrement=False, nullable=False),
        sa.Column("day", KEY, nullable=False),
        sa.Column("part", KEY, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_digest_told_staff_id"),
        sa.PrimaryKeyConstraint("staff_id", "day", "part", name="pk_digest_told"),
    )
