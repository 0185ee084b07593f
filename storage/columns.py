"""
What the tables are made of: names of constraints, kinds of column, and the small numbers in them.
"""

from __future__ import annotations

from enum import IntEnum

from sqlalchemy import BigInteger, Column, Integer, MetaData, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Big = BigInteger().with_variant(Integer(), "sqlite")
"""A 64-bit integer that SQLite numbers by itself when it is a primary key."""

Key = Text().with_variant(Text(collation="C"), "postgresql")
"""A text that names something: compared byte by byte, not by a language's rules."""

OFFICE = "office:main"
"""The account of those whom staff signed up, who have no chat: nothing is ever sent there."""

LEFT = "left"
"""Why somebody cannot be reached who went away, as against one whom a send did not reach."""


class Sending(IntEnum):
    """What became of a row of the outbox; `ANSWERED` travelled in a webhook's answer."""

    PENDING = 0
    IN_FLIGHT = 1
    SENT = 2
    FAILED = 3
    SKIPPED = 4
    UNKNOWN = 5
    ANSWERED = 6


class Announcing(IntEnum):
    """
    How far a notice has come: one that is `READY` was looked at and may go out; while `PREPARING`,
    its audience is being written down.
    """

    DRAFT = 0
    SCHEDULED = 1
    PREPARING = 2
    SENDING = 3
    PAUSED = 4
    DONE = 5
    CANCELLED = 6
    READY = 7


class Keeping(IntEnum):
    """What became of a photo or paper; the file of a `DROPPED` one is still to be removed."""

    WANTED = 0
    KEPT = 1
    REFUSED = 2
    DROPPED = 3


AUDIO = "audio/*"
"""What a file is said to be that is to be a voice note; once it is here, what it is."""


class Granting(IntEnum):
    """How the tokens of a Zalo Official Account stand; with no refresh token there is no grant."""

    VALID = 0
    REFRESHING = 1
    AMBIGUOUS = 2
    DEAD = 3


def empty_text(name: str) -> Column[str]:
    """A text that is never NULL; empty means there is none."""
    return Column(name, Text, nullable=False, server_default="")
