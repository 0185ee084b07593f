"""Lists that staff hand in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table of the lists and that of their rows."""
    op.create_table(
        "handed_in",
        sa.Column("id", BIG, nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("mapping", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_handed_in_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handed_in")),
    )
    op.create_index("ix_handed_in_staff_id", "handed_in", ["staff_id"])
    op.create_table(
        "handed_row",
        sa.Column("handed_id", BIG, autoincrement=False, nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.Column("registration_id", BIG, nullable=True),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["handed_id"],
            ["handed_in.id"],
            name=op.f("fk_handed_row_handed_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("handed_id", "n", name=op.f("pk_handed_row")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_handed_row_registration_id", "handed_row", ["registration_id"])
