"""The registrations of a round that go to its Council, each read whole, set at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from handlers.state import Answer, AnswerKey
from storage.codec import source_of
from storage.columns import Keeping
from storage.queries import ENTRY, Entry, agreed_to, made_in
from storage.records import File, Record
from storage.schema import answer, media, registration

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


async def entrants(
    reader: AsyncEngine, round_key: str, statuses: Collection[str], communes: frozenset[str] | None
) -> Sequence[Record]:
    """Those of a round in one of these statuses, without their consents, in order of number."""
    meant = [
        registration.c.round == round_key,
        registration.c.status.in_(sorted(statuses)),
        registration.c.erased_at.is_(None),
        agreed_to,
    ]
    if communes is not None:
        meant.append(made_in(communes))
    numbers = select(registration.c.id).where(*meant)
    answers: defaultdict[int, dict[AnswerKey, Answer]] = defaultdict(dict)
    files: defaultdict[int, list[File]] = defaultdict(list)
    async with reader.connect() as connection:
        heads = (
            await connection.execute(select(*ENTRY).where(*meant).order_by(registration.c.id))
        ).all()
        found = select(answer).where(answer.c.registration_id.in_(numbers))
        for row in await connection.execute(found):
            given = Answer(row.value, row.raw, source_of(row.source), row.at)
            answers[row.registration_id][row.product, row.question] = given
        kept = (
            select(
                media.c.registration_id,
                media.c.id,
                media.c.product,
                media.c.question,
                media.c.mime,
                media.c.at,
            )
            .where(media.c.registration_id.in_(numbers), media.c.state == Keeping.KEPT)
            .order_by(media.c.at, media.c.id)
        )
        for number, *file in await connection.execute(kept):
            files[number].append(File(*file))
    return [
        Record(Entry(**row._mapping), answers[row.id], tuple(files[row.id]), ()) for row in heads
    ]
