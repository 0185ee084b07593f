"""What services call the files of ours that they were given: each file is uploaded only once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, or_, select

from storage.engine import insert
from storage.schema import upload

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine


class Uploaded(NamedTuple):
    """The service's name for a file, good `until` then; without that, for good."""

    name: str
    until: datetime | None = None


async def uploaded(reader: AsyncEngine, account: str, media: str, now: datetime) -> Uploaded | None:
    """What the service of this account calls the file, if it still knows it."""
    found = select(upload.c.name, upload.c.until).where(
        upload.c.account == account,
        upload.c.media == media,
        or_(upload.c.until.is_(None), upload.c.until > now),
    )
    async with reader.connect() as connection:
        row = (await connection.execute(found)).one_or_none()
    return None if row is None else Uploaded(row.name, row.until)


async def note_upload(engine: AsyncEngine, account: str, media: str, given: Uploaded) -> None:
    """The service of this account has the file under this name from now on."""
    async with engine.begin() as connection:
        new = insert(connection.dialect, upload).values(
            account=account, media=media, name=given.name, until=given.until
        )
        await connection.execute(
            new.on_conflict_do_update(
                index_elements=["account", "media"],
                set_={"name": new.excluded.name, "until": new.excluded.until},
            )
        )


async def forget_upload(engine: AsyncEngine, account: str, media: str) -> None:
    """The service knows the file no more."""
    async with engine.begin() as connection:
        await connection.execute(
            delete(upload).where(upload.c.account == account, upload.c.media == media)
        )
