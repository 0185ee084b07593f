"""
Which registrations are meant, in which order, page after page.

A page is asked for by the registration that the last one ended with, never by counting rows, and
each is a read of its own: a long export holds no snapshot open and makes no writer wait.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    tuple_,
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from handlers.effects import Agreed
from handlers.state import Status
from storage.queries import (
    COMMUNE,
    EXPORT_PAGE,
    GROUP,
    Entry,
    agreed_to,
    made_in,
    read_entries,
)
from storage.schema import listed, registration
from storage.twins import has_twins, twins_of

PAGE = 50
NOBODY = 0
"""Whose work a registration is that was given to no colleague."""

LISTED = (COMMUNE, GROUP, "contact-name", "contact-phone")
"""The answers that a list shows."""


class By(StrEnum):
    """What a list is sorted by; `WHEN` is when it was sent, or begun where it was not."""

    WHEN = "when"
    TITLE = "title"
    NAME = "name"
    COMMUNE = "commune"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Sorting:
    """How a list is sorted; `ranks` are the communes or statuses in their order."""

    by: By = By.WHEN
    descending: bool = True
    ranks: tuple[str, ...] = ()


NEWEST = Sorting()


@dataclass(frozen=True, slots=True)
class Filters:
    """
    Which registrations are meant; what is left empty does not matter.

    Drafts are meant only when `status` is `draft`. `words` are folded and must all be found, unless
    it is the registration `number`. `assigned` is a colleague's number, or `NOBODY`. What waits for
    its producer's consent can be asked for alone, as can what may be there twice. `communes` are
    all that an officer may see.
    """

    status: str = ""
    commune: str = ""
    group: str = ""
    since: datetime | None = None
    words: tuple[str, ...] = ()
    number: int | None = None
    communes: frozenset[str] | None = None
    until: datetime | None = None
    round: str = ""
    channel: str = ""
    assigned: int | None = None
    waiting: bool = False
    twins: bool = False


@dataclass(frozen=True, slots=True)
class Start:
    """Where a page begins: after this registration in the order of the list, or ends before it."""

    number: int
    forward: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list; `count` is of the whole list."""

    entries: tuple[Entry, ...] = ()
    count: int = 0
    earlier: bool = False
    later: bool = False


async def count(reader: AsyncEngine, filters: Filters, *, leaving: bool = False) -> int:
    """How many registrations there are, or may leave here."""
    async with reader.connect() as connection:
        return await _count(connection, filters, *([agreed_to] if leaving else []))


async def find(
    reader: AsyncEngine,
    filters: Filters,
    sorting: Sorting = NEWEST,
    start: Start | None = None,
    size: int = PAGE,
) -> Page:
    """One page of a list."""
    async with reader.connect() as connection:
        numbers = await _page(connection, filters, sorting, start, size)
        backward = start is not None and not start.forward
        more, numbers = len(numbers) > size, numbers[:size]
        if backward:
            numbers = numbers[::-1]
        entries = await read_entries(connection, numbers, LISTED)
        return Page(
            await _with_twins(connection, entries, filters),
            await _count(connection, filters),
            earlier=bool(entries) and (more if backward else start is not None),
            later=bool(entries) and (backward or more),
        )


async def every(
    reader: AsyncEngine,
    filters: Filters,
    sorting: Sorting | None = None,
    questions: Sequence[str] | None = None,
    size: int = EXPORT_PAGE,
) -> AsyncGenerator[tuple[Entry, ...]]:
    """
    All registrations with their answers to these questions or to all, in pages.

    They come in the order of their numbers unless they are sorted. What waits for its producer's
    consent is not among them, whatever the filters say.
    """
    async for numbers in _all_numbers(reader, filters, sorting, size):
        async with reader.connect() as connection:
            entries = await read_entries(connection, numbers, questions)
            yield await _with_twins(connection, entries, filters)


async def numbers_of(
    reader: AsyncEngine, filters: Filters, chosen: Sequence[int] | None = None
) -> list[int]:
    """The numbers of all registrations that are meant, or of the chosen ones among them."""
    wanted = select(registration.c.id).where(*_meant(filters, chosen))
    async with reader.connect() as connection:
        return list(await connection.scalars(wanted.order_by(registration.c.id)))


async def statuses_of(
    reader: AsyncEngine, filters: Filters, chosen: Sequence[int] | None = None
) -> dict[int, str]:
    """The status of each of the same whose producer agreed, by number."""
    wanted = select(registration.c.id, registration.c.status)
    wanted = wanted.where(*_meant(filters, chosen), agreed_to, registration.c.erased_at.is_(None))
    async with reader.connect() as connection:
        return {
            row[0]: row[1] for row in await connection.execute(wanted.order_by(registration.c.id))
        }


async def _all_numbers(
    reader: AsyncEngine, filters: Filters, sorting: Sorting | None, size: int
) -> AsyncGenerator[list[int]]:
    """The numbers in pages; sorted, they are read once, for each page would sort them anew."""
    conditions = [*_conditions(filters), agreed_to]
    if sorting is not None:
        key, source = _sorted_by(sorting)
        wanted = select(registration.c.id).select_from(source).where(*conditions)
        async with reader.connect() as connection:
            found = list(await connection.scalars(wanted.order_by(*_order(key, sorting))))
        for at in range(0, len(found), size):
            yield found[at : at + size]
        return
    after = -1
    while True:
        wanted = select(registration.c.id).where(*conditions)
        page = wanted.where(registration.c.id > after).order_by(registration.c.id).limit(size)
        async with reader.connect() as connection:
            numbers = list(await connection.scalars(page))
        if not numbers:
            return
        yield numbers
        after = numbers[-1]


