"""By which link people came."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Add the tag of the link that a person first came by."""
    op.add_column("contact", sa.Column("source", sa.Text(), server_default="", nullable=False))
