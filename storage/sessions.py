"""
The sessions of staff: opened, recognised by a token, ended.

Only the SHA-256 of a token is kept. A session that a password opened ends after half an hour in
which nothing was done; every session ends after twelve.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import delete, or_, select, update

from storage.audit import Deed, note
from storage.engine import insert
from storage.schema import audit, staff, staff_device, staff_link, staff_session
from storage.staff import Colleague, colleague_of, hash_of

if TYPE_CHECKING:
    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from storage.staff import Visitor

SESSION_LASTS = timedelta(hours=12)
IDLE_LASTS = timedelta(minutes=30)
SEEN_EVERY = timedelta(minutes=1)
"""How old the time of the last visit may be before it is written again."""

LOGIN = "login"
"""What the audit calls a session that begins."""

NAMED_BY = 16
"""So much of its hash names a session where it is listed."""


class Strength(StrEnum):
    """By what a session was opened: a link, a password, or a password and a second factor."""

    LINK = "link"
    PASSWORD = "password"  # noqa: S105 (a kind, no password)
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Session:
    """
    Whose session it is, and what it was opened by.

    `confirmed_at` is when the password was typed last, None without one; `has_password` and
    `has_second` tell what there is to ask for.
    """

    colleague: Colleague
    strength: Strength
    confirmed_at: datetime | None
    has_password: bool
    has_second: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A session as its owner sees it listed; `name` is what it is ended by."""

    name: str
    here: bool
    created_at: datetime
    seen_at: datetime
    address: str
    browser: str


class Entrance(NamedTuple):
    """When a session began, and from which address."""

    at: datetime
    address: str


async def open_session(
    connection: AsyncConnection, person: int, visitor: Visitor, strength: Strength, now: datetime
) -> str:
    """The token of a new session."""
    token = secrets.token_urlsafe(32)
    await connection.execute(
        insert(connection.dialect, staff_session).values(
            token_hash=hash_of(token),
            staff_id=person,
            created_at=now,
            seen_at=now,
            expires_at=now + SESSION_LASTS,
            address=visitor.address,
            browser=visitor.browser[:200],
            strength=strength.value,
            confirmed_at=None if strength is Strength.LINK else now,
        )
    )
    await note(connection, Deed(LOGIN, person, "", strength.value, visitor.address), now)
    return token


async def who_is_it(engine: AsyncEngine, reader: AsyncEngine, token: str) -> Session | None:
    """Whose session this is, if it is one and has not ended; they were here just now."""
    now = datetime.now(UTC)
    row = await _found(reader, token, now)
    if row is None:
        return None
    if now - row.seen_at > SEEN_EVERY:
        await _touch(engine, token, seen_at=now)
    return Session(
        colleague_of(row),
        Strength(row.strength),
        row.confirmed_at,
        has_password=bool(row.password),
        has_second=bool(row.seed),
    )


async def is_open(reader: AsyncEngine, token: str) -> bool:
    """Whether a session has not ended; asking is no sign that anybody is here."""
    return await _found(reader, token, datetime.now(UTC)) is not None


async def _found(reader: AsyncEngine, token: str, now: datetime) -> Row[*tuple[Any, ...]] | None:
    async with reader.connect() as connection:
        rows = await connection.execute(
            select(staff, *_OF_SESSION)
            .join(staff_session, staff_session.c.staff_id == staff.c.id)
            .where(
                staff_session.c.token_hash == hash_of(token),
                staff_session.c.expires_at > now,
                or_(
                    staff_session.c.seen_at > now - IDLE_LASTS,
                    staff_session.c.strength == Strength.LINK.value,
                ),
                staff.c.disabled_at.is_(None),
            )
        )
        return rows.one_or_none()


async def confirm(engine: AsyncEngine, token: str) -> None:
    """The password was typed again."""
    await _touch(engine, token, confirmed_at=datetime.now(UTC))


async def listed(reader: AsyncEngine, person: int, token: str) -> list[Listed]:
    """Somebody's open sessions, the last used first; `token` is that of the one who asks."""
    now = datetime.now(UTC)
    async with reader.connect() as connection:
        rows = await connection.execute(
            select(staff_session)
            .where(staff_session.c.staff_id == person, staff_session.c.expires_at > now)
            .order_by(staff_session.c.seen_at.desc())
        )
        return [
            Listed(
                row.token_hash[:NAMED_BY],
                row.token_hash == hash_of(token),
                row.created_at,
                row.seen_at,
                row.address,
                row.browser,
            )
            for row in rows
        ]


async def entered_before(reader: AsyncEngine, person: int, at: datetime) -> Entrance | None:
    """When somebody logged in last before this time; None where they never did."""
    wanted = (
        select(audit.c.at, audit.c.address)
        .where(audit.c.staff_id == person, audit.c.action == LOGIN, audit.c.at < at)
        .order_by(audit.c.id.desc())
        .limit(1)
    )
    async with reader.connect() as connection:
        row = (await connection.execute(wanted)).first()
    return None if row is None else Entrance(*row)


async def end_one(engine: AsyncEngine, person: int, name: str, address: str) -> bool:
    """End the session of somebody that was listed under this name; False where there is none."""
    async with engine.begin() as connection:
        ended = await connection.execute(
            delete(staff_session).where(
                staff_session.c.staff_id == person,
                staff_session.c.token_hash.startswith(name, autoescape=True),
            )
        )
        if not ended.rowcount:
            return False
        await note(connection, Deed("session.ended", person, address=address), datetime.now(UTC))
    return True


async def log_out(engine: AsyncEngine, token: str, address: str) -> None:
    """End the session."""
    async with engine.begin() as connection:
        ended = await connection.execute(
            delete(staff_session)
            .where(staff_session.c.token_hash == hash_of(token))
            .returning(staff_session.c.staff_id)
        )
        person = ended.scalar()
        if person is not None:
            await note(connection, Deed("logout", person, address=address), datetime.now(UTC))


async def end_all(connection: AsyncConnection, person: int) -> None:
    """End every session of somebody, every link not yet used, and forget their browsers."""
    await connection.execute(delete(staff_session).where(staff_session.c.staff_id == person))
    await connection.execute(delete(staff_device).where(staff_device.c.staff_id == person))
    await connection.execute(
        delete(staff_link).where(staff_link.c.staff_id == person, staff_link.c.used_at.is_(None))
    )


async def _touch(engine: AsyncEngine, token: str, **values: datetime) -> None:
    async with engine.begin() as connection:
        await connection.execute(
            update(staff_session)
            .where(staff_session.c.token_hash == hash_of(token))
            .values(**values)
        )


_OF_SESSION = (
    staff_session.c.seen_at,
    staff_session.c.strength,
    staff_session.c.confirmed_at,
)
