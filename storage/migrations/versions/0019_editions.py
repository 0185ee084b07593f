"""Editions of the book that staff published, and sentences that they are changing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.BigInteger()


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "edition",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("back_to", sa.Integer(), nullable=True),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_edition_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
    )
    op.create_table(
        "rewording",
        sa.Column("language", KEY, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_rewording_staff_id")),
        sa.PrimaryKeyConstraint("language", "key", name=op.f("pk_rewording")),
    )
