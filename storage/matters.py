"""
What somebody needs one of the staff for: opened by a turn, gone when nothing is left to be done.

Whoever answers first after somebody began to wait ends that waiting, and how long it was is written
down without the one who waited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    and_,
    bindparam,
    case,
    exists,
    func,
    null,
    select,
    update,
)

from storage.engine import insert
from storage.instants import micros
from storage.prepared import Prepared
from storage.schema import contact, matter, request, waited

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Update
    from sqlalchemy.engine import Connection, Dialect
    from sqlalchemy.sql import ClauseElement

    from handlers.effects import WithStaff

Row = tuple[Any, ...]

_is_open = matter.c.closed_at.is_(None)
_this = matter.c.contact_id == bindparam("person")


def _given(name: str) -> Any:
    return bindparam(name, type_=BigInteger())


def _opened(dialect: Dialect) -> ClauseElement:
    """One that is open stays as it is; one that was closed begins anew, and is nobody's."""
    new = insert(dialect, matter).values(
        contact_id=bindparam("person"),
        why=bindparam("why"),
        since=bindparam("since"),
        waiting_since=bindparam("waiting"),
        changed_at=bindparam("changed"),
    )
    fresh = new.excluded
    return new.on_conflict_do_update(
        index_elements=["contact_id"],
        set_={
            "why": case((_is_open, matter.c.why), else_=fresh.why),
            "since": case((_is_open, matter.c.since), else_=fresh.since),
            "waiting_since": case(
                (_is_open, func.coalesce(matter.c.waiting_since, fresh.waiting_since)),
                else_=fresh.waiting_since,
            ),
            "staff_id": case((_is_open, matter.c.staff_id)),
            "closed_at": null(),
            "changed_at": fresh.changed_at,
        },
    )


def _ended_wait(dialect: Dialect) -> ClauseElement:
    answered = (
        select(
            matter.c.waiting_since,
            _given("answered"),
            func.coalesce(_given("by"), matter.c.staff_id),
            contact.c.account,
            matter.c.why,
        )
        .join(contact, contact.c.id == matter.c.contact_id)
        .where(_this, matter.c.waiting_since.is_not(None), _is_open)
    )
    columns = ["asked_at", "answered_at", "staff_id", "account", "why"]
    return insert(dialect, waited).from_select(columns, answered)


def _with(*waiting: Any) -> Update:
    values = {"waiting_since": waiting[0]} if waiting else {}
    return (
        update(matter)
        .where(_this)
        .values(until=_given("kept"), changed_at=_given("changed"), **values)
    )


_open = Prepared(_opened, "person why since waiting changed")
_waited = Prepared(_ended_wait, "answered by person")
_held = Prepared(lambda _: _with(), "kept changed person")
_asked = Prepared(
    lambda _: _with(func.coalesce(matter.c.waiting_since, _given("waiting"))).values(
        closed_at=null()
    ),
    "waiting kept changed person",
)
_answered = Prepared(lambda _: _with(null()), "kept changed person")


class Matters:
    """What the turns of a batch have to say to staff, in their order."""

    __slots__ = ("_steps",)

    def __init__(self) -> None:
        self._steps: list[tuple[Prepared, Row]] = []

    def need(self, person: int, why: str, at: int) -> None:
        """Somebody needs one of the staff, and waits from now on."""
        self._steps.append((_open, (person, why, at, at, at)))

    def turn(self, person: int, now: WithStaff, staff: int | None, at: int) -> None:
        """Whose word it is in a talk that staff have, or that they give back."""
        kept = None if now.until is None else micros(now.until)
        if now.waits:
            self._steps.append((_asked, (at, kept, at, person)))
        elif now.waits is False:
            self._steps.append((_waited, (at, staff, person)))
            self._steps.append((_answered, (kept, at, person)))
        else:
            self._steps.append((_held, (kept, at, person)))

    def write(self, connection: Connection) -> None:
        """Write it down."""
        for statement, row in self._steps:
            statement.post(connection, row)


def need(connection: Connection, person: int, why: str, at: datetime) -> None:
    """Somebody needs one of the staff, though no turn says so."""
    now = micros(at)
    _open.post(connection, (person, why, now, now, now))


def answered(connection: Connection, person: int, staff: int | None, at: datetime) -> None:
    """Somebody was answered in another way than here, on the phone perhaps."""
    now = micros(at)
    _waited.post(connection, (now, staff, person))
    connection.execute(
        update(matter)
        .where(matter.c.contact_id == person, _is_open)
        .values(waiting_since=None, changed_at=at)
    )


def close_if_done(connection: Connection, person: int, staff: int | None, at: datetime) -> bool:
    """Close what nothing is left of to be done, unless somebody answers just now."""
    left = exists().where(request.c.contact_id == person, request.c.done_at.is_(None))
    done = and_(matter.c.contact_id == person, _is_open, matter.c.until.is_(None), ~left)
    if connection.scalar(select(matter.c.contact_id).where(done)) is None:
        return False
    answered(connection, person, staff, at)
    connection.execute(update(matter).where(done).values(closed_at=at, changed_at=at))
    return True
