"""
The editions of the book that staff published, and the sentences that they are still changing.

An edition holds everything that is changed of the pack that ships, so that one alone is enough to
load a book, and to go back to. Rows only get more; what holds is the newest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, literal_column, select

from content.changes import NO_CHANGES, Changes
from content.model import Round
from storage.audit import Deed, note
from storage.engine import insert
from storage.schema import edition, rewording, staff

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncEngine

newest = select(func.coalesce(func.max(edition.c.id), literal_column("0"))).scalar_subquery()
"""The number of the edition that holds; 0 where none was published."""

_told = select(
    edition.c.id,
    edition.c.at,
    staff.c.name.label("by"),
    edition.c.note,
    edition.c.back_to,
    edition.c.changes,
).join(staff, staff.c.id == edition.c.staff_id)


_DAYS = ("plan_date", "opens", "deadline")


class OldBook(Exception):
    """Another edition was published than the book was made of."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition: who published it and when; `back_to` is the one whose words it took up again."""

    number: int
    at: datetime
    by: str
    note: str
    back_to: int | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class Rewording:
    """A sentence as somebody would have it, not yet published."""

    language: str
    key: str
    text: str
    by: str
    at: datetime


async def number(reader: AsyncEngine) -> int:
    """The number of the edition that holds."""
    async with reader.connect() as connection:
        return await connection.scalar(select(newest)) or 0


async def changes_now(reader: AsyncEngine) -> tuple[int, Changes]:
    """The edition that holds: its number, and what it changes of the pack."""
    newest_first = select(edition.c.id, edition.c.changes).order_by(edition.c.id.desc()).limit(1)
    async with reader.connect() as connection:
        row = (await connection.execute(newest_first)).one_or_none()
    return (row.id, _read(row.changes)) if row else (0, NO_CHANGES)


async def published(reader: AsyncEngine, most: int) -> list[Edition]:
    """The last editions, the newest first."""
    async with reader.connect() as connection:
        rows = await connection.execute(_told.order_by(edition.c.id.desc()).limit(most))
        return [_edition(row) for row in rows]


async def one_edition(reader: AsyncEngine, wanted: int) -> Edition | None:
    """This edition; None where there is none of this number."""
    async with reader.connect() as connection:
        row = (await connection.execute(_told.where(edition.c.id == wanted))).one_or_none()
    return _edition(row) if row else None


async def publish(
    engine: AsyncEngine, new: Edition, deed: Deed, drawn: tuple[Rewording, ...] = ()
) -> bool:
    """
    Publish an edition, whose number is one more than that of the one it was made after.

    False where another was published meanwhile. `drawn` are the sentences being changed that it
    has: those are done with, unless somebody has changed them again.
    """
    async with engine.begin() as connection:
        made = await connection.execute(
            insert(connection.dialect, edition)
            .values(
                id=new.number,
                at=new.at,
                staff_id=deed.staff,
                note=new.note,
                back_to=new.back_to,
                changes=_written(new.changes),
            )
            .on_conflict_do_nothing()
            .returning(edition.c.id)
        )
        if made.scalar() is None:
            return False
        for one in drawn:
            same = (rewording.c.language == one.language, rewording.c.key == one.key)
            await connection.execute(delete(rewording).where(*same, rewording.c.at == one.at))
        await note(connection, deed, new.at)
    return True


async def rewordings(reader: AsyncEngine) -> list[Rewording]:
    """The sentences that are being changed, in the order of their keys."""
    words = (rewording.c.language, rewording.c.key, rewording.c.text)
    found = (
        select(*words, staff.c.name, rewording.c.at)
        .join(staff, staff.c.id == rewording.c.staff_id)
        .order_by(rewording.c.key, rewording.c.language)
    )
    async with reader.connect() as connection:
        return [Rewording(*row) for row in await connection.execute(found)]


async def reword(
    engine: AsyncEngine, language: str, key: str, text: str, who: int, at: datetime
) -> None:
    """Put down how somebody would have a sentence, in place of what was put down before."""
    row = {"language": language, "key": key, "text": text, "staff_id": who, "at": at}
    new = insert(engine.dialect, rewording).values(row)
    written = {name: new.excluded[name] for name in ("text", "staff_id", "at")}
    statement = new.on_conflict_do_update(index_elements=["language", "key"], set_=written)
    async with engine.begin() as connection:
        await connection.execute(statement)


async def leave_alone(engine: AsyncEngine, language: str, key: str) -> None:
    """Take back what was put down for a sentence."""
    same = (rewording.c.language == language, rewording.c.key == key)
    async with engine.begin() as connection:
        await connection.execute(delete(rewording).where(*same))


def _edition(row: Row[*tuple[Any, ...]]) -> Edition:
    return Edition(row.id, row.at, row.by, row.note, row.back_to, _read(row.changes))


def _written(changes: Changes) -> str:
    rounds = [_round_out(one) for _, one in sorted(changes.rounds.items())]
    sentences = {language: dict(own) for language, own in changes.sentences.items()}
    all_of_it = {"sentences": sentences, "rounds": rounds}
    return json.dumps(all_of_it, ensure_ascii=False, sort_keys=True)


def _read(text: str) -> Changes:
    found = json.loads(text)
    sentences: Mapping[str, Mapping[str, str]] = found["sentences"]
    rounds = (_round_in(one) for one in found.get("rounds", ()))
    return Changes(sentences, {one.key: one for one in rounds})


def _round_out(one: Round) -> dict[str, Any]:
    days = {name: getattr(one, name).isoformat() for name in _DAYS}
    return asdict(one) | days


def _round_in(found: dict[str, Any]) -> Round:
    return Round(**found | {name: date.fromisoformat(found[name]) for name in _DAYS})
