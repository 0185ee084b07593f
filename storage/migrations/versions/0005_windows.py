"""When people last turned to us, what sends cost, and what became of them at the other end."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.BigInteger()


def upgrade() -> None:
    """Add their columns and the table of what was spent."""
    op.add_column("conversation", sa.Column("interacted_at", INSTANT, nullable=True))
    # What was heard last is as much as is known of it.
    op.execute(sa.text("UPDATE conversation SET interacted_at = heard_at"))
    op.add_column("outbox", sa.Column("cost", sa.Text(), server_default="", nullable=False))
    op.add_column("outbox", sa.Column("price", sa.Integer(), server_default="0", nullable=False))
    op.add_column("outbox", sa.Column("delivered_at", INSTANT, nullable=True))
    op.add_column("outbox", sa.Column("seen_at", INSTANT, nullable=True))
    op.create_table(
        "spending",
        sa.Column("account", KEY, nullable=False),
        sa.Column("month", KEY, nullable=False),
        sa.Column("cost", KEY, nullable=False),
        sa.Column("messages", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account", "month", "cost", name=op.f("pk_spending")),
    )
