"""
The inbox of staff: who needs a person, in the order in which they wait.

A matter is one contact's, whatever they asked for in it. Staff who see some communes only see those
who registered something there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, tuple_

from handlers.state import Conversation
from storage.codec import decode_conversation
from storage.instants import instant, micros
from storage.queries import agreed_to, made_in
from storage.requests import Asking, Known, Wanted, asked_by, known_of
from storage.schema import contact, conversation, matter, message, registration, request, staff
from storage.thread import veiled

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

PAGE = 50


class Turn(StrEnum):
    """Whose word is next in a matter: that of staff, the person's, or nobody's any more."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Whose(StrEnum):
    """Who has taken a matter; anybody, or none."""

    ALL = "all"
    MINE = "mine"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Sought:
    """Which matters are meant; `communes` are all that an officer may see, `me` is who looks."""

    turn: Turn = Turn.OPEN
    whose: Whose = Whose.ALL
    me: int = 0
    communes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """
    What one contact needs staff for, with what they asked for and have not got yet.

    `staff` is who has taken it, and `until` is set while that one answers in place of the bot.
    `interacted_at` is when the person last turned to us, `lost` that nothing reaches them.
    """

    person: int
    why: str
    waiting_since: datetime | None
    staff_id: int | None
    staff: str
    until: datetime | None
    closed_at: datetime | None
    changed_at: datetime
    account: str
    address: str
    language: str
    interacted_at: datetime | None
    lost: bool
    said: str
    name: str
    phone: str
    requests: tuple[Asking, ...]

    @property
    def turn(self) -> Turn:
        """Whose word is next."""
        if self.closed_at is not None:
            return Turn.CLOSED
        return Turn.ANSWERED if self.waiting_since is None else Turn.OPEN

    @property
    def place(self) -> str:
        """Where it stands in its list, to go on after it."""
        at = {
            Turn.OPEN: self.waiting_since,
            Turn.ANSWERED: self.changed_at,
            Turn.CLOSED: self.closed_at,
        }[self.turn]
        return f"{micros(at) if at else 0}.{self.person}"


async def matters(
    reader: AsyncEngine, sought: Sought, after: str = "", size: int = PAGE
) -> tuple[Matter, ...]:
    """A page of matters: who waits longest comes first, of the others who changed last."""
    column = {
        Turn.OPEN: matter.c.waiting_since,
        Turn.ANSWERED: matter.c.changed_at,
        Turn.CLOSED: matter.c.closed_at,
    }[sought.turn]
    key = (column, matter.c.contact_id)
    order = key if sought.turn is Turn.OPEN else tuple(one.desc() for one in key)
    found = _matters().where(*_conditions(sought)).order_by(*order).limit(size)
    if after:
        at, _, person = after.partition(".")
        past = (instant(int(at)), int(person))
        further = tuple_(*key) > past if sought.turn is Turn.OPEN else tuple_(*key) < past
        found = found.where(further)
    async with reader.connect() as connection:
        return await _read(connection, found, sought)


async def one_matter(reader: AsyncEngine, person: int, sought: Sought) -> Matter | None:
    """The matter of one contact, whosever turn it is, if it may be seen."""
    found = _matters().where(matter.c.contact_id == person, *_seen(sought))
    async with reader.connect() as connection:
        read = await _read(connection, found, sought)
    return read[0] if read else None


async def count_matters(reader: AsyncEngine, sought: Sought) -> dict[Turn, int]:
    """How many there are, by whose turn it is."""
    turns = {turn: func.sum(case((_turn(turn), 1), else_=0)) for turn in Turn}
    wanted = select(*turns.values()).where(*_whose(sought), *_seen(sought))
    async with reader.connect() as connection:
        row = (await connection.execute(wanted)).one()
    return {turn: int(count or 0) for turn, count in zip(turns, row, strict=True)}


async def changed_at(reader: AsyncEngine, communes: frozenset[str] | None) -> datetime | None:
    """When something last changed that may be seen."""
    wanted = select(func.max(matter.c.changed_at)).where(*_seen(Sought(communes=communes)))
    async with reader.connect() as connection:
        found: datetime | None = await connection.scalar(wanted)
    return found


