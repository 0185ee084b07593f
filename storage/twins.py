"""
Registrations that may be the same one twice: a helper made one, and its producer another.

They are pointed out to staff, and nothing is blocked: one phone may be a whole family's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from content.folding import fold
from handlers.effects import Agreed
from handlers.state import Status
from storage.queries import COMMUNE, agreed_to
from storage.schema import answer, registration

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncEngine

PHONE, MAKER = "contact-phone", "est-name"

_meant = (
    agreed_to,
    registration.c.erased_at.is_(None),
    registration.c.status.not_in((Status.DRAFT.value, Status.WITHDRAWN.value)),
)


async def twins(reader: AsyncEngine) -> Mapping[int, tuple[int, ...]]:
    """By number: the others with the same phone, or the same name in the same commune."""
    async with reader.connect() as connection:
        by_helpers = select(registration.c.id).where(
            registration.c.agreed != Agreed.SELF.value, *_meant
        )
        helped = set(await connection.scalars(by_helpers))
        if not helped:
            return {}
        said = (
            select(answer.c.registration_id, answer.c.question, answer.c.value)
            .join(registration, registration.c.id == answer.c.registration_id)
            .where(answer.c.product == 0, answer.c.question.in_((PHONE, MAKER, COMMUNE)), *_meant)
        )
        answers: defaultdict[int, dict[str, str]] = defaultdict(dict)
        for number, question, value in await connection.execute(said):
            answers[number][question] = value
    return _alike(answers, helped)


def _alike(
    answers: Mapping[int, Mapping[str, str]], helped: set[int]
) -> Mapping[int, tuple[int, ...]]:
    groups: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, given in answers.items():
        if PHONE in given:
            groups[given[PHONE],].add(number)
        if MAKER in given and COMMUNE in given:
            groups[fold(given[MAKER]), given[COMMUNE]].add(number)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for group in groups.values():
        for number in group:
            found[number] |= group if number in helped else group & helped
    return {one: tuple(sorted(others - {one})) for one, others in found.items() if others - {one}}
