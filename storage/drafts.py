"""
What was never sent and nobody has touched for too long: it goes with its answers, and with all that
the talk still knows of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, or_, select, update

from handlers.effects import Agreed
from handlers.state import Status
from storage.codec import decode_conversation, encode_conversation
from storage.columns import Keeping
from storage.schema import answer, conversation, history, media, note, registration

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.engine import Connection


def never_sent(drafts: datetime, waiting: datetime) -> ColumnElement[bool]:
    """Drafts untouched since the one moment, and what no consent came for since the other."""
    last = registration.c.updated_at
    return or_(
        and_(registration.c.status == Status.DRAFT, last < drafts),
        and_(registration.c.agreed == Agreed.WAITING.value, last < waiting),
    )


def forget_drafts(
    connection: Connection, rows: Sequence[tuple[Any, ...]], due: ColumnElement[bool]
) -> None:
    """Remove them with their answers; the files of their photos are removed by who keeps them."""
    numbers = [number for (number,) in rows]
    people = select(registration.c.contact_id).where(registration.c.id.in_(numbers))
    # a chat's lock comes before its registrations', here as in a turn
    talks = connection.execute(
        select(conversation)
        .where(conversation.c.contact_id.in_(people))
        .order_by(conversation.c.account, conversation.c.address)
        .with_for_update()
    ).all()
    still = connection.execute(select(registration.c.id).where(registration.c.id.in_(numbers), due))
    drafts = [row.id for row in still]
    for row in talks:
        _take_out(connection, row, drafts)
    connection.execute(delete(answer).where(answer.c.registration_id.in_(drafts)))
    for table in (history, note):
        connection.execute(delete(table).where(table.c.registration_id.in_(drafts)))
    connection.execute(
        update(media)
        .where(media.c.registration_id.in_(drafts))
        .values(registration_id=None, state=Keeping.DROPPED, remote="")
    )
    connection.execute(delete(registration).where(registration.c.id.in_(drafts)))


def _take_out(connection: Connection, row: Row[*tuple[Any, ...]], drafts: Collection[int]) -> None:
    """Take the answer that could still be put back out of a talk."""
    talk = decode_conversation(row.state)
    if talk.replaced is None or talk.replaced.registration not in drafts:
        return
    state = encode_conversation(talk._replace(replaced=None))
    connection.execute(
        update(conversation)
        .where(conversation.c.account == row.account, conversation.c.address == row.address)
        .values(state=state, version=row.version + 1)
    )
