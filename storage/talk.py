"""
What was said in one chat, to be shown again: the web page's history, and what it missed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from handlers.effects import Message
from storage.codec import decode_message
from storage.columns import Sending
from storage.flights import NOTICE
from storage.schema import conversation, message, outbox
from storage.standings import PROMOTION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncEngine

    from handlers.effects import Attachment, Choice

MOST_LINES = 120
WORDS = frozenset({"text", "tap", NOTICE, PROMOTION})
FILES = frozenset({"photo", "document"})


@dataclass(frozen=True, slots=True)
class Line:
    """
    One thing said by `author`: `person`, `bot` or `staff`.

    `seq` counts what was sent to the chat; for the person, and for a notice, it is that of the line
    before. `update_key` names the person's message, or the one that a line of ours answers, where
    that is known; `notice` names a notice and whose it is. Only the newest line of ours that is no
    notice has its buttons.
    """

    author: str
    kind: str
    seq: int
    text: str
    at: datetime
    update_key: str = ""
    choices: tuple[Choice, ...] = ()
    ways: tuple[Choice, ...] = ()
    attached: Attachment | None = None
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Missed:
    """What a page has not heard, oldest first; `whole` when it is to forget what it has."""

    lines: tuple[Line, ...] = ()
    whole: bool = False


NOTHING_YET = -1
"""What a page has seen that has just been opened."""


async def lines_after(reader: AsyncEngine, account: str, address: str, seen: int) -> Missed:
    """
    What was said since line `seen`.

    A page that has seen more than there is (the tables were restored from a copy) is told all.
    """
    async with reader.connect() as connection:
        chat = await connection.execute(
            select(conversation.c.contact_id, conversation.c.seq).where(
                conversation.c.account == account, conversation.c.address == address
            )
        )
        person, newest = chat.one_or_none() or (0, 0)
        whole = not 0 <= seen <= newest
        if newest in (0, seen):
            return Missed(whole=whole)
        found = await connection.execute(
            select(
                message.c.author,
                message.c.kind,
                message.c.text,
                message.c.at,
                message.c.notice_id,
                message.c.notice_row,
                outbox.c.seq,
                outbox.c.payload,
                outbox.c.update_key,
            )
            .outerjoin(outbox, outbox.c.id == message.c.outbox_id)
            .where(
                message.c.contact_id == person,
                outbox.c.status.is_distinct_from(int(Sending.SKIPPED)),
            )
            .order_by(message.c.at.desc())
            .limit(MOST_LINES)
        )
        lines = in_order(found.all()[::-1])
    return Missed(tuple(line for line in lines if whole or is_news(line, seen)), whole)


async def attached_to(
    reader: AsyncEngine, account: str, address: str, media: str
) -> Attachment | None:
    """The picture or paper of this id, if a message of ours brought it to this address."""
    said = (
        select(outbox.c.payload)
        .join(message, message.c.outbox_id == outbox.c.id)
        .join(conversation, conversation.c.contact_id == message.c.contact_id)
        .where(
            conversation.c.account == account,
            conversation.c.address == address,
            message.c.media == media,
            message.c.author != "person",
        )
        .limit(1)
    )
    async with reader.connect() as connection:
        payload = await connection.scalar(said)
    return None if payload is None else decode_message(payload).attached


def in_order(rows: Sequence[Row[*tuple[Any, ...]]]) -> list[Line]:
    """Rows, oldest first, as lines; what the person said is named after the answer to it."""
    lines: list[Line] = []
    labels: dict[str, str] = {}
    seq = 0
    for row in rows:
        if row.author == "person":
            lines.append(Line(row.author, row.kind, seq, row.text, row.at))
            if row.kind == "tap":
                lines[-1] = replace(lines[-1], text=labels.get(row.text, ""))
            continue
        said = Message(row.text) if row.payload is None else decode_message(row.payload)
        labels |= {choice.payload: choice.label for choice in said.choices + said.ways}
        seq = row.seq or seq
        key = row.update_key or ""
        if lines and lines[-1].author == "person":
            lines[-1] = replace(lines[-1], update_key=key)
        lines.append(
            Line(
                row.author,
                row.kind,
                seq,
                said.text,
                row.at,
                key,
                said.choices,
                said.ways,
                said.attached,
                f"{row.notice_id}/{row.notice_row}" if row.notice_id else "",
            )
        )
    ours = (n for n, line in enumerate(lines) if line.author != "person" and not line.notice)
    newest = max(ours, default=0)
    return [
        line if n == newest else replace(line, choices=(), ways=())
        for n, line in enumerate(lines)
        if line.kind in FILES or (line.text and line.kind in WORDS)
    ]


def is_news(line: Line, seen: int) -> bool:
    """Whether a page that has heard line `seen` may not know of this one."""
    return line.seq > seen or (line.author == "person" and line.seq == seen)
