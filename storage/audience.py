"""
Whom a notice is for: the contacts that its filters choose, and which of them it can reach.

Only somebody who agreed to the topic is ever written to; what stands in the way of the others is
counted, not hidden.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import ColumnElement, and_, exists, literal, or_, select

from handlers.state import Status
from storage.instants import instant, micros
from storage.queries import COMMUNE, GROUP, agreed_to
from storage.schema import answer, contact, conversation, registration, seat
from storage.seating import live

if TYPE_CHECKING:
    from sqlalchemy import FromClause


@dataclass(frozen=True, slots=True)
class Audience:
    """
    Who is meant: all that is named must hold, each by one of its values; nothing named is everyone.

    `communes`, `groups`, `statuses` and `codes` are of a registration; `channels` are the first
    words of accounts; `languages` are those people chose; `activities` are those at which they have
    a seat, or wait for one; `seen_since` is when they last turned to us.
    """

    communes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    activities: tuple[int, ...] = ()
    seen_since: datetime | None = None
    codes: tuple[str, ...] = ()


EVERYONE = Audience()


people: FromClause = contact.join(conversation, conversation.c.contact_id == contact.c.id)
"""Contacts with their talks."""


def chosen(audience: Audience) -> ColumnElement[bool]:
    """The condition on `people` that the filters make; whoever was erased is never chosen."""
    conditions: list[ColumnElement[bool]] = [contact.c.erased_at.is_(None)]
    if audience.channels:
        conditions.append(
            or_(*(contact.c.account.startswith(f"{one}:") for one in audience.channels))
        )
    if audience.languages:
        conditions.append(contact.c.language.in_(audience.languages))
    if audience.activities:
        mine = seat.c.contact_id == contact.c.id
        comes = select(literal(1)).where(mine, live, seat.c.activity_id.in_(audience.activities))
        conditions.append(exists(comes))
    if audience.seen_since is not None:
        conditions.append(conversation.c.interacted_at >= audience.seen_since)
    if audience.communes or audience.groups or audience.statuses or audience.codes:
        conditions.append(_registered(audience))
    return and_(*conditions)


def agreed(topic: str) -> ColumnElement[bool]:
    """The condition that a contact agrees to hear about this topic, now."""
    return (literal(",") + conversation.c.consents + ",").contains(f",{topic},", autoescape=True)


def reachable() -> ColumnElement[bool]:
    """The condition that nothing says a contact cannot be reached."""
    return and_(contact.c.unreachable_since.is_(None), contact.c.erased_at.is_(None))


def written(audience: Audience) -> str:
    """Its filters as JSON; a moment as microseconds."""
    named = {name: value for name, value in asdict(audience).items() if value}
    if audience.seen_since is not None:
        named["seen_since"] = micros(audience.seen_since)
    return orjson.dumps(named).decode()


def read(text: str) -> Audience:
    """The audience that was written so."""
    named = orjson.loads(text)
    since = named.pop("seen_since", None)
    lists = {name: tuple(values) for name, values in named.items()}
    return Audience(**lists, seen_since=None if since is None else instant(since))


def _registered(audience: Audience) -> ColumnElement[bool]:
    """
    The condition that one of the contact's registrations is as asked; a draft counts too.

    One that waits for its producer's consent counts for nothing.
    """
    conditions: list[ColumnElement[bool]] = [registration.c.contact_id == contact.c.id, agreed_to]
    if audience.statuses:
        conditions.append(registration.c.status.in_(audience.statuses))
    else:
        conditions.append(registration.c.status != Status.WITHDRAWN)
    if audience.codes:
        conditions.append(registration.c.code.in_(audience.codes))
    for question, values in ((COMMUNE, audience.communes), (GROUP, audience.groups)):
        if values:
            conditions.append(_answered(question, values))
    return exists(select(literal(1)).select_from(registration).where(*conditions))


def _answered(question: str, values: tuple[str, ...]) -> ColumnElement[Any]:
    return exists(
        select(literal(1))
        .select_from(answer)
        .where(
            answer.c.registration_id == registration.c.id,
            answer.c.question == question,
            answer.c.value.in_(values),
        )
    )
