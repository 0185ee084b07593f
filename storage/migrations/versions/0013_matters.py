"""What needs one of the staff, who answers, and how long people waited."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.BigInteger()
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables; whoever waits for staff by now is the first in them."""
    op.create_table(
        "matter",
        sa.Column("contact_id", BIG, autoincrement=False, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("waiting_since", INSTANT, nullable=True),
        sa.Column("staff_id", BIG, nullable=True),
        sa.Column("until", INSTANT, nullable=True),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name="fk_matter_contact_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_matter_staff_id"),
        sa.PrimaryKeyConstraint("contact_id", name="pk_matter"),
    )
    op.create_index("ix_matter_changed_at", "matter", ["changed_at"])
    set_ = sa.text("until IS NOT NULL")
    op.create_index(
        "ix_matter_until", "matter", ["until"], sqlite_where=set_, postgresql_where=set_
    )
    op.create_table(
        "waited",
        sa.Column("id", BIG, nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("answered_at", INSTANT, nullable=False),
        sa.Column("staff_id", BIG, nullable=True),
        sa.Column("account", KEY, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_waited_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_waited"),
    )
    op.create_index("ix_waited_asked_at", "waited", ["asked_at"])
    op.add_column("message", sa.Column("staff_id", BIG, nullable=True))
    op.execute(
        "INSERT INTO matter (contact_id, why, since, waiting_since, changed_at) "
        "SELECT contact_id, min(wish), min(at), min(at), max(at) "
        "FROM request WHERE done_at IS NULL GROUP BY contact_id"
    )
