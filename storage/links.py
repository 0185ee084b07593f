"""
One-time links that invite staff: to choose a password, or to log in on the server's own machine.

A link is used up by the form it leads to, never by being looked at.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from storage.audit import Deed, note
from storage.engine import insert
from storage.schema import staff, staff_link
from storage.sessions import Strength, end_all, open_session
from storage.staff import Role, colleague_of, hash_of

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from storage.staff import Colleague, Visitor

LINK_LASTS = timedelta(minutes=30)
LOGIN = "/staff/login"


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
        token = await new_link(connection, known.id, now)
        await note(connection, Deed("link.made", known.id, detail=given["role"]), now)
    return address_of(token, public_url)


async def new_link(connection: AsyncConnection, person: int, now: datetime) -> str:
    """The token of a new link for somebody."""
    token = secrets.token_urlsafe(32)
    await connection.execute(
        insert(connection.dialect, staff_link).values(
            token_hash=hash_of(token),
            staff_id=person,
            created_at=now,
            expires_at=now + LINK_LASTS,
        )
    )
    return token


def address_of(token: str, public_url: str) -> str:
    """Where a link leads."""
    return f"{public_url.rstrip('/')}{LOGIN}/{token}"


async def whose_link(reader: AsyncEngine, token: str) -> Colleague | None:
    """Whoever may still log in by this link."""
    async with reader.connect() as connection:
        row = (
            await connection.execute(
                select(staff.c.id, staff.c.name, staff.c.role, staff.c.communes)
                .join(staff_link, staff_link.c.staff_id == staff.c.id)
                .where(
                    staff_link.c.token_hash == hash_of(token),
                    staff.c.disabled_at.is_(None),
                    _usable(datetime.now(UTC)),
                )
            )
        ).one_or_none()
    return None if row is None else colleague_of(row)


async def log_in(engine: AsyncEngine, token: str, visitor: Visitor, password: str = "") -> str:
    """
    Use up the link: the token of a new session, or an empty string if it opens nothing.

    With the hash of a `password`, that is theirs from now on, and what they had open is closed.
    """
    now = datetime.now(UTC)
    async with engine.begin() as connection:
        used = await connection.execute(
            update(staff_link)
            .where(staff_link.c.token_hash == hash_of(token), _usable(now))
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
        if password:
            await end_all(connection, person)
            await connection.execute(
                update(staff).where(staff.c.id == person).values(password=password)
            )
            await note(connection, Deed("password.set", person, address=visitor.address), now)
        strength = Strength.PASSWORD if password else Strength.LINK
        return await open_session(connection, person, visitor, strength, now)


def _usable(now: datetime) -> Any:
    return (staff_link.c.used_at.is_(None)) & (staff_link.c.expires_at > now)
