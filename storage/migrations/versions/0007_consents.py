"""How each producer consented, and to which registration."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NAMED = sa.text("registration_id IS NOT NULL")


def upgrade() -> None:
    """Add the columns; until now everybody agreed in their own talk as they opened theirs."""
    op.add_column("consent", sa.Column("how", sa.Text(), server_default="", nullable=False))
    op.add_column("consent", sa.Column("registration_id", BIG, nullable=True))
    op.create_index(
        "ix_consent_registration_id",
        "consent",
        ["registration_id"],
        sqlite_where=NAMED,
        postgresql_where=NAMED,
    )
    op.add_column("registration", sa.Column("agreed", KEY, server_default="self", nullable=False))
    op.add_column("request", sa.Column("registration_id", BIG, nullable=True))
    op.add_column("request", sa.Column("outcome", sa.Text(), server_default="", nullable=False))
    op.execute(sa.text("UPDATE consent SET how = 'self'"))
    op.execute(
        sa.text(
            "UPDATE consent SET registration_id = (SELECT registration.id FROM registration"
            " WHERE registration.contact_id = consent.contact_id"
            " AND registration.opened_at <= consent.at"
            " ORDER BY registration.opened_at DESC, registration.id DESC LIMIT 1)"
            " WHERE topic = 'dossier' AND given"
        )
    )
