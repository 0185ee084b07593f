"""
Who is in the middle of a form, and what was answered so far: read for a look, without a lock.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from storage.chats import with_answers
from storage.codec import decode_conversation
from storage.registrations import read_answers, read_heads
from storage.schema import answer, conversation, registration

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection

    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

    from handlers.state import Conversation

PAGE = 500


async def waiting(reader: AsyncEngine) -> AsyncIterator[Conversation]:
    """Every talk that has a question open, whole, as the next event would find it."""
    last = 0
    while True:
        async with reader.connect() as connection:
            page, last = await connection.run_sync(_page, last)
        for talk in page:
            yield talk
        if not last:
            return


def _page(connection: Connection, after: int) -> tuple[list[Conversation], int]:
    """The next talks, and the contact to go on after; 0 when there are no more."""
    found = connection.execute(
        select(conversation.c.contact_id, conversation.c.state)
        .where(conversation.c.contact_id > after)
        .order_by(conversation.c.contact_id)
        .limit(PAGE)
    ).all()
    talks = {row.contact_id: decode_conversation(row.state) for row in found}
    talks = {person: one for person, one in talks.items() if one.asked or one.paused}
    owned = connection.execute(
        select(registration.c.contact_id, registration.c.id)
        .where(registration.c.contact_id.in_(talks))
        .order_by(registration.c.id)
    ).all()
    heads = read_heads(connection, [row.id for row in owned])
    for person, number in owned:
        rest = talks[person].registrations
        talks[person] = talks[person]._replace(registrations=(*rest, heads[number]))
    active = {one.active for one in talks.values()} & heads.keys()
    answers = read_answers(connection, sorted(active))
    whole = [
        with_answers(one, one.active, answers[one.active]) if one.active in answers else one
        for one in talks.values()
    ]
    return whole, found[-1].contact_id if len(found) == PAGE else 0


async def answered(reader: AsyncEngine) -> Counter[str]:
    """How often each question of a registration was answered, by its key."""
    counted = select(answer.c.question, func.count()).group_by(answer.c.question)
    async with reader.connect() as connection:
        return Counter(dict((await connection.execute(counted)).tuples().all()))


async def given(reader: AsyncEngine, questions: Collection[str]) -> Counter[tuple[str, str]]:
    """How often each answer was given to these questions, as it is stored."""
    counted = (
        select(answer.c.question, answer.c.value, func.count())
        .where(answer.c.question.in_(questions), answer.c.value != "")
        .group_by(answer.c.question, answer.c.value)
    )
    async with reader.connect() as connection:
        rows = await connection.execute(counted)
        return Counter({(question, value): count for question, value, count in rows})
