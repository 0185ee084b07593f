"""How far a notice's audience is written down."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


ANEW = (
    "DELETE FROM delivery WHERE notice_id IN (SELECT id FROM notice WHERE frozen_at IS NULL)",
    "DELETE FROM chunk WHERE notice_id IN (SELECT id FROM notice WHERE frozen_at IS NULL)",
    "UPDATE notice SET total = 0 WHERE frozen_at IS NULL",
)


def upgrade() -> None:
    """Add the column; an audience that is half written, to which nothing was sent, begins anew."""
    op.add_column(
        "notice", sa.Column("reached", sa.BigInteger(), server_default="0", nullable=False)
    )
    for statement in ANEW:
        op.execute(sa.text(statement))
