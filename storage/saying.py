"""
Says something to somebody outside of a turn: a row of the outbox that nobody owns yet.

A worker that looks round finds it, as it finds the rows of a worker that died.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select, update

from handlers.effects import Message
from storage.codec import encode_message
from storage.columns import OFFICE, Sending
from storage.instants import instant, micros
from storage.schema import contact, conversation, message, outbox

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy.engine import Connection

NOBODY = ""
"""The owner of what no worker has taken yet."""


def say(
    connection: Connection, person: int, words: Callable[[str], str], number: int, at: datetime
) -> None:
    """Put this on its way as the talk's next message, in the person's language; hold its lock."""
    talk = connection.execute(
        select(
            conversation.c.account,
            conversation.c.address,
            conversation.c.seq,
            contact.c.language,
        )
        .join(contact, contact.c.id == conversation.c.contact_id)
        .where(conversation.c.contact_id == person)
    ).one()
    if talk.account == OFFICE:
        return
    text = words(talk.language)
    last = connection.scalar(select(func.max(message.c.at)).where(message.c.contact_id == person))
    spoken = at if last is None else max(at, instant(micros(last) + 1))
    connection.execute(
        insert(outbox).values(
            id=number,
            account=talk.account,
            address=talk.address,
            seq=talk.seq + 1,
            update_key="",
            payload=encode_message(Message(text, by_call=True)),
            status=Sending.PENDING,
            owner=NOBODY,
            at=at,
        )
    )
    connection.execute(
        insert(message).values(
            contact_id=person,
            at=spoken,
            author="bot",
            kind="text",
            text=text,
            media="",
            outbox_id=number,
        )
    )
    connection.execute(
        update(conversation)
        .where(conversation.c.contact_id == person)
        .values(
            seq=talk.seq + 1,
            last_outbox_id=number,
            version=conversation.c.version + 1,
        )
    )
