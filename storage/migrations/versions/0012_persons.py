"""Which contacts are the same person's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
HAS_ONE = sa.text("phone != ''")


def upgrade() -> None:
    """Add the number that a channel vouched for."""
    op.add_column("contact", sa.Column("phone", KEY, server_default="", nullable=False))
    op.create_index(
        "ix_contact_phone",
        "contact",
        ["phone"],
        sqlite_where=HAS_ONE,
        postgresql_where=HAS_ONE,
    )
