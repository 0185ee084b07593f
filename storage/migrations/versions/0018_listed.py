"""What registrations are found and sorted by, whose work each is, and lists that staff save."""

from __future__ import annotations

from collections import defaultdict

import sqlalchemy as sa
from alembic import op

from storage.listed import LISTING, row_of

revision = "0018"
down_revision = "0017"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEPT = ("commune", "groups", "phone", "maker", "search", "title_order", "name_order")
PAGE = 1000


def upgrade() -> None:
    """Make the tables, and a row of `listed` for every registration."""
    op.create_table(
        "saved_view",
        sa.Column("id", BIG, nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("first", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_saved_view_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
    )
    op.create_index("ix_saved_view_staff_id", "saved_view", ["staff_id"])
    op.add_column("registration", sa.Column("assigned_to", BIG, nullable=True))
    listed = op.create_table(
        "listed",
        sa.Column("registration_id", BIG, autoincrement=False, nullable=False),
        *(sa.Column(name, KEY, nullable=False) for name in KEPT),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
            name=op.f("fk_listed_registration_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("registration_id", name=op.f("pk_listed")),
    )
    op.create_index("ix_listed_commune", "listed", ["commune"])
    op.create_index("ix_listed_phone", "listed", ["phone"])
    op.create_index("ix_listed_maker", "listed", ["maker", "commune"])
    after: int | None = -1
    while after is not None:
        after = _fill(op.get_bind(), listed, after)
    op.drop_column("registration", "search")


def _fill(bind: sa.Connection, listed: sa.Table, after: int) -> int | None:
    """The rows of a page of registrations; gives the last of them."""
    heads = bind.execute(
        sa.text(
            "SELECT id, code, title, agreed FROM registration WHERE id > :after"
            " ORDER BY id LIMIT :page"
        ),
        {"after": after, "page": PAGE},
    ).all()
    if not heads:
        return None
    said = bind.execute(
        sa.text(
            "SELECT registration_id, product, question, value FROM answer"
            " WHERE registration_id BETWEEN :first AND :last AND question IN :questions"
        ).bindparams(sa.bindparam("questions", sorted(LISTING), expanding=True)),
        {"first": heads[0].id, "last": heads[-1].id},
    )
    answers: defaultdict[int, dict[tuple[int, str], str]] = defaultdict(dict)
    for number, product, question, value in said:
        answers[number][product, question] = value
    names = ("registration_id", *KEPT)
    rows = [row_of(one.id, one.code, one.title, one.agreed, answers[one.id]) for one in heads]
    bind.execute(sa.insert(listed), [dict(zip(names, row, strict=True)) for row in rows])
    return int(heads[-1].id)
