"""
Counts of registrations and of people, for the statistics and the reports; nobody is in them.

Each is one statement, whatever the number of registrations. What waits for its producer's consent
is not counted; what was erased still is, by what is left of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, func, select, type_coerce

from handlers.state import Status
from storage.instants import HOUR
from storage.queries import agreed_to, made_in
from storage.schema import answer, contact, listed, registration, waited

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Executable, Select
    from sqlalchemy.ext.asyncio import AsyncEngine

    from handlers.state import AnswerKey


@dataclass(frozen=True, slots=True)
class Scope:
    """
    Which registrations are counted: those begun, or else those `sent`, from `since` and before
    `until`; and `communes` are all that an officer may see.
    """

    since: datetime | None = None
    until: datetime | None = None
    communes: frozenset[str] | None = None
    sent: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are by status and channel, by status and source, together."""

    statuses: Mapping[str, int]
    channels: Mapping[str, int]
    sources: Mapping[str, int]


async def tally(reader: AsyncEngine, scope: Scope) -> Tally:
    """
    How many there are by status; of those that were sent, by channel and source.

    (Grouped by the status first, SQLite would go by its index, and to each row from there.)
    """
    named = (registration.c.source, registration.c.channel, registration.c.status)
    wanted = select(*named, func.count()).where(*_within(scope)).group_by(*named)
    statuses: Counter[str] = Counter()
    channels: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    for source, channel, status, number in await _all(reader, wanted):
        statuses[status] += number
        if status != Status.DRAFT:
            channels[channel] += number
            sources[source] += number
    return Tally(statuses, channels, sources)


async def by_commune(reader: AsyncEngine, scope: Scope) -> Mapping[str, int]:
    """How many were sent from each commune."""
    wanted = _listed(listed.c.commune, scope).where(listed.c.commune != "")
    return dict(_pairs(await _all(reader, wanted)))


async def by_group(reader: AsyncEngine, scope: Scope) -> Mapping[str, int]:
    """How many were sent with a product of each group."""
    found: Counter[str] = Counter()
    for groups, number in await _all(reader, _listed(listed.c.groups, scope)):
        found.update(dict.fromkeys(filter(None, groups.split(",")), number))
    return found


def _listed(by: ColumnElement[str], scope: Scope) -> Select[str, int]:
    return (
        select(by, func.count())
        .select_from(registration)
        .join(listed, listed.c.registration_id == registration.c.id)
        .where(*_within(scope), _is_sent)
        .group_by(by)
    )


async def drafts_with(
    reader: AsyncEngine, scope: Scope, questions: Sequence[AnswerKey]
) -> Mapping[AnswerKey, int]:
    """
    How many of those that were not sent have an answer to each of these questions.

    (All that a draft answers is counted: looking for each answer by itself takes twice as long.)
    """
    wanted = (
        select(answer.c.question, answer.c.product, func.count())
        .select_from(registration)
        .join(answer, answer.c.registration_id == registration.c.id)
        .where(*_within(scope), registration.c.status == Status.DRAFT.value)
        .group_by(answer.c.question, answer.c.product)
    )
    found = {(row[1], row[0]): int(row[2]) for row in await _all(reader, wanted)}
    return {key: found.get(key, 0) for key in questions}


async def people(reader: AsyncEngine, scope: Scope) -> Mapping[str, int]:
    """How many wrote to us for the first time, by account; of no commune in particular."""
    wanted = select(contact.c.account, func.count()).group_by(contact.c.account)
    if scope.since is not None:
        wanted = wanted.where(contact.c.created_at >= scope.since)
    if scope.until is not None:
        wanted = wanted.where(contact.c.created_at < scope.until)
    return dict(_pairs(await _all(reader, wanted)))


async def waits(reader: AsyncEngine, scope: Scope) -> Sequence[float]:
    """How many hours each who asked staff waited for the first answer, the shortest first."""
    micros = type_coerce(waited.c.answered_at, BigInteger) - type_coerce(
        waited.c.asked_at, BigInteger
    )
    wanted = select(micros)
    if scope.since is not None:
        wanted = wanted.where(waited.c.asked_at >= scope.since)
    if scope.until is not None:
        wanted = wanted.where(waited.c.asked_at < scope.until)
    return sorted(count / HOUR for (count,) in await _all(reader, wanted))


_is_sent: ColumnElement[bool] = registration.c.status != Status.DRAFT.value


def _within(scope: Scope) -> list[ColumnElement[bool]]:
    when = registration.c.sent_at if scope.sent else registration.c.opened_at
    conditions = [agreed_to]
    if scope.since is not None:
        conditions.append(when >= scope.since)
    if scope.until is not None:
        conditions.append(when < scope.until)
    if scope.communes is not None:
        conditions.append(made_in(scope.communes))
    return conditions


async def _all(reader: AsyncEngine, wanted: Executable) -> Sequence[Any]:
    async with reader.connect() as connection:
        found: Sequence[Any] = (await connection.execute(wanted)).all()
        return found


def _pairs(rows: Sequence[Any]) -> list[tuple[str, int]]:
    return [(row[0], int(row[1])) for row in rows]
