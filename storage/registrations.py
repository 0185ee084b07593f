"""
How the registrations of a batch's chats are read: their versions always, the rest when it changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.types import BigInteger

from handlers.effects import Agreed
from handlers.state import Answer, AnswerKey, Registration, Status
from storage.chats import with_answers
from storage.codec import source_of
from storage.instants import instant
from storage.prepared import Listed, each
from storage.schema import answer, registration

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.engine import Connection

    from storage.chats import Chat

_STATUSES = {status.value: status for status in Status}
_WAYS = {way.value: way for way in Agreed}

_versions = Listed(
    lambda _, numbers: (
        select(registration.c.contact_id, registration.c.id, registration.c.version)
        .where(registration.c.contact_id.in_(each("contact", numbers, BigInteger)))
        .order_by(registration.c.id)
        .with_for_update()
    ),
    "contact",
)

_heads = Listed(
    lambda _, numbers: select(
        registration.c.id,
        registration.c.status,
        registration.c.round,
        registration.c.title,
        registration.c.products,
        registration.c.verdict,
        registration.c.opened_at,
        registration.c.agreed,
    ).where(registration.c.id.in_(each("registration", numbers, BigInteger))),
    "registration",
)

_answers = Listed(
    lambda _, numbers: select(
        answer.c.registration_id,
        answer.c.product,
        answer.c.question,
        answer.c.value,
        answer.c.raw,
        answer.c.source,
        answer.c.at,
    ).where(answer.c.registration_id.in_(each("registration", numbers, BigInteger))),
    "registration",
)


def read_registrations(connection: Connection, chats: Iterable[Chat]) -> None:
    """Give each chat its registrations, with the answers of the one it is about."""
    people = {chat.contact: chat for chat in chats if not chat.met}
    versions: dict[int, dict[int, int]] = {person: {} for person in people}
    for person, number, version in _versions.rows(connection, (), sorted(people)):
        versions[person][number] = version
    changed = [chat for person, chat in people.items() if versions[person] != chat.versions]
    if changed:
        _take_heads(connection, changed, versions)
    to_read = {
        chat.now.active: chat
        for chat in people.values()
        if any(one.id == chat.now.active and not one.loaded for one in chat.now.registrations)
    }
    for number, answers in read_answers(connection, list(to_read)).items():
        to_read[number].now = with_answers(to_read[number].now, number, answers)
    for chat in people.values():
        chat.before = chat.now


def read_answers(connection: Connection, numbers: list[int]) -> dict[int, dict[AnswerKey, Answer]]:
    """The answers of each of these registrations."""
    found: dict[int, dict[AnswerKey, Answer]] = {number: {} for number in numbers}
    for number, product, question, value, raw, source, at in _answers.rows(connection, (), numbers):
        found[number][product, question] = Answer(value, raw, source_of(source), instant(at))
    return found


def read_heads(connection: Connection, numbers: list[int]) -> dict[int, Registration]:
    """These registrations without their answers."""
    return {row[0]: _head(row) for row in _heads.rows(connection, (), numbers)}


def _take_heads(
    connection: Connection, chats: Iterable[Chat], versions: Mapping[int, Mapping[int, int]]
) -> None:
    """Take over the registrations that changed since they were last read here, and no others."""
    known = {
        one.id: one
        for chat in chats
        for one in chat.now.registrations
        if versions[chat.contact].get(one.id) == chat.versions.get(one.id)
    }
    numbers = {number for chat in chats for number in versions[chat.contact]}
    known |= read_heads(connection, sorted(numbers - known.keys()))
    for chat in chats:
        chat.versions = dict(versions[chat.contact])
        chat.now = chat.now._replace(registrations=tuple(known[number] for number in chat.versions))


def _head(row: Any) -> Registration:
    """A registration without its answers."""
    number, status, round_key, title, products, verdict, opened, agreed = row
    return Registration(
        id=number,
        status=_STATUSES.get(status, Status.DRAFT),
        round=round_key,
        title=title,
        products=products,
        opened=instant(opened),
        loaded=False,
        verdict=verdict,
        agreed=_WAYS.get(agreed, Agreed.WAITING),
    )
