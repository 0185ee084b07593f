"""
Answers under the keys that questions had before, brought to those that they have now.

Staff's lists and exports look for an answer by its question's key; a producer who never comes back
must be found there too. It is done before the program serves, in slices, and costs nothing while
the book has renamed nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select, tuple_, update

from storage.schema import answer, conversation, media, registration

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

SLICE = 200
"""Answers renamed in one transaction, so that no write lasts over a tenth of a second."""


Place = tuple[int, int]
"""A registration and the number of a product in it."""


async def rename(engine: AsyncEngine, names: Mapping[str, str]) -> int:
    """Bring the answers of registrations to the new keys; how many there were."""
    count = 0
    for old, new in names.items():
        after: Place | None = (0, 0)
        while after is not None:
            async with engine.begin() as connection:
                places = await connection.run_sync(_slice, old, new, after)
            count += len(places)
            after = places[-1] if places else None
    return count


def _slice(connection: Connection, old: str, new: str, after: Place) -> list[Place]:
    """Rename the next answers after a place; gives their places."""
    at = tuple_(answer.c.registration_id, answer.c.product)
    found = connection.execute(
        select(answer.c.registration_id, answer.c.product)
        .where(answer.c.question == old, at > tuple_(*after))
        .order_by(answer.c.registration_id, answer.c.product)
        .limit(SLICE)
    )
    places: list[Place] = [(number, product) for number, product in found]
    if not places:
        return []
    numbers = sorted({number for number, _ in places})
    _lock(connection, numbers)
    newer = connection.execute(
        select(answer.c.registration_id, answer.c.product).where(
            at.in_(places), answer.c.question == new
        )
    )
    answered = [tuple(row) for row in newer]
    theirs = (at.in_(places), answer.c.question == old)
    connection.execute(delete(answer).where(*theirs, at.in_(answered)))
    connection.execute(update(answer).where(*theirs).values(question=new))
    connection.execute(
        update(media)
        .where(media.c.registration_id.in_(numbers), media.c.question == old)
        .values(question=new)
    )
    connection.execute(
        update(registration)
        .where(registration.c.id.in_(numbers))
        .values(version=registration.c.version + 1)
    )
    return places


def _lock(connection: Connection, numbers: list[int]) -> None:
    """Keep turns away from these registrations; a chat's lock comes before them, as in a turn."""
    people = select(registration.c.contact_id).where(registration.c.id.in_(numbers))
    connection.execute(
        select(conversation.c.contact_id)
        .where(conversation.c.contact_id.in_(people))
        .order_by(conversation.c.account, conversation.c.address)
        .with_for_update()
    ).all()
