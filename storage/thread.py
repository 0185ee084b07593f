"""
What was said with one contact as staff see it: every line, with what became of ours.

From when a helper began to write down somebody who has not agreed yet, nobody of staff sees what
the talk says, but for what is said to themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, exists, select

from handlers.effects import Agreed
from storage.codec import decode_message
from storage.columns import Keeping, Sending
from storage.engine import insert
from storage.instants import instant, micros
from storage.schema import contact, conversation, media, message, outbox, registration, staff

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

PAGE = 60
NOTE = "note"


@dataclass(frozen=True, slots=True)
class File:
    """A photo, paper or voice note that came in a talk; `state` is what became of it."""

    id: str
    mime: str
    state: Keeping


@dataclass(frozen=True, slots=True)
class Line:
    """
    One thing that was said or done by `author`: `person`, `bot` or `staff`.

    `text` is empty where nothing of it was kept or may be seen; for a tap it is the words of the
    button. `sending` is what became of a line of ours, None for what was sent to nobody; `error`
    says why not.
    """

    author: str
    kind: str
    text: str
    at: datetime
    staff: str = ""
    file: File | None = None
    sending: Sending | None = None
    error: str = ""
    delivered_at: datetime | None = None
    seen_at: datetime | None = None


async def lines_of(
    reader: AsyncEngine, person: int, before: datetime | None = None, size: int = PAGE
) -> tuple[Line, ...]:
    """The newest lines of a contact's talk, oldest first; those `before` a time of them."""
    wanted = (
        select(
            message.c.author,
            message.c.kind,
            message.c.text,
            message.c.at,
            message.c.media,
            staff.c.name.label("staff"),
            media.c.mime,
            media.c.state,
            outbox.c.status,
            outbox.c.error,
            outbox.c.payload,
            outbox.c.delivered_at,
            outbox.c.seen_at,
            veiled(message.c.contact_id, message.c.at).label("veiled"),
        )
        .outerjoin(outbox, outbox.c.id == message.c.outbox_id)
        .outerjoin(media, media.c.id == message.c.media)
        .outerjoin(staff, staff.c.id == message.c.staff_id)
        .where(message.c.contact_id == person)
        .order_by(message.c.at.desc())
        .limit(size)
    )
    if before is not None:
        wanted = wanted.where(message.c.at < before)
    async with reader.connect() as connection:
        rows = (await connection.execute(wanted)).all()
    return _in_order(rows[::-1])


async def find_file(reader: AsyncEngine, person: int, name: str) -> File | None:
    """A photo or paper that came in this contact's talk, if it is here."""
    wanted = (
        select(media.c.id, media.c.mime, media.c.state)
        .join(contact, (contact.c.account == media.c.account) & _same_address)
        .where(contact.c.id == person, media.c.id == name, media.c.state == Keeping.KEPT)
    )
    async with reader.connect() as connection:
        row = (await connection.execute(wanted)).one_or_none()
    return File(row.id, row.mime, Keeping(row.state)) if row else None


async def add_note(
    connection: AsyncConnection, person: int, text: str, by: int, at: datetime
) -> None:
    """Write down something that only staff read; it stands in the talk where it was written."""
    await connection.execute(
        select(conversation.c.contact_id)
        .where(conversation.c.contact_id == person)
        .with_for_update()
    )
    newest = select(message.c.at).where(message.c.contact_id == person)
    last = await connection.scalar(newest.order_by(message.c.at.desc()).limit(1))
    await connection.execute(
        insert(connection.dialect, message).values(
            contact_id=person,
            at=at if last is None else max(at, instant(micros(last) + 1)),
            author="staff",
            kind=NOTE,
            text=text,
            media="",
            staff_id=by,
        )
    )


def veiled(person: ColumnElement[int], at: ColumnElement[datetime]) -> ColumnElement[bool]:
    """Whether what was said then may be about somebody who has not agreed yet."""
    return exists().where(
        registration.c.contact_id == person,
        registration.c.agreed == Agreed.WAITING.value,
        registration.c.opened_at <= at,
    )


_same_address = contact.c.address == media.c.address


def _in_order(rows: Sequence[Row[*tuple[Any, ...]]]) -> tuple[Line, ...]:
    labels: dict[str, str] = {}
    lines, attended = [], False
    for row in rows:
        attended = _attended(row, attended)
        hidden = row.veiled and not (attended or row.author == "staff")
        if row.payload is not None:
            sent = decode_message(row.payload)
            labels |= {one.payload: one.label for one in sent.choices + sent.ways}
        said = labels.get(row.text, "") if row.kind == "tap" else row.text
        lines.append(
            Line(
                author=row.author,
                kind=row.kind,
                text="" if hidden else said,
                at=row.at,
                staff=row.staff or "",
                file=None if hidden or row.mime is None else _file(row),
                sending=None if row.status is None else Sending(row.status),
                error=row.error or "",
                delivered_at=row.delivered_at,
                seen_at=row.seen_at,
            )
        )
    return tuple(lines)


def _attended(row: Row[*tuple[Any, ...]], before: bool) -> bool:  # noqa: FBT001 (a step of a fold)
    """Whether a line stands between the person and staff, by that of the line before it."""
    if row.author == "staff":
        return bool(before) if row.kind == NOTE else row.kind != "handed-back"
    return before and row.author == "person" and row.kind not in {"tap", "follow"}


def _file(row: Row[*tuple[Any, ...]]) -> File:
    return File(row.media, row.mime, Keeping(row.state))
