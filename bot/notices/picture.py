"""
The picture of a notice: looked at like any photo, and made small enough for every channel.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image

from bot.photos import JPEG, Fit, Unfit, examine
from handlers.effects import Attachment
from storage.media import new_id

if TYPE_CHECKING:
    from storage.media import Media

MOST_BYTES = 1_000_000
"""Zalo takes images up to a mebibyte."""

SIDES = (1600, 1280, 960, 640)
NAME = "thong-bao.jpg"


def fitted(content: bytes) -> Fit | Unfit:
    """The picture as it can be sent, or why it cannot; a paper is none."""
    found = examine(content)
    if isinstance(found, Unfit):
        return found
    if found.mime != JPEG:
        return Unfit("not-accepted")
    for side in SIDES:
        if len(found.content) <= MOST_BYTES:
            return found
        found = Fit(_smaller(found.content, side), JPEG)
    return found if len(found.content) <= MOST_BYTES else Unfit("too-big")


async def kept(picture: Fit, media: Media) -> Attachment:
    """Keep a picture that fits; raises `NoRoom`."""
    attached = Attachment(new_id(), picture.mime, NAME)
    await media.put(attached.media, picture.content)
    return attached


def _smaller(content: bytes, side: int) -> bytes:
    with Image.open(io.BytesIO(content)) as opened:
        opened.thumbnail((side, side))
        written = io.BytesIO()
        opened.save(written, "JPEG", quality=82, optimize=True)
    return written.getvalue()
