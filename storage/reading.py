"""
How a batch's chats are read: what was heard before, where each talk stands, what it registered.

The conversation rows are locked, in the order of their keys, and everything is read after the
lock. A talk that this process wrote last is not decoded again: its version says whether the
memory of it still holds, and the versions of its registrations say so for their answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, literal_column, select
from sqlalchemy.types import Text

from handlers.state import Conversation
from storage.chats import Chat, Key, Memory
from storage.codec import decode_conversation, decode_message
from storage.columns import Sending
from storage.editions import OldBook, newest
from storage.engine import insert
from storage.hearing import Queued
from storage.prepared import Listed, Written, each
from storage.registrations import read_registrations
from storage.schema import contact, conversation, inbox, outbox, still_open

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.engine import Connection

    from storage.hearing import Hearing


_hear_first = Listed(
    lambda dialect, numbers: (
        insert(dialect, inbox)
        .values(
            [
                {column.name: bindparam(f"{column.name}{n}") for column in inbox.columns}
                for n in numbers
            ]
        )
        .on_conflict_do_nothing()
        .returning(inbox.c.account, inbox.c.update_key, newest)
    ),
    "account update_key address at",
)

_meet = Written(
    contact,
    "account address language source created_at",
    lambda new: new.on_conflict_do_nothing().returning(
        contact.c.account, contact.c.address, contact.c.id
    ),
)

_talks = Listed(
    lambda _, numbers: (
        select(
            conversation.c.address,
            conversation.c.contact_id,
            conversation.c.state,
            conversation.c.consents,
            conversation.c.version,
            conversation.c.seq,
            conversation.c.last_outbox_id,
            conversation.c.heard_at,
            conversation.c.interacted_at,
            contact.c.unreachable_since,
        )
        .join(contact, contact.c.id == conversation.c.contact_id)
        .where(
            conversation.c.account == bindparam("account", type_=Text()),
            conversation.c.address.in_(each("address", numbers, Text)),
        )
        .order_by(conversation.c.address)
        .with_for_update(of=conversation)
    ),
    "address",
    before="account",
)

_must_call = Listed(
    lambda _, numbers: (
        select(conversation.c.address)
        .join(contact, contact.c.id == conversation.c.contact_id)
        .outerjoin(outbox, outbox.c.id == conversation.c.last_outbox_id)
        .where(
            conversation.c.account == bindparam("account", type_=Text()),
            conversation.c.address.in_(each("address", numbers, Text)),
            contact.c.refused_at.is_not(None) | still_open,
        )
    ),
    "address",
    before="account",
)

_answered = Listed(
    lambda _, numbers: (
        select(
            outbox.c.address,
            outbox.c.update_key,
            outbox.c.id,
            outbox.c.seq,
            outbox.c.payload,
            conversation.c.interacted_at,
        )
        .join(conversation, conversation.c.last_outbox_id == outbox.c.id)
        .where(
            conversation.c.account == bindparam("account", type_=Text()),
            conversation.c.address.in_(each("address", numbers, Text)),
            outbox.c.status == literal_column(str(int(Sending.ANSWERED))),
        )
    ),
    "address",
    before="account",
)


def hear_first(
    connection: Connection, rows: list[tuple[str, str, str, int]], edition: int
) -> set[Key]:
    """
    Note these events (account, key, address, time); those that were never heard before.

    Raises `OldBook` where there are any and this is not the edition of the book that holds.
    """
    new = _hear_first.rows(connection, (), sorted(rows))
    if new and new[0][2] != edition:
        raise OldBook
    return {(row[0], row[1]) for row in new}


def read_chats(
    connection: Connection, memory: Memory, wanted: dict[Key, tuple[str, str]], at: int
) -> dict[Key, Chat]:
    """
    These chats, locked; a stranger's begins.

    `wanted` has the language that each chat's channel suggests and the source that a stranger came
    by; each may be empty.
    """
    chats: dict[Key, Chat] = {}
    _find(connection, memory, sorted(wanted), chats)
    strangers = sorted(key for key in wanted if key not in chats)
    if strangers:
        _meet_them(connection, memory, [(*key, *wanted[key], at) for key in strangers], chats)
    read_registrations(connection, chats.values())
    return chats


def must_call(connection: Connection, keys: Iterable[Key]) -> set[Key]:
    """
    The chats whose reply may not travel in the answer of a webhook.

    They have a message on its way that must come first, or a send to them was refused before.
    """
    return {
        (account, row[0])
        for account, addresses in _by_account(keys).items()
        for row in _must_call.rows(connection, (account,), addresses)
    }


def read_answered(connection: Connection, keys: Iterable[Key]) -> dict[Key, Queued]:
    """By account and update key: replies that travelled in an answer and are the last word."""
    return {
        (account, name): Queued(
            number, account, address, seq, decode_message(payload), interacted or 0
        )
        for account, addresses in _by_account(keys).items()
        for address, name, number, seq, payload, interacted in _answered.rows(
            connection, (account,), addresses
        )
    }


def read_pending(connection: Connection, worker: str, one: Hearing) -> tuple[Queued, ...]:
    """The replies to this event that wait for this worker."""
    found = connection.execute(
        select(outbox.c.id, outbox.c.seq, outbox.c.payload)
        .where(
            still_open,
            outbox.c.account == one.account,
            outbox.c.address == one.address,
            outbox.c.update_key == one.update_key,
            outbox.c.owner == worker,
        )
        .order_by(outbox.c.seq)
    )
    return tuple(
        Queued(row.id, one.account, one.address, row.seq, decode_message(row.payload))
        for row in found
    )


def _by_account(keys: Iterable[Key]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for account, address in keys:
        found.setdefault(account, []).append(address)
    return found


def _find(
    connection: Connection, memory: Memory, keys: Sequence[Key], chats: dict[Key, Chat]
) -> None:
    """Lock and read those of these chats that there are."""
    for account, addresses in _by_account(keys).items():
        for row in _talks.rows(connection, (account,), addresses):
            address, person, state, consents, version, seq, last, heard, interacted, lost = row
            key = (account, address)
            known = memory.recall(key, version)
            chat = Chat(key, person, known.now if known else decode_conversation(state))
            if known:
                chat.versions = known.versions
            if consents:
                chat.consents = frozenset(consents.split(","))
            chat.version = version
            chat.seq = seq
            chat.last = last
            chat.heard_at = heard
            chat.interacted_at = interacted or 0
            chat.unreachable_since = lost
            chats[key] = chat


def _meet_them(
    connection: Connection,
    memory: Memory,
    strangers: list[tuple[str, str, str, str, int]],
    chats: dict[Key, Chat],
) -> None:
    """
    Meet these people: account, address, language, source, time.

    Another process may have met them a moment ago; the insert has waited for it.
    """
    languages = {(account, address): language for account, address, language, _, _ in strangers}
    for account, address, person in _meet.rows(connection, strangers):
        key = (account, address)
        chats[key] = Chat(key, person, Conversation(language=languages[key]))
        chats[key].met = True
    _find(connection, memory, [key for key in languages if key not in chats], chats)
    for key, language in languages.items():
        if key not in chats:
            person = _person(connection, key)
            chats[key] = Chat(key, person, Conversation(language=language))


def _person(connection: Connection, key: Key) -> int:
    """A contact without a talk; only something outside of this program leaves one."""
    account, address = key
    found = connection.execute(
        select(contact.c.id).where(contact.c.account == account, contact.c.address == address)
    )
    return int(found.scalar_one())
