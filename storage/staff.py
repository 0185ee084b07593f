"""Staff of the console: who they are, what they may do, and the word they leave in the audit."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from storage.audit import Deed, note

if TYPE_CHECKING:
    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncEngine


class Role(StrEnum):
    """What somebody may do in the console; an officer sees own communes only."""

    ADMIN = "admin"
    EDITOR = "editor"
    OFFICER = "officer"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True)
class Colleague:
    """One user of the console; `communes` are all that an officer sees, None is all there are."""

    id: int
    name: str
    role: Role
    communes: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Visitor:
    """Where a request comes from, for the list of sessions and the audit."""

    address: str
    browser: str


async def tell_audit(engine: AsyncEngine, *deeds: Deed) -> None:
    """Note deeds that change nothing else."""
    async with engine.begin() as connection:
        for deed in deeds:
            await note(connection, deed, datetime.now(UTC))


def colleague_of(row: Row[*tuple[Any, ...]]) -> Colleague:
    """The colleague in a row that has `id`, `name`, `role` and `communes` of the table."""
    role = Role(row.role)
    own = frozenset(filter(None, row.communes.split(",")))
    return Colleague(row.id, row.name, role, own if role is Role.OFFICER else None)


def hash_of(token: str) -> str:
    """What is kept of a token: whoever reads the tables can log in as nobody."""
    return hashlib.sha256(token.encode()).hexdigest()
