"""Targets of the communes, and reports that were issued."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add both tables, empty."""
    op.create_table(
        "target",
        sa.Column("year", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("commune", KEY, nullable=False),
        sa.Column("goal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", "commune", name="pk_target"),
    )
    op.create_table(
        "report",
        sa.Column("id", BIG, nullable=False),
        sa.Column("span", KEY, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("closing", sa.SmallInteger(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_report_staff_id_staff"),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
    )
