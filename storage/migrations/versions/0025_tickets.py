"""Activities that are changed, and tickets with a name that cannot be guessed."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.BigInteger()
HAS_ONE = sa.text("token != ''")


def upgrade() -> None:
    """Add how often an activity was changed, and give each seat a ticket."""
    op.add_column(
        "activity", sa.Column("revision", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column("activity", sa.Column("changed_at", INSTANT, nullable=True))
    op.add_column("seat", sa.Column("token", KEY, server_default="", nullable=False))
    seat = sa.table("seat", sa.column("id", sa.BigInteger()), sa.column("token", KEY))
    connection = op.get_bind()
    for number in list(connection.scalars(sa.select(seat.c.id))):
        connection.execute(
            sa.update(seat).where(seat.c.id == number).values(token=secrets.token_urlsafe(18))
        )
    op.create_index(
        "ix_seat_token",
        "seat",
        ["token"],
        unique=True,
        sqlite_where=HAS_ONE,
        postgresql_where=HAS_ONE,
    )
