"""Puts the sentences that staff recorded where channels find what they attach."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from storage.media import Absent, NoRoom

if TYPE_CHECKING:
    from content.model import Book
    from storage.media import Media

log = logging.getLogger(__name__)


async def keep_recordings(book: Book, media: Media) -> None:
    """Keep every recording of the book; one there is no room for is not heard, and no more."""
    for one in (each for own in book.recordings.values() for each in own.values()):
        try:
            await media.get(one.media)
        except Absent:
            try:
                await media.put(one.media, one.content)
            except (NoRoom, OSError) as problem:
                log.warning("a recording is not kept: %s", type(problem).__name__)
                return
