"""Lists that are handed in of several kinds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    """Make the column."""
    kind = sa.Column("kind", sa.Text(), server_default="", nullable=False)
    op.add_column("handed_in", kind)
