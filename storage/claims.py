"""
Claims to what a helper signed up: looked for in the turn, settled by staff.

A confirmed claim moves the registration, with its files, to the producer's own talk, and writes
down the consent that the producer gave there; what was said while a helper made it is forgotten, so
that nothing is left when the producer has it erased. Both are told in the same transaction, so that
nothing is moved in silence; whoever sends next finds these messages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, exists, insert, select, update

from handlers.effects import Agreed, Wish
from handlers.state import HELPED, Stage, Status
from storage.audit import Deed, note
from storage.codec import decode_conversation, encode_conversation
from storage.columns import Keeping
from storage.listed import relist
from storage.matters import close_if_done
from storage.numbers import Numbers
from storage.saying import say
from storage.schema import (
    answer,
    consent,
    conversation,
    media,
    message,
    outbox,
    registration,
    request,
    still_open,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

    from handlers.effects import Seek

CONFIRMED, REFUSED = "confirmed", "refused"
PHONE = "contact-phone"

_claimable: ColumnElement[bool] = and_(
    registration.c.agreed.in_(sorted(one.value for one in HELPED)),
    registration.c.status.not_in((Status.DRAFT.value, Status.WITHDRAWN.value)),
    registration.c.erased_at.is_(None),
)
_open: ColumnElement[bool] = and_(request.c.wish == Wish.CLAIM.value, request.c.done_at.is_(None))


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim that waits for staff: its number, and that of the registration."""

    id: int
    registration: int
    phone: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """
    What staff decided of the claim with this number, and when.

    `producer` and `helper` are what each is told, by the language they read.
    """

    claim: int
    confirmed: bool
    at: datetime
    producer: Callable[[str], str]
    helper: Callable[[str], str]


def may_be_claimed(connection: Connection, wish: Seek, contact: int) -> bool:
    """Whether a helper, and not this contact, made a registration that has both."""
    phone = exists().where(
        answer.c.registration_id == registration.c.id,
        answer.c.product == 0,
        answer.c.question == PHONE,
        answer.c.value == wish.phone,
    )
    another = registration.c.contact_id.is_distinct_from(contact)
    found = select(registration.c.id).where(
        registration.c.id == wish.registration, _claimable, another, phone
    )
    return connection.scalar(found) is not None


async def waiting(reader: AsyncEngine) -> tuple[Claim, ...]:
    """The claims that wait for staff, the oldest first."""
    wanted = select(request.c.id, request.c.registration_id, request.c.phone, request.c.at)
    async with reader.connect() as connection:
        found = await connection.execute(wanted.where(_open).order_by(request.c.id))
        return tuple(Claim(*row) for row in found)


async def one_waiting(reader: AsyncEngine, number: int) -> Claim | None:
    """The claim of this number, if it waits."""
    return next((one for one in await waiting(reader) if one.id == number), None)


async def settle(engine: AsyncEngine, decision: Decision, deed: Deed) -> bool:
    """Settle a claim that waits; false where it is settled, or there is nothing to hand over."""
    numbers = Numbers(engine, "outbox", 2)
    async with numbers.held(2), engine.begin() as connection:
        done = await connection.run_sync(_settled, decision, deed.staff, numbers)
        if done:
            await note(connection, deed, decision.at)
    await numbers.give_back()
    return done


def _settled(connection: Connection, decision: Decision, by: int | None, numbers: Numbers) -> bool:
    this = and_(request.c.id == decision.claim, _open)
    claim = connection.execute(select(request).where(this)).one_or_none()
    if claim is None:
        return False
    helper = _locked(connection, claim)
    entry = connection.execute(
        select(registration.c.contact_id)
        .where(registration.c.id == claim.registration_id, _claimable)
        .with_for_update()
    ).one_or_none()
    if decision.confirmed and (entry is None or entry.contact_id != helper):
        return False
    outcome = CONFIRMED if decision.confirmed else REFUSED
    closed = connection.execute(
        update(request).where(this).values(done_at=decision.at, outcome=outcome)
    )
    if not closed.rowcount:
        return False
    if decision.confirmed:
        _moved(connection, claim, decision)
        connection.execute(
            update(request)
            .where(
                _open,
                request.c.registration_id == claim.registration_id,
                request.c.contact_id == claim.contact_id,
            )
            .values(done_at=decision.at, outcome=CONFIRMED)
        )
        if helper is not None:
            _left(connection, helper, claim.registration_id)
            say(connection, helper, decision.helper, numbers.take(), decision.at)
    say(connection, claim.contact_id, decision.producer, numbers.take(), decision.at)
    close_if_done(connection, claim.contact_id, by, decision.at)
    return True


def _locked(connection: Connection, claim: Any) -> int | None:
    """Who holds the registration; both talks are locked first, as in a turn."""
    helper: int | None = connection.scalar(
        select(registration.c.contact_id).where(registration.c.id == claim.registration_id)
    )
    connection.execute(
        select(conversation.c.contact_id)
        .where(conversation.c.contact_id.in_([claim.contact_id, helper]))
        .order_by(conversation.c.account, conversation.c.address)
        .with_for_update()
    ).all()
    return helper


def _moved(connection: Connection, claim: Any, decision: Decision) -> None:
    """The registration in the producer's own talk, with their consent and its files."""
    number = claim.registration_id
    connection.execute(
        update(registration)
        .where(registration.c.id == number)
        .values(
            contact_id=claim.contact_id,
            agreed=Agreed.CLAIM.value,
            updated_at=decision.at,
            version=registration.c.version + 1,
        )
    )
    relist(connection, [number])
    talk = connection.execute(
        select(conversation.c.account, conversation.c.address).where(
            conversation.c.contact_id == claim.contact_id
        )
    ).one()
    connection.execute(
        update(media)
        .where(media.c.registration_id == number, media.c.state == Keeping.KEPT)
        .values(account=talk.account, address=talk.address)
    )
    names = ("contact_id", "topic", "given", "at", "channel", "text_version", "update_key", "how")
    agreed = (
        select(*(consent.c[name] for name in names))
        .where(consent.c.contact_id == claim.contact_id, consent.c.how == Agreed.CLAIM.value)
        .order_by(consent.c.id.desc())
        .limit(1)
    )
    for row in connection.execute(agreed).all():
        connection.execute(insert(consent).values(**row._mapping, registration_id=number))


def _left(connection: Connection, helper: int, number: int) -> None:
    """The helper's talk, no longer about what is not theirs, nor in the words that made it."""
    opened = select(registration.c.opened_at).where(registration.c.id == number).scalar_subquery()
    since = and_(message.c.contact_id == helper, message.c.at >= opened)
    connection.execute(
        delete(outbox).where(outbox.c.id.in_(select(message.c.outbox_id).where(since)), ~still_open)
    )
    connection.execute(update(message).where(since).values(text=""))
    row = connection.execute(
        select(conversation.c.state, conversation.c.version).where(
            conversation.c.contact_id == helper
        )
    ).one()
    talk = decode_conversation(row.state)
    if talk.active != number:
        return
    talk = talk._replace(
        active=0, stage=Stage.HOME, asked=None, paused=None, section="", editing=False, offered=()
    )
    connection.execute(
        update(conversation)
        .where(conversation.c.contact_id == helper)
        .values(state=encode_conversation(talk), version=row.version + 1)
    )
