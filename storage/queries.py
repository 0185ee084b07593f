"""Registrations as lists and exports show them; which ones is for `storage.finding` to say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.effects import Agreed
from handlers.state import AnswerKey
from storage.schema import answer, consent, listed, registration

COMMUNE = "est-commune-code"
GROUP = "prod-group"
DOSSIER = "dossier"
"""The subject of the consent that a registration begins with."""

EXPORT_PAGE = 500
"""Registrations that an export reads at once."""


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One registration as it is read, with the answers that were asked for.

    `twins` are the numbers of those that may be the same one, where that was asked for.
    """

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
    assigned_to: int | None = None
    consented_at: datetime | None = None
    twins: tuple[int, ...] = ()
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
    registration.c.assigned_to,
    registration.c.source,
)
"""The columns of a registration that an `Entry` is made of."""

agreed_to: ColumnElement[bool] = registration.c.agreed != Agreed.WAITING.value
"""Whether the producer of a row of `registration` agreed to it: only then it may leave here."""


def made_in(communes: frozenset[str]) -> ColumnElement[bool]:
    """Whether the establishment of a row of `registration` is in one of these communes."""
    there = select(listed.c.registration_id).where(listed.c.commune.in_(sorted(communes)))
    return registration.c.id.in_(there)


async def read_entries(
    connection: AsyncConnection, numbers: Sequence[int], questions: Sequence[str] | None = None
) -> list[Entry]:
    """
    These registrations in this order, with the answers to these questions.

    Where none are named, it is all answers, and when the producer agreed. What is gone meanwhile is
    left out.
    """
    rows = await connection.execute(select(*ENTRY).where(registration.c.id.in_(numbers)))
    heads = {row.id: row._mapping for row in rows}
    answers = await answers_of(connection, numbers, questions or ())
    consents = await _consents(connection, numbers) if questions is None else {}
    return [
        Entry(**heads[number], answers=answers[number], consented_at=consents.get(number))
        for number in numbers
        if number in heads
    ]


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
