"""
After a backup is put back: whoever was erased since it was made is erased again.

The database that was in use knows who that was, so it is asked before it is set aside.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import delete, select

from handlers.effects import Erase
from handlers.state import Conversation
from storage.chats import Chat
from storage.engine import open_engine, open_reader
from storage.erase import erase
from storage.instants import micros
from storage.schema import contact, conversation, registration
from storage.upgrade import upgrade

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy.engine import Connection, Row

    from storage.chats import Key

NOBODY = 0


class _Erased(NamedTuple):
    """When these people were erased, and these registrations, by number and opening."""

    people: Mapping[Key, datetime]
    registrations: Mapping[tuple[int, datetime], datetime]


async def erase_again(current: str, restored: str) -> int:
    """
    Bring the restored database to this version and erase in it who is erased in the current one.

    Gives how many people that were. Their photos go when the program serves again.
    """
    reader = open_reader(current)
    async with reader.connect() as connection:
        erased = await connection.run_sync(_read)
    await reader.dispose()
    engine = open_engine(restored)
    await upgrade(engine)
    async with engine.begin() as connection:
        count = await connection.run_sync(_again, erased)
    await engine.dispose()
    return count


def _read(connection: Connection) -> _Erased:
    people = select(contact.c.account, contact.c.address, contact.c.erased_at)
    entries = select(registration.c.id, registration.c.opened_at, registration.c.erased_at)
    return _Erased(
        {
            (row.account, row.address): row.erased_at
            for row in connection.execute(people.where(contact.c.erased_at.is_not(None)))
        },
        {
            (row.id, row.opened_at): row.erased_at
            for row in connection.execute(entries.where(registration.c.erased_at.is_not(None)))
        },
    )


def _again(connection: Connection, erased: _Erased) -> int:
    """A person who was erased and came back before the backup was made is left alone."""
    everybody = {
        row.id: row
        for row in connection.execute(
            select(contact.c.id, contact.c.account, contact.c.address, contact.c.erased_at)
        )
    }
    gone = {
        number: at
        for number, row in everybody.items()
        if (at := erased.people.get((row.account, row.address)))
        and (row.erased_at is None or row.erased_at < at)
    }
    for number, at in gone.items():
        _erase(connection, everybody[number], Erase(everything=True), at)
    for number, entries in _entries(connection, erased, gone.keys()).items():
        wish = Erase(registrations=tuple(entries))
        _erase(connection, everybody[number], wish, max(entries.values()))
    return len(gone)


def _entries(
    connection: Connection, erased: _Erased, gone: Collection[int]
) -> dict[int, dict[int, datetime]]:
    """By contact: the single registrations that are to go, and when they first did."""
    found: defaultdict[int, dict[int, datetime]] = defaultdict(dict)
    rows = select(registration.c.id, registration.c.opened_at, registration.c.contact_id)
    for row in connection.execute(rows.where(registration.c.erased_at.is_(None))):
        at = erased.registrations.get((row.id, row.opened_at))
        if at and row.contact_id and row.contact_id not in gone:
            found[row.contact_id][row.id] = at
    return found


def _erase(
    connection: Connection, person: Row[Any, Any, Any, Any], wish: Erase, at: datetime
) -> None:
    """The talk goes as well: nobody needs its position, and it may hold their words."""
    chat = Chat((person.account, person.address), person.id, Conversation())
    erase(connection, chat, wish, micros(at), NOBODY)
    connection.execute(delete(conversation).where(conversation.c.contact_id == person.id))
