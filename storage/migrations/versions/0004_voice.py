"""The voice note that staff are asked to listen to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Give requests a place for it."""
    op.add_column("request", sa.Column("media", sa.Text(), server_default="", nullable=False))
