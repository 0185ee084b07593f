"""
What staff's lists and the exports read: registrations, found by filters, page after page.

A page is asked for by where the last one ended, never by counting rows, and each is a read of its
own: a long export holds no snapshot open and makes no writer wait.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from handlers.effects import Agreed
from handlers.state import AnswerKey, Status
from storage.schema import answer, consent, registration

COMMUNE = "est-commune-code"
GROUP = "prod-group"
LISTED = (COMMUNE, GROUP, "contact-name", "contact-phone")
"""The answers that a list shows."""

DOSSIER = "dossier"
"""The subject of the consent that a registration begins with."""

PAGE = 50
EXPORT_PAGE = 500


@dataclass(frozen=True, slots=True)
class Filters:
    """
    Which registrations are meant; what is left empty does not matter.

    Drafts are meant only when `status` is `draft`. `words` are folded and must all be found, unless
    it is the registration `number`. `communes` are all that an officer may see.
    """

    status: str = ""
    commune: str = ""
    group: str = ""
    since: datetime | None = None
    words: tuple[str, ...] = ()
    number: int | None = None
    communes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One registration as it is read, with the answers that were asked for."""

    id: int
    code: str
    status: str
    round: str
    title: str
    products: int
    channel: str
    opened_at: datetime
    sent_at: datetime | None
    erased_at: datetime | None
    contact_id: int | None
    answers: Mapping[AnswerKey, str] = field(default_factory=dict)
    agreed: str = Agreed.SELF.value
    consented_at: datetime | None = None
    source: str = ""

    @property
    def waits(self) -> bool:
        """Whether its producer has not agreed yet, so that nobody may see what it says."""
        return self.agreed == Agreed.WAITING


ENTRY = (
    registration.c.id,
    registration.c.code,
    registration.c.status,
    registration.c.round,
    registration.c.title,
    registration.c.products,
    registration.c.channel,
    registration.c.opened_at,
    registration.c.sent_at,
    registration.c.erased_at,
    registration.c.contact_id,
    registration.c.agreed,
    registration.c.source,
)
"""The columns of a registration that an `Entry` is made of."""

agreed_to: ColumnElement[bool] = registration.c.agreed != Agreed.WAITING.value
"""Whether the producer of a row of `registration` agreed to it: only then it may leave here."""


async def count(reader: AsyncEngine, filters: Filters) -> int:
    """How many registrations there are."""
    async with reader.connect() as connection:
        found = await connection.scalar(
            select(func.count()).select_from(registration).where(*_conditions(filters))
        )
    return found or 0


async def newest(
    reader: AsyncEngine, filters: Filters, before: int | None = None, size: int = PAGE
) -> tuple[Entry, ...]:
    """A page of a list, newest first; `before` is the last number of the page that was seen."""
    wanted = _entries(filters).order_by(registration.c.id.desc()).limit(size)
    if before is not None:
        wanted = wanted.where(registration.c.id < before)
    async with reader.connect() as connection:
        return await _read(connection, wanted, LISTED)


async def every(
    reader: AsyncEngine, filters: Filters, size: int = EXPORT_PAGE
) -> AsyncGenerator[tuple[Entry, ...]]:
    """
    All registrations with all their answers, oldest first, in pages.

    What waits for its producer's consent is not among them, whatever the filters say.
    """
    after = -1
    while True:
        wanted = _entries(filters).where(registration.c.id > after, agreed_to)
        async with reader.connect() as connection:
            page = await _read(connection, wanted.order_by(registration.c.id).limit(size), ())
        if not page:
            return
        yield page
        after = page[-1].id


def _entries(filters: Filters) -> Select[tuple[Any, ...]]:
    return select(*ENTRY).where(*_conditions(filters))


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    conditions = [
        registration.c.status == filters.status
        if filters.status
        else registration.c.status != Status.DRAFT.value
    ]
    if filters.since is not None:
        since = func.coalesce(registration.c.sent_at, registration.c.opened_at)
        conditions.append(since >= filters.since)
    if filters.words:
        found = (registration.c.search.contains(word, autoescape=True) for word in filters.words)
        conditions.append(or_(registration.c.id == filters.number, and_(*found)))
    if filters.commune:
        conditions.append(made_in(frozenset((filters.commune,))))
    if filters.communes is not None:
        conditions.append(made_in(filters.communes))
    if filters.group:
        conditions.append(_answered(GROUP, frozenset((filters.group,)), answer.c.product > 0))
    return conditions


def made_in(communes: frozenset[str]) -> ColumnElement[bool]:
    """Whether the establishment of a row of `registration` is in one of these communes."""
    return _answered(COMMUNE, communes, answer.c.product == 0)


def _answered(
    question: str, values: frozenset[str], product: ColumnElement[bool]
) -> ColumnElement[bool]:
    found = exists().where(
        answer.c.registration_id == registration.c.id,
        product,
        answer.c.question == question,
        answer.c.value.in_(sorted(values)),
    )
    return found.correlate(registration)


async def _read(
    connection: AsyncConnection, wanted: Select[tuple[Any, ...]], questions: Sequence[str]
) -> tuple[Entry, ...]:
    """The registrations, with the answers to these questions or to all of them."""
    rows = (await connection.execute(wanted)).all()
    if not rows:
        return ()
    answers = await answers_of(connection, [row.id for row in rows], questions)
    consents = {} if questions else await _consents(connection, [row.id for row in rows])
    return tuple(
        Entry(**row._mapping, answers=answers[row.id], consented_at=consents.get(row.id))
        for row in rows
    )


async def answers_of(
    connection: AsyncConnection, numbers: Sequence[int], questions: Sequence[str]
) -> Mapping[int, dict[AnswerKey, str]]:
    """What these registrations answer to these questions, or to all of them where none is named."""
    wanted = select(
        answer.c.registration_id, answer.c.product, answer.c.question, answer.c.value
    ).where(answer.c.registration_id.in_(numbers))
    if questions:
        wanted = wanted.where(answer.c.question.in_(questions))
    found: defaultdict[int, dict[AnswerKey, str]] = defaultdict(dict)
    for number, product, question, value in (await connection.execute(wanted)).all():
        found[number][product, question] = value
    return found


async def _consents(connection: AsyncConnection, numbers: Sequence[int]) -> Mapping[int, datetime]:
    """When the producer of each of these registrations last agreed to it."""
    of = consent.c.registration_id
    wanted = (
        select(of, func.max(consent.c.at))
        .where(of.in_(numbers), of.is_not(None), consent.c.topic == DOSSIER, consent.c.given)
        .group_by(of)
    )
    return {row[0]: row[1] for row in (await connection.execute(wanted)).all()}
