"""
Staff of the console: one-time links to log in by, and the sessions that they open.

Tokens are drawn here and only their SHA-256 is kept, so whoever reads the tables can log in as
nobody. A link is used up by the first confirmation, never by being looked at.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from storage.audit import Deed, note
from storage.engine import insert
from storage.schema import staff, staff_link, staff_session

if TYPE_CHECKING:
    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

LINK_LASTS = timedelta(minutes=30)
SESSION_LASTS = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=5)
"""How old the time of the last visit may be before it is written again."""

LOGIN = "/staff/login"


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


async def issue_link(
    engine: AsyncEngine, name: str, role: str, communes: Iterable[str], public_url: str
) -> str:
    """
    A link by which `name` can log in once, within half an hour; staff new to us are added.

    Whoever had another role or other communes before has them no longer, nor any session. Raises
    ValueError for an unknown role.
    """
    now = datetime.now(UTC)
    given = {"role": Role(role).value, "communes": ",".join(sorted(communes))}
    token = secrets.token_urlsafe(32)
    async with engine.begin() as connection:
        await connection.execute(
            insert(connection.dialect, staff)
            .values(name=name, created_at=now, **given)
            .on_conflict_do_nothing()
        )
        known = (await connection.execute(select(staff).where(staff.c.name == name))).one()
        if known.role != given["role"] or known.communes != given["communes"]:
            await end_all(connection, known.id)
        await connection.execute(
            update(staff).where(staff.c.id == known.id).values(disabled_at=None, **given)
        )
        await connection.execute(
            insert(connection.dialect, staff_link).values(
                token_hash=_hash(token),
                staff_id=known.id,
                created_at=now,
                expires_at=now + LINK_LASTS,
            )
        )
        await note(connection, Deed("link.made", known.id, detail=given["role"]), now)
    return f"{public_url.rstrip('/')}{LOGIN}/{token}"


async def whose_link(reader: AsyncEngine, token: str) -> str:
    """The name of whoever may still log in by this link, or an empty string."""
    async with reader.connect() as connection:
        found = await connection.scalar(
            select(staff.c.name)
            .join(staff_link, staff_link.c.staff_id == staff.c.id)
            .where(staff_link.c.token_hash == _hash(token), _usable(datetime.now(UTC)))
        )
    return found or ""


async def log_in(engine: AsyncEngine, token: str, visitor: Visitor) -> str:
    """Use up the link: the token of a new session, or an empty string if it opens nothing."""
    now = datetime.now(UTC)
    opened = secrets.token_urlsafe(32)
    async with engine.begin() as connection:
        used = await connection.execute(
            update(staff_link)
            .where(staff_link.c.token_hash == _hash(token), _usable(now))
            .where(
                staff_link.c.staff_id.in_(select(staff.c.id).where(staff.c.disabled_at.is_(None)))
            )
            .values(used_at=now)
            .returning(staff_link.c.staff_id)
        )
        person = used.scalar()
        if person is None:
            await note(connection, Deed("login.refused", None, address=visitor.address), now)
            return ""
        await connection.execute(
            insert(connection.dialect, staff_session).values(
                token_hash=_hash(opened),
                staff_id=person,
                created_at=now,
                seen_at=now,
                expires_at=now + SESSION_LASTS,
                address=visitor.address,
                browser=visitor.browser[:200],
            )
        )
        await note(connection, Deed("login", person, address=visitor.address), now)
    return opened


async def who_is_it(engine: AsyncEngine, reader: AsyncEngine, token: str) -> Colleague | None:
    """Whose session this is, if it is one and has not ended."""
    now = datetime.now(UTC)
    async with reader.connect() as connection:
        row = (
            await connection.execute(
                select(staff.c.id, staff.c.name, staff.c.role, staff.c.communes, _seen)
                .join(staff_session, staff_session.c.staff_id == staff.c.id)
                .where(
                    staff_session.c.token_hash == _hash(token),
                    staff_session.c.expires_at > now,
                    staff.c.disabled_at.is_(None),
                )
            )
        ).one_or_none()
    if row is None:
        return None
    if now - row.seen_at > SEEN_EVERY:
        async with engine.begin() as connection:
            await connection.execute(
                update(staff_session)
                .where(staff_session.c.token_hash == _hash(token))
                .values(seen_at=now)
            )
    return _colleague(row)


async def log_out(engine: AsyncEngine, token: str, address: str) -> None:
    """End the session."""
    async with engine.begin() as connection:
        ended = await connection.execute(
            delete(staff_session)
            .where(staff_session.c.token_hash == _hash(token))
            .returning(staff_session.c.staff_id)
        )
        person = ended.scalar()
        if person is not None:
            await note(connection, Deed("logout", person, address=address), datetime.now(UTC))


async def end_all(connection: AsyncConnection, person: int) -> None:
    """End every session of somebody, and every link not yet used."""
    await connection.execute(delete(staff_session).where(staff_session.c.staff_id == person))
    await connection.execute(
        delete(staff_link).where(staff_link.c.staff_id == person, staff_link.c.used_at.is_(None))
    )


async def tell_audit(engine: AsyncEngine, deed: Deed) -> None:
    """Note a deed that changes nothing else."""
    async with engine.begin() as connection:
        await note(connection, deed, datetime.now(UTC))


_seen = staff_session.c.seen_at


def _usable(now: datetime) -> Any:
    return (staff_link.c.used_at.is_(None)) & (staff_link.c.expires_at > now)


def _colleague(row: Row[*tuple[Any, ...]]) -> Colleague:
    role = Role(row.role)
    own = frozenset(filter(None, row.communes.split(",")))
    return Colleague(row.id, row.name, role, own if role is Role.OFFICER else None)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
