"""Who was told by phone, and which notices staff have tried out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

INSTANT = sa.BigInteger()


def upgrade() -> None:
    """Add when somebody was called, and when a notice was tested."""
    op.add_column("delivery", sa.Column("called_at", INSTANT, nullable=True))
    op.add_column("notice", sa.Column("tested_at", INSTANT, nullable=True))
