"""What people ask about their own data, and breaches."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.BigInteger()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def upgrade() -> None:
    """Add their tables."""
    op.create_table(
        "petition",
        sa.Column("id", BIG, nullable=False),
        sa.Column("asked", KEY, nullable=False),
        sa.Column("way", KEY, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("registration_id", BIG, nullable=True),
        _text("name"),
        _text("words"),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("reply_due", INSTANT, nullable=False),
        sa.Column("due", INSTANT, nullable=False),
        sa.Column("replied_at", INSTANT, nullable=True),
        sa.Column("longer_at", INSTANT, nullable=True),
        _text("longer_why"),
        sa.Column("done_at", INSTANT, nullable=True),
        _text("outcome"),
        _text("answer"),
        sa.Column("staff_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_petition_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_petition_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petition")),
    )
    op.create_index(op.f("ix_petition_contact_id"), "petition", ["contact_id"])
    op.create_index("ix_petition_done_at", "petition", ["done_at", "due"])
    op.create_table(
        "breach",
        sa.Column("id", BIG, nullable=False),
        sa.Column("found_at", INSTANT, nullable=False),
        sa.Column("due", INSTANT, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        _text("affected"),
        sa.Column("people", sa.BigInteger(), nullable=True),
        _text("measures"),
        sa.Column("reported_at", INSTANT, nullable=True),
        sa.Column("told_at", INSTANT, nullable=True),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("staff_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_breach_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_breach")),
    )
