"""Everything that is kept about one person, read together: for whoever asks to see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from sqlalchemy import select

from storage.records import Given, Record, read_record
from storage.schema import activity, consent, contact, message, registration, request, seat

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.ext.asyncio import AsyncEngine


class Said(NamedTuple):
    """One line of their talk, by `person`, `bot` or `staff`."""

    at: datetime
    author: str
    text: str


class Wished(NamedTuple):
    """What they asked staff for."""

    at: datetime
    wish: str
    name: str
    phone: str
    text: str


class Booked(NamedTuple):
    """A seat at an activity, whose `words` are by language."""

    words: Mapping[str, Any]
    starts_at: datetime
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Personal:
    """
    What is kept: of their address on a channel, and of each registration.

    Of somebody whom a helper signed up there is the registration alone, and no channel.
    """

    channel: str
    since: datetime | None
    phone: str
    records: tuple[Record, ...]
    consents: tuple[Given, ...]
    lines: tuple[Said, ...]
    wishes: tuple[Wished, ...]
    seats: tuple[Booked, ...]


async def read_personal(
    reader: AsyncEngine, person: int | None, registration_id: int | None
) -> Personal:
    """All of a contact's data, or those of one registration."""
    if registration_id or not person:
        numbers = [registration_id] if registration_id else []
        return Personal("", None, "", await _records(reader, numbers), (), (), (), ())
    theirs = select(registration.c.id).where(
        registration.c.contact_id == person, registration.c.erased_at.is_(None)
    )
    head = select(contact.c.account, contact.c.created_at, contact.c.phone)
    async with reader.connect() as connection:
        account, since, phone = (await connection.execute(head.where(contact.c.id == person))).one()
        numbers = list(await connection.scalars(theirs.order_by(registration.c.id)))

        async def rows(wanted: Select[Any]) -> list[Any]:
            return list(await connection.execute(wanted))

        consents = await rows(
            select(
                consent.c.topic,
                consent.c.given,
                consent.c.at,
                consent.c.channel,
                consent.c.text_version,
                consent.c.how,
            )
            .where(consent.c.contact_id == person)
            .order_by(consent.c.id)
        )
        lines = await rows(
            select(message.c.at, message.c.author, message.c.text)
            .where(message.c.contact_id == person, message.c.text != "", message.c.kind != "tap")
            .order_by(message.c.at)
        )
        wishes = await rows(
            select(request.c.at, request.c.wish, request.c.name, request.c.phone, request.c.text)
            .where(request.c.contact_id == person)
            .order_by(request.c.id)
        )
        seats = await rows(
            select(activity.c.words, activity.c.starts_at, seat.c.name, seat.c.phone)
            .join(activity, activity.c.id == seat.c.activity_id)
            .where(seat.c.contact_id == person)
            .order_by(seat.c.id)
        )
    return Personal(
        account.partition(":")[0],
        since,
        phone,
        await _records(reader, numbers),
        tuple(Given(**row._mapping) for row in consents),
        tuple(Said(*row) for row in lines),
        tuple(Wished(*row) for row in wishes),
        tuple(Booked(orjson.loads(row.words), *row[1:]) for row in seats),
    )


async def _records(reader: AsyncEngine, numbers: list[int]) -> tuple[Record, ...]:
    found = [await read_record(reader, number, None) for number in numbers]
    return tuple(one for one in found if one is not None)
