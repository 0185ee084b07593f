"""Tries a notice out: it is sent to whoever has one registration, as a notice of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from storage import notices
from storage.audience import Audience

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.notices import Notice


async def try_out(
    engine: AsyncEngine, one: Notice, code: str, now: datetime, by: int | None = None
) -> int:
    """Send it to this registration's talk now, if it wants the topic; gives the copy's number."""
    plain = "".join(filter(str.isdigit, code))
    draft = replace(one.draft, audience=Audience(codes=(plain,)))
    made = await notices.create(engine, draft, now, by)
    await notices.schedule(engine, made, now, now, by)
    if one.status in notices.EDITABLE:
        await notices.note_test(engine, one.id, now, by)
    return made
