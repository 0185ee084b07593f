"""Which photos, papers and voice notes are still to be fetched, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, func, literal_column, select, update

from handlers.effects import Agreed
from storage.columns import AUDIO, Keeping
from storage.listed import relist
from storage.schema import media, registration

if TYPE_CHECKING:
    from sqlalchemy import Update
    from sqlalchemy.ext.asyncio import AsyncEngine

# Written as the partial index is, so that the databases use it.
_OPEN = media.c.state.in_([literal_column("0"), literal_column("3")])


SLIP = "consent-slip"
"""What a photo of the slip that a producer signed is kept for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    A file to keep; `remote` is the channel's name for it, empty when it is here.

    One that is `spoken` is to be a voice note, any other a photo or a paper.
    """

    id: str
    account: str
    address: str
    remote: str
    spoken: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What lies in the media store now."""

    id: str
    sha256: str
    bytes: int
    mime: str


async def wanted(engine: AsyncEngine, most: int) -> list[Wanted]:
    """The oldest files that are not here yet."""
    spoken = media.c.mime == AUDIO
    rows = select(media.c.id, media.c.account, media.c.address, media.c.remote, spoken)
    rows = rows.where(_OPEN, media.c.state == Keeping.WANTED).order_by(media.c.at).limit(most)
    async with engine.connect() as connection:
        return [Wanted(*row) for row in await connection.execute(rows)]


async def weight(engine: AsyncEngine, name: str) -> int:
    """How many bytes are kept for the registration that this file is of, or else of its sender."""
    mine = media.alias("mine")
    total = (
        select(func.coalesce(func.sum(media.c.bytes), 0))
        .select_from(mine)
        .join(
            media,
            and_(
                media.c.account == mine.c.account,
                media.c.address == mine.c.address,
                media.c.registration_id.is_not_distinct_from(mine.c.registration_id),
            ),
        )
        .where(mine.c.id == name, media.c.state == Keeping.KEPT)
    )
    async with engine.connect() as connection:
        return int(await connection.scalar(total) or 0)


async def keep(engine: AsyncEngine, file: Kept) -> bool:
    """Note that a file is here; false when nobody wants it any more."""
    noted = (
        update(media)
        .where(media.c.id == file.id, media.c.state == Keeping.WANTED)
        .values(state=Keeping.KEPT, sha256=file.sha256, bytes=file.bytes, mime=file.mime, remote="")
    )
    async with engine.begin() as connection:
        await connection.execute(noted)
        state = await connection.scalar(select(media.c.state).where(media.c.id == file.id))
        return bool(state == Keeping.KEPT)


async def refuse(engine: AsyncEngine, name: str, reason: str) -> None:
    """Note why a file will never be here; without its slip a registration waits again."""
    noted = (
        update(media)
        .where(media.c.id == name, media.c.state == Keeping.WANTED)
        .values(state=Keeping.REFUSED, reason=reason, remote="")
        .returning(media.c.registration_id, media.c.question)
    )
    async with engine.begin() as connection:
        row = (await connection.execute(noted)).one_or_none()
        if row is not None and row.question == SLIP:
            await connection.execute(_unsigned(row.registration_id))
            await connection.run_sync(relist, [row.registration_id])


def _unsigned(number: int) -> Update:
    """A registration whose slip nobody can read is not agreed to."""
    return (
        update(registration)
        .where(registration.c.id == number, registration.c.agreed == Agreed.SLIP.value)
        .values(agreed=Agreed.WAITING.value, version=registration.c.version + 1)
    )


async def dropped(engine: AsyncEngine, most: int) -> list[str]:
    """Files that are to be removed from the media store."""
    rows = select(media.c.id).where(_OPEN, media.c.state == Keeping.DROPPED).limit(most)
    async with engine.connect() as connection:
        return list(await connection.scalars(rows))


async def removed(engine: AsyncEngine, names: Sequence[str]) -> None:
    """These files are gone, and so may their rows be."""
    async with engine.begin() as connection:
        await connection.execute(
            delete(media).where(media.c.id.in_(names), media.c.state == Keeping.DROPPED)
        )
