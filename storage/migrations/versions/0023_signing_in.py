"""Passwords, second factors, and the browsers that need none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.BigInteger()


def upgrade() -> None:
    """Add what staff log in by."""
    op.add_column("staff", sa.Column("password", sa.Text(), server_default="", nullable=False))
    op.add_column("staff", sa.Column("seed", sa.Text(), server_default="", nullable=False))
    op.add_column("staff", sa.Column("step", BIG, nullable=True))
    op.add_column(
        "staff_session", sa.Column("strength", sa.Text(), server_default="link", nullable=False)
    )
    op.add_column("staff_session", sa.Column("confirmed_at", INSTANT, nullable=True))
    op.create_table(
        "staff_recovery",
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("code_hash", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staff_recovery_staff_id")
        ),
        sa.PrimaryKeyConstraint("staff_id", "code_hash", name=op.f("pk_staff_recovery")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "staff_device",
        sa.Column("token_hash", KEY, nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_device_staff_id")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_staff_device")),
    )
    op.create_index("ix_staff_device_staff_id", "staff_device", ["staff_id"])
    op.create_table(
        "staff_failure",
        sa.Column("id", BIG, nullable=False),
        sa.Column("account", KEY, nullable=False),
        sa.Column("address", KEY, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_failure")),
    )
    op.create_index("ix_staff_failure_at", "staff_failure", ["at"])
