"""What became of notices at the other end."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

INSTANT = sa.BigInteger()


def upgrade() -> None:
    """Add when a notice arrived and was seen, and which row of a ledger a line of a talk is."""
    op.add_column("delivery", sa.Column("delivered_at", INSTANT, nullable=True))
    op.add_column("delivery", sa.Column("seen_at", INSTANT, nullable=True))
    op.add_column("message", sa.Column("notice_id", sa.BigInteger(), nullable=True))
    op.add_column("message", sa.Column("notice_row", sa.BigInteger(), nullable=True))
