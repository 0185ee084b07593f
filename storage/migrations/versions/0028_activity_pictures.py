"""The picture that an activity is announced with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Make the column."""
    picture = sa.Column("picture", sa.Text(), server_default="", nullable=False)
    op.add_column("activity", picture)
