"""Who of staff wants to be told each day what waits for them, where, and who was told already."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select, update

from storage.engine import insert
from storage.schema import contact, digest, digest_told, staff
from storage.staff import Role

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

CODE_LASTS = timedelta(minutes=30)


class Part(StrEnum):
    """The part of a day at whose beginning staff are told."""

    MORNING = "morning"
    MIDDAY = "midday"


@dataclass(frozen=True, slots=True)
class Wish:
    """What one of staff wants: when, at which address, and whether a chat is theirs."""

    morning: bool = False
    midday: bool = False
    email: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """One of staff to be told; `communes` are all that they see, None is all there are."""

    staff: int
    name: str
    communes: frozenset[str] | None
    email: str
    account: str
    address: str


async def read_wish(reader: AsyncEngine, me: int) -> Wish:
    """What somebody wants; nothing, until they say so."""
    wanted = (
        select(digest.c.morning, digest.c.midday, digest.c.email, contact.c.account)
        .outerjoin(contact, contact.c.id == digest.c.contact_id)
        .where(digest.c.staff_id == me)
    )
    async with reader.connect() as connection:
        row = (await connection.execute(wanted)).one_or_none()
    return Wish(row.morning, row.midday, row.email, row.account or "") if row else Wish()


async def keep_wish(connection: AsyncConnection, me: int, wish: Wish) -> None:
    """Keep when and at which address somebody wants to be told; their chat stays theirs."""
    values = {"morning": wish.morning, "midday": wish.midday, "email": wish.email}
    new = insert(connection.dialect, digest).values(staff_id=me, **values)
    await connection.execute(new.on_conflict_do_update(index_elements=["staff_id"], set_=values))


async def new_code(connection: AsyncConnection, me: int, at: datetime) -> str:
    """A code that makes the chat in which it is said theirs; the one before is worth nothing."""
    code = f"{secrets.randbelow(10**8):08}"
    values = {"code_hash": _hash(code), "code_until": at + CODE_LASTS}
    new = insert(connection.dialect, digest).values(
        staff_id=me, morning=True, midday=True, **values
    )
    await connection.execute(new.on_conflict_do_update(index_elements=["staff_id"], set_=values))
    return code


async def forget_chat(connection: AsyncConnection, me: int) -> None:
    """No chat is theirs any more."""
    await connection.execute(
        update(digest).where(digest.c.staff_id == me).values(contact_id=None, code_hash="")
    )


def link_chat(connection: Connection, code: str, person: int, at: datetime) -> str:
    """The name of whose chat this is from now on; empty for a code that is none."""
    linked = connection.execute(
        update(digest)
        .where(digest.c.code_hash == _hash(code), digest.c.code_until >= at)
        .values(contact_id=person, code_hash="", code_until=None)
        .returning(digest.c.staff_id)
    ).scalar()
    if linked is None:
        return ""
    name: str = connection.execute(select(staff.c.name).where(staff.c.id == linked)).scalar_one()
    return name


async def untold(reader: AsyncEngine, part: Part, day: str) -> Sequence[Reader]:
    """Who wants to be told at this part of a day and was not yet."""
    told = select(digest_told.c.staff_id).where(
        digest_told.c.day == day, digest_told.c.part == part.value
    )
    wanted = (
        select(
            staff.c.id,
            staff.c.name,
            staff.c.role,
            staff.c.communes,
            digest.c.email,
            contact.c.account,
            contact.c.address,
        )
        .join(digest, digest.c.staff_id == staff.c.id)
        .outerjoin(contact, contact.c.id == digest.c.contact_id)
        .where(
            digest.c[part.value].is_(True),
            staff.c.disabled_at.is_(None),
            or_(digest.c.email != "", digest.c.contact_id.is_not(None)),
            staff.c.id.not_in(told),
        )
        .order_by(staff.c.id)
    )
    async with reader.connect() as connection:
        rows = (await connection.execute(wanted)).all()
    return [
        Reader(
            row.id,
            row.name,
            frozenset(filter(None, row.communes.split(","))) if row.role == Role.OFFICER else None,
            row.email,
            row.account or "",
            row.address or "",
        )
        for row in rows
    ]


async def claim(engine: AsyncEngine, one: Reader, part: Part, day: str, at: datetime) -> bool:
    """Whether it is this process that tells somebody, at this part of this day."""
    new = insert(engine.dialect, digest_told).values(
        staff_id=one.staff, day=day, part=part.value, at=at
    )
    async with engine.begin() as connection:
        done = await connection.execute(new.on_conflict_do_nothing())
    return bool(done.rowcount)


async def give_back(engine: AsyncEngine, one: Reader, part: Part, day: str) -> None:
    """They could not be told, and somebody may try again."""
    mine = (
        digest_told.c.staff_id == one.staff,
        digest_told.c.day == day,
        digest_told.c.part == part.value,
    )
    async with engine.begin() as connection:
        await connection.execute(delete(digest_told).where(*mine))


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
