"""Users of the console as an administrator sees them, and what is done to their accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, update

from storage.audit import Deed, note
from storage.links import new_link
from storage.schema import staff, staff_session
from storage.second_factor import take_away
from storage.sessions import end_all
from storage.staff import Role

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine


@dataclass(frozen=True, slots=True)
class User:
    """One account; `seen_at` is when its newest session was used last, `open` how many it has."""

    id: int
    name: str
    role: Role
    communes: tuple[str, ...]
    has_password: bool
    has_second: bool
    disabled_at: datetime | None
    seen_at: datetime | None
    open: int


@dataclass(frozen=True, slots=True)
class By:
    """Who does something to an account, and from which address."""

    staff: int
    address: str


async def users(reader: AsyncEngine) -> list[User]:
    """Everybody, those who may log in first."""
    async with reader.connect() as connection:
        rows = await connection.execute(_wanted().order_by(staff.c.disabled_at, staff.c.name))
        return [_user(row) for row in rows]


async def find_user(reader: AsyncEngine, number: int) -> User | None:
    """One account."""
    async with reader.connect() as connection:
        row = (await connection.execute(_wanted().where(staff.c.id == number))).one_or_none()
    return None if row is None else _user(row)


async def set_role(
    engine: AsyncEngine, number: int, role: Role, communes: Iterable[str], by: By
) -> None:
    """What somebody may do from now on; sessions with the old role are ended."""

    async def change(connection: AsyncConnection) -> None:
        await end_all(connection, number)
        await connection.execute(
            update(staff)
            .where(staff.c.id == number)
            .values(role=role.value, communes=",".join(sorted(communes)))
        )

    await _done(engine, change, "user.role", number, by, role.value)


async def disable(engine: AsyncEngine, number: int, by: By) -> None:
    """Nobody logs in to this account any more, and whoever did is out."""

    async def change(connection: AsyncConnection) -> None:
        await end_all(connection, number)
        await connection.execute(
            update(staff).where(staff.c.id == number).values(disabled_at=datetime.now(UTC))
        )

    await _done(engine, change, "user.disabled", number, by)


async def enable(engine: AsyncEngine, number: int, by: By) -> None:
    """The account may be used again, with the password it had."""

    async def change(connection: AsyncConnection) -> None:
        await connection.execute(update(staff).where(staff.c.id == number).values(disabled_at=None))

    await _done(engine, change, "user.enabled", number, by)


async def end_sessions(engine: AsyncEngine, number: int, by: By) -> None:
    """Everywhere somebody is logged in, they have to log in again."""
    await _done(engine, lambda it: end_all(it, number), "user.sessions-ended", number, by)


async def reset_second(engine: AsyncEngine, number: int, by: By) -> None:
    """The second factor is set up anew at the next log-in."""
    await _done(engine, lambda it: take_away(it, number), "user.second-reset", number, by)


async def invite_again(engine: AsyncEngine, number: int, by: By) -> str:
    """The token of a new link, by which a new password is chosen."""
    now = datetime.now(UTC)
    async with engine.begin() as connection:
        token = await new_link(connection, number, now)
        await note(connection, Deed("user.invited", by.staff, str(number), "", by.address), now)
    return token


async def _done(
    engine: AsyncEngine,
    change: Callable[[AsyncConnection], Awaitable[None]],
    action: str,
    number: int,
    by: By,
    detail: str = "",
) -> None:
    async with engine.begin() as connection:
        await change(connection)
        deed = Deed(action, by.staff, str(number), detail, by.address)
        await note(connection, deed, datetime.now(UTC))


def _wanted() -> Any:
    """Every account, with its sessions that are not over summed up."""
    sessions = (
        select(
            staff_session.c.staff_id,
            func.max(staff_session.c.seen_at).label("seen_at"),
            func.count().label("open"),
        )
        .where(staff_session.c.expires_at > datetime.now(UTC))
        .group_by(staff_session.c.staff_id)
        .subquery()
    )
    return select(staff, sessions.c.seen_at, sessions.c.open).outerjoin(
        sessions, sessions.c.staff_id == staff.c.id
    )


def _user(row: Row[*tuple[Any, ...]]) -> User:
    return User(
        id=row.id,
        name=row.name,
        role=Role(row.role),
        communes=tuple(filter(None, row.communes.split(","))),
        has_password=bool(row.password),
        has_second=bool(row.seed),
        disabled_at=row.disabled_at,
        seen_at=row.seen_at,
        open=row.open or 0,
    )
