"""Pictures and papers of ours, kept in a folder and a database of their own."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.channels.attaching import Attachments
from handlers.effects import Attachment
from storage.columns import metadata
from storage.engine import open_engine, open_reader
from storage.media import Folder, new_id

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Files:
    """What channels attach; `elsewhere` is what another program attaches it with."""

    media: Folder
    attachments: Attachments
    elsewhere: Callable[[], Attachments]

    async def keep(self, content: bytes, mime: str, name: str) -> Attachment:
        """Have a file to attach; without content it is lost."""
        attached = Attachment(new_id(), mime, name)
        if content:
            await self.media.put(attached.media, content)
        return attached


@asynccontextmanager
async def files() -> AsyncIterator[Files]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        media = Folder(folder / "media", lambda _: (8000 * MB, 10000 * MB))
        database = str(folder / "bot.db")
        engine, reader = open_engine(database), open_reader(database)
        async with engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        try:

            def another() -> Attachments:
                return Attachments(media, engine, reader)

            yield Files(media, another(), another)
        finally:
            await engine.dispose()
            await reader.dispose()
