"""
The registrations that are meant, in an order, page after page.

A page is asked for by the registration that the last one ended with, never by counting rows, and
each is a read of its own: a long export holds no snapshot open and makes no writer wait.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, FromClause, case, func, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.filters import Filters, meant, when
from storage.queries import COMMUNE, EXPORT_PAGE, GROUP, Entry, agreed_to, read_entries
from storage.schema import listed, registration
from storage.twins import twins_of

PAGE = 50
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
    wanted = select(registration.c.id).where(*meant(filters, chosen))
    async with reader.connect() as connection:
        return list(await connection.scalars(wanted.order_by(registration.c.id)))


async def statuses_of(
    reader: AsyncEngine, filters: Filters, chosen: Sequence[int] | None = None
) -> dict[int, str]:
    """The status of each of the same whose producer agreed, by number."""
    wanted = select(registration.c.id, registration.c.status)
    wanted = wanted.where(*meant(filters, chosen), agreed_to, registration.c.erased_at.is_(None))
    async with reader.connect() as connection:
        return {
            row[0]: row[1] for row in await connection.execute(wanted.order_by(registration.c.id))
        }


async def _all_numbers(
    reader: AsyncEngine, filters: Filters, sorting: Sorting | None, size: int
) -> AsyncGenerator[list[int]]:
    """The numbers in pages; sorted, they are read once, for each page would sort them anew."""
    conditions = [*meant(filters), agreed_to]
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
    wanted = select(func.count()).select_from(registration).where(*meant(filters), *further)
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
    wanted = select(registration.c.id).select_from(source).where(*meant(filters))
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
            return when, registration
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


_both = registration.join(listed, listed.c.registration_id == registration.c.id)