async def registered_by(
    reader: AsyncEngine, person: int, communes: frozenset[str] | None
) -> tuple[int, ...]:
    """What a contact registered that may be seen, the oldest first."""
    wanted = select(registration.c.id).where(registration.c.contact_id == person, agreed_to)
    if communes is not None:
        wanted = wanted.where(made_in(communes))
    async with reader.connect() as connection:
        return tuple(await connection.scalars(wanted.order_by(registration.c.id)))


async def standing_of(reader: AsyncEngine, person: int) -> Conversation:
    """What is remembered of a contact's talk, without registrations."""
    wanted = select(conversation.c.state).where(conversation.c.contact_id == person)
    async with reader.connect() as connection:
        state = await connection.scalar(wanted)
    return decode_conversation(state) if state else Conversation()


def _turn(turn: Turn) -> ColumnElement[bool]:
    opened = matter.c.closed_at.is_(None)
    return {
        Turn.OPEN: and_(opened, matter.c.waiting_since.is_not(None)),
        Turn.ANSWERED: and_(opened, matter.c.waiting_since.is_(None)),
        Turn.CLOSED: ~opened,
    }[turn]


def _conditions(sought: Sought) -> list[ColumnElement[bool]]:
    return [_turn(sought.turn), *_whose(sought), *_seen(sought)]


def _whose(sought: Sought) -> list[ColumnElement[bool]]:
    match sought.whose:
        case Whose.MINE:
            return [matter.c.staff_id == sought.me]
        case Whose.NOBODY:
            return [matter.c.staff_id.is_(None)]
        case Whose.ALL:
            return []


def _seen(sought: Sought) -> list[ColumnElement[bool]]:
    if sought.communes is None:
        return []
    own = select(registration.c.contact_id).where(made_in(sought.communes))
    asked_about = (
        select(request.c.contact_id)
        .join(registration, registration.c.id == request.c.registration_id)
        .where(made_in(sought.communes))
    )
    return [or_(matter.c.contact_id.in_(own), matter.c.contact_id.in_(asked_about))]


def _matters() -> Select[tuple[Any, ...]]:
    said = (
        select(message.c.text)
        .where(
            message.c.contact_id == matter.c.contact_id,
            message.c.author == "person",
            message.c.kind == "text",
            message.c.text != "",
            ~veiled(message.c.contact_id, message.c.at),
        )
        .order_by(message.c.at.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            matter,
            contact.c.account,
            contact.c.address,
            contact.c.language,
            contact.c.unreachable_since,
            conversation.c.interacted_at,
            staff.c.name.label("staff"),
            said.label("said"),
        )
        .join(contact, contact.c.id == matter.c.contact_id)
        .outerjoin(conversation, conversation.c.contact_id == matter.c.contact_id)
        .outerjoin(staff, staff.c.id == matter.c.staff_id)
    )


async def _read(
    connection: AsyncConnection, found: Select[tuple[Any, ...]], sought: Sought
) -> tuple[Matter, ...]:
    rows = (await connection.execute(found)).all()
    people = [row.contact_id for row in rows]
    asked: defaultdict[int, list[Asking]] = defaultdict(list)
    for one in await asked_by(connection, people, Wanted(communes=sought.communes)):
        asked[one.person].append(one)
    known = await known_of(connection, people, sought.communes)
    return tuple(_matter(row, asked[row.contact_id], known[row.contact_id]) for row in rows)


def _matter(row: Any, requests: Sequence[Asking], known: Known) -> Matter:
    return Matter(
        person=row.contact_id,
        why=row.why,
        waiting_since=row.waiting_since,
        staff_id=row.staff_id,
        staff=row.staff or "",
        until=row.until,
        closed_at=row.closed_at,
        changed_at=row.changed_at,
        account=row.account,
        address=row.address,
        language=row.language,
        interacted_at=row.interacted_at,
        lost=row.unreachable_since is not None,
        said=row.said or "",
        name=known.name or next((one.name for one in requests if one.name), ""),
        phone=known.phone or next((one.phone for one in requests if one.phone), ""),
        requests=tuple(requests),
    )
