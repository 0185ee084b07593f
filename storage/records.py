"""One registration with all that belongs to it, as staff look at it: answers, files, consents."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, select, true

from handlers.effects import Agreed
from handlers.state import Answer, AnswerKey
from storage.codec import decode_conversation, source_of
from storage.columns import OFFICE, Keeping
from storage.queries import COMMUNE, ENTRY, Entry, agreed_to, made_in
from storage.schema import answer, consent, contact, conversation, media, registration

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine


@dataclass(frozen=True, slots=True)
class File:
    """A photo or paper that is here; it answers this question of this product (or 0)."""

    id: str
    product: int
    question: str
    mime: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Given:
    """A consent or its withdrawal: to what, when, by which channel, to which text, by what act."""

    topic: str
    given: bool
    at: datetime
    channel: str
    text_version: str
    how: str


@dataclass(frozen=True, slots=True)
class Record:
    """A registration read whole; `entry` has no answers of its own."""

    entry: Entry
    answers: Mapping[AnswerKey, Answer]
    files: tuple[File, ...]
    consents: tuple[Given, ...]


async def read_record(
    reader: AsyncEngine, number: int, communes: frozenset[str] | None
) -> Record | None:
    """
    The registration of this number, a draft too, if it is in one of these communes.

    One that waits for its producer's consent is nobody's to see.
    """
    async with reader.connect() as connection:
        wanted = select(*ENTRY).where(*_may_be_seen([number], communes))
        row = (await connection.execute(wanted)).one_or_none()
        if row is None:
            return None
        return Record(
            Entry(**row._mapping),
            await _answers(connection, number),
            await _files(connection, number),
            await _consents(connection, row),
        )


@dataclass(frozen=True, slots=True)
class Talk:
    """
    The talk that a registration belongs to: its account and address, and the language there.

    In one that is not `open` nothing can be said. It is `ours` to read where all that it is about
    is in the communes that were asked for. `interacted_at` is when the person last turned to us.
    """

    account: str
    address: str
    language: str
    open: bool
    state: str
    ours: bool
    interacted_at: datetime | None = None

    def wanted(self, number: int) -> tuple[AnswerKey, ...]:
        """What staff asked for of this registration, as far as it was not answered yet."""
        wanted = decode_conversation(self.state).wanted
        return wanted.keys if wanted is not None and wanted.registration == number else ()


async def find_talk(
    reader: AsyncEngine, number: int, communes: frozenset[str] | None
) -> Talk | None:
    """Where a registration's producer is talked to; of one that nobody holds there is no talk."""
    return (await find_talks(reader, [number], communes)).get(number)


async def find_talks(
    reader: AsyncEngine, numbers: Collection[int], communes: frozenset[str] | None
) -> Mapping[int, Talk]:
    """The same of several registrations at once, by number."""
    wanted = (
        select(
            registration.c.id,
            contact.c.account,
            contact.c.address,
            contact.c.language,
            and_(
                contact.c.account != OFFICE,
                contact.c.unreachable_since.is_(None),
                contact.c.erased_at.is_(None),
            ),
            conversation.c.state,
            _all_in(communes),
            conversation.c.interacted_at,
        )
        .join(registration, registration.c.contact_id == contact.c.id)
        .join(conversation, conversation.c.contact_id == contact.c.id)
        .where(*_may_be_seen(numbers, communes))
    )
    async with reader.connect() as connection:
        return {row[0]: Talk(*row[1:]) for row in await connection.execute(wanted)}


async def waits_for_consent(reader: AsyncEngine, number: int) -> bool:
    """Whether there is such a registration, and its producer has not agreed to it yet."""
    wanted = select(registration.c.id).where(registration.c.id == number, ~agreed_to)
    async with reader.connect() as connection:
        return await connection.scalar(wanted) is not None


def _all_in(communes: frozenset[str] | None) -> ColumnElement[bool]:
    """Whether nobody registered in the same talk is elsewhere than in these communes."""
    if communes is None:
        return true()
    other = registration.alias()
    elsewhere = exists().where(
        other.c.contact_id == contact.c.id,
        ~exists().where(
            answer.c.registration_id == other.c.id,
            answer.c.product == 0,
            answer.c.question == COMMUNE,
            answer.c.value.in_(sorted(communes)),
        ),
    )
    return ~elsewhere.correlate(contact)


async def find_file(
    reader: AsyncEngine, number: int, name: str, communes: frozenset[str] | None
) -> File | None:
    """A file of this registration, if it may be seen."""
    wanted = (
        select(media.c.id, media.c.product, media.c.question, media.c.mime, media.c.at)
        .join(registration, registration.c.id == media.c.registration_id)
        .where(*_may_be_seen([number], communes), media.c.id == name, media.c.state == Keeping.KEPT)
    )
    async with reader.connect() as connection:
        row = (await connection.execute(wanted)).one_or_none()
    return File(*row) if row else None


def _may_be_seen(
    numbers: Collection[int], communes: frozenset[str] | None
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [registration.c.id.in_(numbers), agreed_to]
    if communes is not None:
        conditions.append(made_in(communes))
    return conditions


async def _answers(connection: AsyncConnection, number: int) -> dict[AnswerKey, Answer]:
    wanted = select(answer).where(answer.c.registration_id == number)
    return {
        (row.product, row.question): Answer(row.value, row.raw, source_of(row.source), row.at)
        for row in await connection.execute(wanted)
    }


async def _files(connection: AsyncConnection, number: int) -> tuple[File, ...]:
    wanted = (
        select(media.c.id, media.c.product, media.c.question, media.c.mime, media.c.at)
        .where(media.c.registration_id == number, media.c.state == Keeping.KEPT)
        .order_by(media.c.at, media.c.id)
    )
    return tuple(File(*row) for row in await connection.execute(wanted))


async def _consents(connection: AsyncConnection, entry: Any) -> tuple[Given, ...]:
    """Those for this registration; of somebody's own also what they agreed to besides."""
    own = consent.c.registration_id == entry.id
    if entry.agreed in {Agreed.SELF, Agreed.CLAIM}:
        own |= and_(consent.c.registration_id.is_(None), consent.c.contact_id == entry.contact_id)
    wanted = (
        select(
            consent.c.topic,
            consent.c.given,
            consent.c.at,
            consent.c.channel,
            consent.c.text_version,
            consent.c.how,
        )
        .where(own)
        .order_by(consent.c.at, consent.c.topic)
    )
    return tuple(Given(*row) for row in await connection.execute(wanted))
