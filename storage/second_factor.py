"""
The second factor of staff: the seed of their codes, codes to recover by, browsers that need none.

The seed is sealed before it comes here. A code is used once: the step it belongs to is kept, and
only a later one is taken.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, or_, select, update

from storage.audit import Deed, note
from storage.engine import insert
from storage.schema import staff, staff_device, staff_recovery
from storage.sessions import Strength, end_all, open_session
from storage.staff import hash_of

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from storage.staff import Visitor

REMEMBERED = timedelta(days=30)


async def set_up(
    engine: AsyncEngine, person: int, seed: str, step: int, codes: Iterable[str], visitor: Visitor
) -> str:
    """
    Somebody has a second factor from now on, by a sealed seed whose code of `step` is used.

    The token of a new session; those opened without it are ended.
    """
    now = datetime.now(UTC)
    async with engine.begin() as connection:
        await end_all(connection, person)
        await connection.execute(
            update(staff).where(staff.c.id == person).values(seed=seed, step=step)
        )
        await _put_codes(connection, person, codes)
        await note(connection, Deed("second.set", person, address=visitor.address), now)
        return await open_session(connection, person, visitor, Strength.CODE, now)


async def new_codes(engine: AsyncEngine, person: int, codes: Iterable[str], address: str) -> None:
    """Other codes to recover by; the old ones are worth nothing."""
    async with engine.begin() as connection:
        await _put_codes(connection, person, codes)
        deed = Deed("recovery.renewed", person, address=address)
        await note(connection, deed, datetime.now(UTC))


async def take_step(engine: AsyncEngine, person: int, step: int) -> bool:
    """Use up the code of a step; False where it or a later one was used before."""
    async with engine.begin() as connection:
        taken = await connection.execute(
            update(staff)
            .where(staff.c.id == person, or_(staff.c.step.is_(None), staff.c.step < step))
            .values(step=step)
        )
    return bool(taken.rowcount)


async def recover(engine: AsyncEngine, person: int, code: str, address: str) -> bool:
    """Use up a code to recover by; False for none of theirs."""
    async with engine.begin() as connection:
        used = await connection.execute(
            delete(staff_recovery).where(
                staff_recovery.c.staff_id == person,
                staff_recovery.c.code_hash == _hash(person, code),
            )
        )
        if not used.rowcount:
            return False
        await note(connection, Deed("recovery.used", person, address=address), datetime.now(UTC))
    return True


async def codes_left(reader: AsyncEngine, person: int) -> int:
    """How many codes to recover by are not yet used."""
    async with reader.connect() as connection:
        wanted = select(func.count()).where(staff_recovery.c.staff_id == person)
        return await connection.scalar(wanted) or 0


async def take_away(connection: AsyncConnection, person: int) -> None:
    """Somebody has no second factor any more, nor any session."""
    await end_all(connection, person)
    await connection.execute(delete(staff_recovery).where(staff_recovery.c.staff_id == person))
    await connection.execute(update(staff).where(staff.c.id == person).values(seed="", step=None))


async def remember(engine: AsyncEngine, person: int, visitor: Visitor) -> str:
    """The token of a browser that is not asked for a code for a month."""
    now, token = datetime.now(UTC), secrets.token_urlsafe(32)
    async with engine.begin() as connection:
        await connection.execute(delete(staff_device).where(staff_device.c.expires_at < now))
        await connection.execute(
            insert(connection.dialect, staff_device).values(
                token_hash=hash_of(token),
                staff_id=person,
                created_at=now,
                expires_at=now + REMEMBERED,
            )
        )
        await note(connection, Deed("device.remembered", person, address=visitor.address), now)
    return token


async def remembers(reader: AsyncEngine, person: int, token: str) -> bool:
    """Whether this is a token of a browser of theirs."""
    async with reader.connect() as connection:
        found = await connection.scalar(
            select(staff_device.c.staff_id).where(
                staff_device.c.token_hash == hash_of(token),
                staff_device.c.staff_id == person,
                staff_device.c.expires_at > datetime.now(UTC),
            )
        )
    return found is not None


async def forget_devices(engine: AsyncEngine, person: int, address: str) -> None:
    """Every browser of theirs is asked for a code again."""
    async with engine.begin() as connection:
        await connection.execute(delete(staff_device).where(staff_device.c.staff_id == person))
        deed = Deed("devices.forgotten", person, address=address)
        await note(connection, deed, datetime.now(UTC))


async def devices(reader: AsyncEngine, person: int) -> list[datetime]:
    """Since when each browser of theirs is not asked."""
    async with reader.connect() as connection:
        found = await connection.scalars(
            select(staff_device.c.created_at)
            .where(
                staff_device.c.staff_id == person,
                staff_device.c.expires_at > datetime.now(UTC),
            )
            .order_by(staff_device.c.created_at.desc())
        )
        return list(found)


async def _put_codes(connection: AsyncConnection, person: int, codes: Iterable[str]) -> None:
    await connection.execute(delete(staff_recovery).where(staff_recovery.c.staff_id == person))
    await connection.execute(
        insert(connection.dialect, staff_recovery),
        [{"staff_id": person, "code_hash": _hash(person, code)} for code in codes],
    )


def _hash(person: int, code: str) -> str:
    return hash_of(f"{person} {code}")
