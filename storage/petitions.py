"""
What people ask about their own data, each with the days the law gives for it.

Every step is noted in the audit in its own transaction. A step on a petition that is settled
already changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import insert, select, true, update

from content.duties import Asked
from handlers.state import HELPED
from storage.audit import Deed, note
from storage.schema import contact, petition, registration, staff

if TYPE_CHECKING:
    from sqlalchemy import Row, Select
    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

SETTLED_SHOWN = 100

GRANTED, REFUSED, BY_THEMSELVES = "granted", "refused", "by-themselves"
"""How a petition ended; some people do it themselves, in their talk."""


class Whose(NamedTuple):
    """Whose data are meant: all of a contact's, or one registration's."""

    contact: int
    registration: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A petition as it came; `way` is a channel, or what staff typed it from."""

    asked: Asked
    way: str
    name: str
    words: str
    received_at: datetime
    reply_due: datetime
    due: datetime
    whose: Whose | None = None


@dataclass(frozen=True, slots=True)
class Petition:
    """A petition as it stands; `by` is who of the staff settled it, or wrote it down."""

    id: int
    asked: Asked
    way: str
    name: str
    words: str
    received_at: datetime
    reply_due: datetime
    due: datetime
    replied_at: datetime | None
    longer_at: datetime | None
    longer_why: str
    done_at: datetime | None
    outcome: str
    answer: str
    contact_id: int | None
    registration_id: int | None
    by: str


class Who(NamedTuple):
    """Who of the staff does it, and from which network address."""

    staff: int | None
    address: str = ""


async def whose_is(reader: AsyncEngine, number: int) -> Whose | None:
    """Whose the registration of this number is; one that a helper made is its producer's alone."""
    found = select(registration.c.id, registration.c.contact_id, registration.c.agreed).where(
        registration.c.id == number, registration.c.erased_at.is_(None)
    )
    async with reader.connect() as connection:
        row = (await connection.execute(found)).one_or_none()
    if row is None:
        return None
    of_one = row.contact_id is None or row.agreed in HELPED
    return Whose(row.contact_id or 0, row.id if of_one else 0)


async def create(engine: AsyncEngine, draft: Draft, who: Who, at: datetime) -> int:
    """Write one down; gives its number."""
    whose = draft.whose or Whose(0)
    async with engine.begin() as connection:
        made = await connection.execute(
            insert(petition)
            .values(
                asked=draft.asked,
                way=draft.way,
                name=draft.name,
                words=draft.words,
                received_at=draft.received_at,
                reply_due=draft.reply_due,
                due=draft.due,
                contact_id=whose.contact or None,
                registration_id=whose.registration or None,
                staff_id=who.staff,
            )
            .returning(petition.c.id)
        )
        number = int(made.scalar_one())
        await _noted(connection, "petition.made", number, who, at, draft.asked)
    return number


def note_granted(connection: Connection, asked: Asked, way: str, at: datetime) -> None:
    """Note, in the transaction that does it, what somebody has just done for themselves."""
    connection.execute(
        insert(petition).values(
            asked=asked,
            way=way,
            received_at=at,
            reply_due=at,
            due=at,
            replied_at=at,
            done_at=at,
            outcome=BY_THEMSELVES,
        )
    )


async def open_ones(reader: AsyncEngine) -> tuple[Petition, ...]:
    """Those that are not settled, the most urgent first."""
    wanted = _petitions().where(petition.c.done_at.is_(None)).order_by(petition.c.due)
    return await _read(reader, wanted)


async def settled_ones(reader: AsyncEngine) -> tuple[Petition, ...]:
    """Those that were settled last."""
    wanted = _petitions().where(petition.c.done_at.is_not(None))
    newest = wanted.order_by(petition.c.done_at.desc(), petition.c.id.desc())
    return await _read(reader, newest.limit(SETTLED_SHOWN))


async def find(reader: AsyncEngine, number: int) -> Petition | None:
    """The one with this number."""
    found = await _read(reader, _petitions().where(petition.c.id == number))
    return found[0] if found else None


async def codes_of(reader: AsyncEngine, one: Petition) -> tuple[int, ...]:
    """The registrations that it is about, by number, that are not erased yet."""
    theirs = registration.c.contact_id == one.contact_id
    if one.registration_id:
        theirs = registration.c.id == one.registration_id
    wanted = select(registration.c.id).where(theirs, registration.c.erased_at.is_(None))
    async with reader.connect() as connection:
        return tuple(await connection.scalars(wanted.order_by(registration.c.id)))


async def talk_of(reader: AsyncEngine, one: Petition) -> tuple[str, str] | None:
    """The account and address of the talk that holds what it is about."""
    found = select(contact.c.account, contact.c.address).where(contact.c.id == one.contact_id)
    async with reader.connect() as connection:
        row = (await connection.execute(found)).one_or_none()
    return None if row is None else (row.account, row.address)


async def replied(engine: AsyncEngine, number: int, who: Who, at: datetime) -> bool:
    """Somebody has told the person that it came and is looked at."""
    return await _step(engine, "petition.replied", number, who, at, {"replied_at": at})


async def lengthened(
    engine: AsyncEngine, number: int, due: datetime, why: str, who: Who, at: datetime
) -> bool:
    """It takes longer, once, for a reason that the person is told."""
    changes = {"due": due, "longer_at": at, "longer_why": why}
    return await _step(engine, "petition.longer", number, who, at, changes)


async def settled(
    engine: AsyncEngine, number: int, outcome: str, answer: str, who: Who, at: datetime
) -> bool:
    """It was done, or refused for a reason; `answer` is what the person was told."""
    changes = {"done_at": at, "outcome": outcome, "answer": answer, "staff_id": who.staff}
    return await _step(engine, f"petition.{outcome}", number, who, at, changes)


async def _step(
    engine: AsyncEngine, action: str, number: int, who: Who, at: datetime, changes: dict[str, Any]
) -> bool:
    async with engine.begin() as connection:
        taken = await connection.execute(
            update(petition)
            .where(
                petition.c.id == number,
                petition.c.done_at.is_(None),
                petition.c.longer_at.is_(None) if "longer_at" in changes else true(),
            )
            .values(**changes)
        )
        if taken.rowcount:
            await _noted(connection, action, number, who, at)
    return taken.rowcount == 1


async def _noted(
    connection: AsyncConnection, action: str, number: int, who: Who, at: datetime, detail: str = ""
) -> None:
    deed = Deed(action, who.staff, f"petition {number}", detail, who.address)
    await note(connection, deed, at)


def _petitions() -> Select[Any]:
    return select(petition, staff.c.name.label("by")).outerjoin(
        staff, staff.c.id == petition.c.staff_id
    )


async def _read(reader: AsyncEngine, wanted: Select[Any]) -> tuple[Petition, ...]:
    async with reader.connect() as connection:
        return tuple(map(_petition, await connection.execute(wanted)))


def _petition(row: Row[Any]) -> Petition:
    return Petition(
        id=row.id,
        asked=Asked(row.asked),
        way=row.way,
        name=row.name,
        words=row.words,
        received_at=row.received_at,
        reply_due=row.reply_due,
        due=row.due,
        replied_at=row.replied_at,
        longer_at=row.longer_at,
        longer_why=row.longer_why,
        done_at=row.done_at,
        outcome=row.outcome,
        answer=row.answer,
        contact_id=row.contact_id,
        registration_id=row.registration_id,
        by=row.by or "",
    )
