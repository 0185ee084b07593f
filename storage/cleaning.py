"""
The daily clean-up: what has been kept long enough goes.

It may be cut off anywhere and run again; a row that changed meanwhile is looked at once more before
it goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, and_, bindparam, delete, or_, select, tuple_, type_coerce, update

from storage.codec import decode_conversation, encode_conversation
from storage.columns import Keeping, Sending
from storage.drafts import forget_drafts, never_sent
from storage.handed import forget_old, handed_before
from storage.prepared import Prepared
from storage.schema import (
    conversation,
    entry_draft,
    handed_in,
    inbox,
    media,
    message,
    outbox,
    registration,
    request,
    seat,
    unanswered,
)
from storage.seating import forget_names, named_since
from storage.sweeping import sweep

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine


@dataclass(frozen=True, slots=True)
class KeptFor:
    """
    How long things are kept; an office may choose otherwise.

    Voice notes count from when staff were done with them, the names of an activity's guests from
    its end, questions from when they were asked last; `waiting` is for what a helper wrote down of
    somebody who never agreed, and `entries` for what staff typed and never saved.
    """

    update_keys: timedelta = timedelta(days=30)
    drafts: timedelta = timedelta(days=90)
    messages: timedelta = timedelta(days=365)
    answered: timedelta = timedelta(hours=24)
    sent: timedelta = timedelta(days=30)
    voices: timedelta = timedelta(days=30)
    guests: timedelta = timedelta(days=365)
    waiting: timedelta = timedelta(days=30)
    unanswered: timedelta = timedelta(days=180)
    entries: timedelta = timedelta(days=3)
    handed_in: timedelta = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """How many of each went."""

    update_keys: int
    nameless_answers: int
    drafts: int
    messages: int
    outgoing: int
    voices: int
    guests: int
    unanswered: int
    entries: int
    handed_in: int


USUAL = KeptFor()

_forget_key = Prepared(
    lambda _: delete(inbox).where(
        inbox.c.account == bindparam("in_account"), inbox.c.update_key == bindparam("key")
    ),
    "in_account key",
)
_forget_line = Prepared(
    lambda _: delete(message).where(
        message.c.contact_id == bindparam("person"), message.c.at == bindparam("when")
    ),
    "person when",
)
_forget_question = Prepared(
    lambda _: delete(unanswered).where(unanswered.c.folded == bindparam("key")), "key"
)
_forget_entry = Prepared(
    lambda _: delete(entry_draft).where(entry_draft.c.staff_id == bindparam("who")), "who"
)
_forget_sent = Prepared(lambda _: delete(outbox).where(outbox.c.id == bindparam("row")), "row")


async def clean(
    engine: AsyncEngine, reader: AsyncEngine, now: datetime, kept: KeptFor = USUAL
) -> Cleaned:
    """Remove what is due at this time."""
    unsent = never_sent(now - kept.drafts, now - kept.waiting)
    keys = (inbox.c.account, inbox.c.update_key)
    lines = (message.c.contact_id, type_coerce(message.c.at, BigInteger))
    return Cleaned(
        update_keys=await sweep(
            engine, reader, keys, inbox.c.at < now - kept.update_keys, _forget_key.many
        ),
        nameless_answers=await sweep(
            engine,
            reader,
            (conversation.c.account, conversation.c.address),
            conversation.c.expires_at < now,
            lambda connection, rows: _forget_nameless(connection, rows, now),
        ),
        drafts=await sweep(
            engine,
            reader,
            (registration.c.id,),
            unsent,
            lambda connection, rows: forget_drafts(connection, rows, unsent),
        ),
        messages=await sweep(
            engine, reader, lines, message.c.at < now - kept.messages, _forget_line.many
        ),
        entries=await sweep(
            engine,
            reader,
            (entry_draft.c.staff_id,),
            entry_draft.c.at < now - kept.entries,
            _forget_entry.many,
        ),
        outgoing=await sweep(
            engine, reader, (outbox.c.id,), _done_with(now, kept), _forget_sent.many
        ),
        voices=await sweep(
            engine,
            reader,
            (request.c.id,),
            _heard(now - kept.voices),
            lambda connection, rows: _forget_voices(connection, rows, now - kept.voices),
        ),
        guests=await sweep(
            engine, reader, (seat.c.id,), named_since(now - kept.guests), forget_names
        ),
        unanswered=await sweep(
            engine,
            reader,
            (unanswered.c.folded,),
            unanswered.c.last_at < now - kept.unanswered,
            _forget_question.many,
        ),
        handed_in=await sweep(
            engine, reader, (handed_in.c.id,), handed_before(now - kept.handed_in), forget_old
        ),
    )


def _heard(before: datetime) -> ColumnElement[bool]:
    return and_(request.c.media != "", request.c.done_at < before)


def _done_with(now: datetime, kept: KeptFor) -> ColumnElement[bool]:
    """Outgoing rows that nobody will ask for again."""
    settled = (Sending.SENT, Sending.FAILED, Sending.SKIPPED)
    return or_(
        and_(outbox.c.status == Sending.ANSWERED, outbox.c.at < now - kept.answered),
        and_(outbox.c.status.in_(settled), outbox.c.at < now - kept.sent),
        and_(outbox.c.status == Sending.UNKNOWN, outbox.c.at < now - kept.messages),
    )


def _forget_nameless(
    connection: Connection, chats: Sequence[tuple[Any, ...]], now: datetime
) -> None:
    """Take the answers of people who agreed to nothing out of their talks."""
    found = connection.execute(
        select(conversation)
        .where(
            tuple_(conversation.c.account, conversation.c.address).in_(chats),
            conversation.c.expires_at < now,
        )
        .order_by(conversation.c.account, conversation.c.address)
        .with_for_update()
    )
    for row in found.all():
        talk = decode_conversation(row.state)
        asked = talk.asked and talk.asked._replace(reading="", raw="")
        talk = talk._replace(answers={}, last_said="", asked=asked, replaced=None)
        connection.execute(
            update(conversation)
            .where(conversation.c.account == row.account, conversation.c.address == row.address)
            .values(state=encode_conversation(talk), expires_at=None, version=row.version + 1)
        )


def _forget_voices(
    connection: Connection, rows: Sequence[tuple[Any, ...]], before: datetime
) -> None:
    """Have the voice notes removed that staff are done with; what they were about stays."""
    numbers = [number for (number,) in rows]
    heard = and_(request.c.id.in_(numbers), _heard(before))
    connection.execute(
        update(media)
        .where(media.c.id.in_(select(request.c.media).where(heard)))
        .values(registration_id=None, state=Keeping.DROPPED, remote="")
    )
    connection.execute(update(request).where(heard).values(media=""))