async def _with_twins(
    connection: AsyncConnection, entries: Sequence[Entry], filters: Filters
) -> tuple[Entry, ...]:
    found = await twins_of(connection, [one.id for one in entries], filters.communes)
    return tuple(replace(one, twins=found[one.id]) if one.id in found else one for one in entries)


async def _count(
    connection: AsyncConnection, filters: Filters, *further: ColumnElement[bool]
) -> int:
    wanted = select(func.count()).select_from(registration).where(*_conditions(filters), *further)
    return await connection.scalar(wanted) or 0


async def _page(
    connection: AsyncConnection,
    filters: Filters,
    sorting: Sorting,
    start: Start | None,
    size: int,
) -> list[int]:
    """The numbers of a page and of the one beyond it, from where it starts."""
    key, source = _sorted_by(sorting)
    wanted = select(registration.c.id).select_from(source).where(*_conditions(filters))
    downward = sorting.descending
    if start is not None:
        begun = select(key).select_from(source).where(registration.c.id == start.number)
        downward = sorting.descending is start.forward
        here, there = tuple_(key, registration.c.id), (await connection.execute(begun)).first()
        if there is not None:
            edge = tuple_(literal(there[0], key.type), start.number)
            wanted = wanted.where(here < edge if downward else here > edge)
    order = _order(key, Sorting(sorting.by, downward))
    return list(await connection.scalars(wanted.order_by(*order).limit(size + 1)))


def _order(key: ColumnElement[Any], sorting: Sorting) -> tuple[ColumnElement[Any], ...]:
    both: tuple[ColumnElement[Any], ...] = (key, registration.c.id)
    return tuple(one.desc() for one in both) if sorting.descending else both


def _sorted_by(sorting: Sorting) -> tuple[ColumnElement[Any], FromClause]:
    """What a list is sorted by, and the tables that it is read from."""
    match sorting.by:
        case By.WHEN:
            return _when, registration
        case By.STATUS:
            return _place_of(registration.c.status, sorting.ranks), registration
        case By.TITLE:
            return listed.c.title_order, _both
        case By.NAME:
            return listed.c.name_order, _both
        case By.COMMUNE:
            return _place_of(listed.c.commune, sorting.ranks), _both


def _place_of(word: ColumnElement[str], ranks: Sequence[str]) -> ColumnElement[int]:
    """
    The place of a word among these; what is none of them comes last.

    It is found by halves, as a database asks one after the other where it is given a list.
    """
    places = sorted((one, place) for place, one in enumerate(ranks))

    def among(known: Sequence[tuple[str, int]]) -> ColumnElement[int]:
        if len(known) == 1:
            return case((word == known[0][0], known[0][1]), else_=len(places))
        half = len(known) // 2
        return case((word < known[half][0], among(known[:half])), else_=among(known[half:]))

    return among(places)


def _meant(filters: Filters, chosen: Sequence[int] | None) -> list[ColumnElement[bool]]:
    only = [] if chosen is None else [registration.c.id.in_(chosen)]
    return [*_conditions(filters), *only]


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    found = [
        registration.c.status == filters.status
        if filters.status
        else registration.c.status != Status.DRAFT.value
    ]
    if filters.communes is not None:
        found.append(made_in(filters.communes))
    if said := _of_the_answers(filters):
        found.append(registration.c.id.in_(select(listed.c.registration_id).where(*said)))
    if filters.twins:
        found.append(has_twins())
    return found + _of_the_head(filters)


def _of_the_answers(filters: Filters) -> list[ColumnElement[bool]]:
    """What is asked of what it is found by: looked for there alone, which is narrow."""
    found: list[ColumnElement[bool]] = []
    if filters.words:
        said = (listed.c.search.contains(word, autoescape=True) for word in filters.words)
        found.append(or_(listed.c.registration_id == filters.number, and_(*said)))
    if filters.commune:
        found.append(listed.c.commune == filters.commune)
    if filters.group:
        found.append(listed.c.groups.contains(f",{filters.group},", autoescape=True))
    return found


def _of_the_head(filters: Filters) -> list[ColumnElement[bool]]:
    """What is asked of a registration itself, and not of its answers."""
    found: list[ColumnElement[bool]] = []
    if filters.since is not None:
        found.append(_when >= filters.since)
    if filters.until is not None:
        found.append(_when < filters.until)
    if filters.round:
        found.append(registration.c.round == filters.round)
    if filters.channel:
        found.append(registration.c.channel == filters.channel)
    if filters.assigned is not None:
        found.append(registration.c.assigned_to.is_not_distinct_from(filters.assigned or None))
    if filters.waiting:
        found.append(registration.c.agreed == Agreed.WAITING.value)
    return found


_when = func.coalesce(registration.c.sent_at, registration.c.opened_at)
_both = registration.join(listed, listed.c.registration_id == registration.c.id)
