"""Pictures and papers that messages of ours carry."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add a notice's picture, and what services call the files that they were given."""
    op.add_column("notice", sa.Column("picture", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "upload",
        sa.Column("account", KEY, nullable=False),
        sa.Column("media", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("account", "media", name=op.f("pk_upload")),
    )
