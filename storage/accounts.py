"""
Accounts of staff as a log-in needs them: by name, with what proves who it is, and vain tries.

Tries are counted under the hash of the name that was typed, be it somebody's or not, so that the
tables and the answers do not tell which names there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, update

from content.folding import fold
from storage.audit import Deed, note
from storage.engine import insert
from storage.schema import staff, staff_failure
from storage.sessions import Strength, end_all, open_session
from storage.staff import Colleague, colleague_of, hash_of

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.staff import Visitor

WINDOW = timedelta(minutes=15)
FREE_TRIES = 5
FIRST_DELAY = timedelta(seconds=15)
MOST_DOUBLINGS = 5
MOST_FROM_ADDRESS = 20

WAITS = "waits"
"""Why a try is vain that comes too soon after others."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can log in; `seed` is sealed and empty without a second factor."""

    colleague: Colleague
    password: str
    seed: str


@dataclass(frozen=True, slots=True)
class Tries:
    """How it stands with vain tries: whether this account must wait, or this address."""

    account_waits: bool
    address_waits: bool


async def account_named(reader: AsyncEngine, typed: str) -> Account | None:
    """Whoever is called what was typed, with marks or without where only one is."""
    async with reader.connect() as connection:
        rows = (await connection.execute(select(staff).where(staff.c.disabled_at.is_(None)))).all()
    alike = [row for row in rows if row.name == typed] or [
        row for row in rows if fold(row.name) == fold(typed)
    ]
    if len(alike) != 1:
        return None
    (row,) = alike
    return Account(colleague_of(row), row.password, row.seed)


async def tries(reader: AsyncEngine, typed: str, address: str) -> Tries:
    """Whether another try may be made now."""
    now = datetime.now(UTC)
    recent = staff_failure.c.at > now - WINDOW
    async with reader.connect() as connection:
        failed = await connection.execute(
            select(func.count(), func.max(staff_failure.c.at)).where(
                staff_failure.c.account == _account(typed), recent
            )
        )
        times, last = failed.one()
        from_here = await connection.scalar(
            select(func.count()).where(staff_failure.c.address == address, recent)
        )
    return Tries(
        account_waits=times >= FREE_TRIES and now < last + delay(times),
        address_waits=(from_here or 0) >= MOST_FROM_ADDRESS,
    )


def delay(times: int) -> timedelta:
    """How long nobody may try again after so many vain tries."""
    doublings = min(times - FREE_TRIES, MOST_DOUBLINGS)
    return FIRST_DELAY * (1 << doublings)


async def failed(
    engine: AsyncEngine, typed: str, account: Account | None, why: str, address: str
) -> None:
    """
    Count a vain try.

    One that came while the account `waits` is counted for the address only: nobody can keep an
    account shut by knocking.
    """
    now = datetime.now(UTC)
    person = account.colleague.id if account else None
    async with engine.begin() as connection:
        await connection.execute(delete(staff_failure).where(staff_failure.c.at < now - WINDOW))
        await connection.execute(
            insert(connection.dialect, staff_failure).values(
                account="" if why == WAITS else _account(typed), address=address, at=now
            )
        )
        await note(connection, Deed("login.refused", person, "", why, address), now)


async def entered(
    engine: AsyncEngine, typed: str, account: Account, strength: Strength, visitor: Visitor
) -> str:
    """The token of a new session; earlier vain tries are forgiven."""
    now = datetime.now(UTC)
    async with engine.begin() as connection:
        await connection.execute(
            delete(staff_failure).where(staff_failure.c.account == _account(typed))
        )
        return await open_session(connection, account.colleague.id, visitor, strength, now)


async def set_password(
    engine: AsyncEngine, person: int, password: str, strength: Strength, visitor: Visitor
) -> str:
    """Another password: what was open under the old one is closed; the token of a new session."""
    now = datetime.now(UTC)
    async with engine.begin() as connection:
        await end_all(connection, person)
        await connection.execute(
            update(staff).where(staff.c.id == person).values(password=password)
        )
        await note(connection, Deed("password.set", person, address=visitor.address), now)
        return await open_session(connection, person, visitor, strength, now)


def _account(typed: str) -> str:
    return hash_of(fold(typed))
