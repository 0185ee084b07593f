"""
Erasure, in the transaction of the turn that asks for it: who it was goes, what is counted stays.

Gone: names, phones (also one that the channel vouched for), every text of the chat, answers,
photos, requests to staff, sends still waiting; seats go to whoever waits for one. Left of a
registration that was sent: its code, dates, status, commune and product group; of a draft the bare
number, by which a backup that is put back is known to hold something erased.
Left of the consents: what was agreed to and when, by nobody in particular. The chat's address
stays for as long as the chat does, like that of anybody who never agreed to anything. What a helper
sent for a producer who agreed is not the helper's: it stays whole, in nobody's talk, until claimed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, literal, or_, select, update

from handlers.effects import Agreed
from handlers.state import HELPED, Conversation, Status
from storage import seating
from storage.columns import Keeping
from storage.instants import instant
from storage.listed import relist
from storage.schema import (
    answer,
    consent,
    contact,
    digest,
    handed_row,
    history,
    matter,
    media,
    message,
    note,
    outbox,
    petition,
    registration,
    request,
    timer,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy.engine import Connection

    from handlers.effects import Erase
    from storage.chats import Chat

_of_others = and_(
    registration.c.agreed.in_(sorted(one.value for one in HELPED - {Agreed.WAITING})),
    registration.c.status != Status.DRAFT.value,
)
"""Whether a registration was sent for a producer who agreed, and is somebody else's."""

KEPT = ("est-commune-code", "prod-group")
"""The answers that stay, for statistics; they name nobody."""


def forget(talk: Conversation, erase: Erase) -> Conversation:
    """The talk without what the person said in it."""
    asked = talk.asked and talk.asked._replace(reading="", raw="")
    if erase.everything:
        return Conversation(
            language=talk.language,
            stage=talk.stage,
            asked=asked,
            page=talk.page,
            offered=talk.offered,
            replied_at=talk.replied_at,
            claimed=talk.claimed,
        )
    left = tuple(one for one in talk.registrations if one.id not in erase.registrations)
    active = talk.active if any(one.id == talk.active for one in left) else 0
    return talk._replace(
        asked=asked,
        answers={},
        last_said="",
        active=active,
        registrations=left,
        replaced=None,
        wanted=None,
    )


def erase(connection: Connection, chat: Chat, wish: Erase, at: int, spare: int) -> list[str]:
    """
    Erase from every table; gives the photos and papers whose files are to be removed.

    The outgoing row with the id `spare` is left: it tells the person what was done.
    """
    said = and_(
        message.c.contact_id == chat.contact,
        message.c.outbox_id.is_distinct_from(spare),
    )
    connection.execute(
        delete(outbox).where(
            outbox.c.id.in_(
                select(message.c.outbox_id).where(said, message.c.outbox_id.is_not(None))
            )
        )
    )
    connection.execute(delete(message).where(said))
    numbers = _numbers(connection, chat, wish)
    files = _media(connection, chat, wish, numbers)
    _registrations(connection, numbers, at)
    if wish.everything:
        account, address = chat.key
        connection.execute(
            delete(timer).where(timer.c.account == account, timer.c.address == address)
        )
        seating.forget(connection, chat.contact, instant(at))
        connection.execute(
            update(registration)
            .where(registration.c.contact_id == chat.contact, _of_others)
            .values(contact_id=None, version=registration.c.version + 1)
        )
        connection.execute(delete(request).where(request.c.contact_id == chat.contact))
        connection.execute(
            update(digest).where(digest.c.contact_id == chat.contact).values(contact_id=None)
        )
        connection.execute(delete(matter).where(matter.c.contact_id == chat.contact))
        connection.execute(
            update(petition)
            .where(petition.c.contact_id == chat.contact)
            .values(contact_id=None, name="", words="", answer="")
        )
        connection.execute(
            update(consent).where(consent.c.contact_id == chat.contact).values(contact_id=None)
        )
        connection.execute(
            update(contact)
            .where(contact.c.id == chat.contact)
            .values(erased_at=instant(at), source="")
        )
    connection.execute(update(contact).where(contact.c.id == chat.contact).values(phone=""))
    return files


def _numbers(connection: Connection, chat: Chat, wish: Erase) -> dict[int, str]:
    """The registrations meant, each with its status; only this person's own."""
    mine = select(registration.c.id, registration.c.status).where(
        registration.c.contact_id == chat.contact
    )
    if wish.everything:
        mine = mine.where(~_of_others)
    else:
        mine = mine.where(registration.c.id.in_(wish.registrations))
    return {row.id: row.status for row in connection.execute(mine)}


def _media(connection: Connection, chat: Chat, wish: Erase, numbers: Collection[int]) -> list[str]:
    """Mark the photos and papers whose files are to go."""
    account, address = chat.key
    of_others = select(registration.c.id).where(
        registration.c.contact_id == chat.contact, _of_others
    )
    all_of_them = and_(
        literal(wish.everything),
        media.c.account == account,
        media.c.address == address,
        or_(media.c.registration_id.is_(None), media.c.registration_id.not_in(of_others)),
    )
    found = connection.execute(
        update(media)
        .where(or_(media.c.registration_id.in_(numbers), all_of_them))
        .values(state=Keeping.DROPPED, registration_id=None, remote="", reason="")
        .returning(media.c.id)
    )
    return [row.id for row in found]


def _registrations(connection: Connection, numbers: Mapping[int, str], at: int) -> None:
    """Take away everything that could tell whose they are, and of drafts what was answered."""
    drafts = [number for number, status in numbers.items() if status == Status.DRAFT]
    theirs = answer.c.registration_id.in_(numbers)
    connection.execute(
        delete(answer).where(
            theirs,
            or_(answer.c.registration_id.in_(drafts), answer.c.question.not_in(KEPT)),
        )
    )
    connection.execute(update(answer).where(theirs).values(raw=""))
    forget_history(connection, numbers)
    connection.execute(
        update(petition)
        .where(petition.c.registration_id.in_(numbers))
        .values(name="", words="", answer="")
    )
    connection.execute(
        update(registration)
        .where(registration.c.id.in_(numbers))
        .values(
            contact_id=None,
            title="",
            erased_at=instant(at),
            source="",
            version=registration.c.version + 1,
        )
    )
    relist(connection, numbers)
    connection.execute(
        update(handed_row).where(handed_row.c.registration_id.in_(numbers)).values(cells="[]")
    )


def forget_history(connection: Connection, numbers: Collection[int]) -> None:
    """Leave of their history how far these registrations came and when, and no notes."""
    theirs = history.c.registration_id.in_(numbers)
    connection.execute(delete(history).where(theirs, history.c.question != ""))
    connection.execute(update(history).where(theirs).values(reason=""))
    connection.execute(delete(note).where(note.c.registration_id.in_(numbers)))
