"""Erases what somebody asked the office to erase, be it by a command or on a page."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.channels.base import Incoming
from handlers.deeds import StaffErased
from handlers.effects import ToStaff
from handlers.events import Moment
from storage import petitions

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.hearing import Heard
    from storage.petitions import Petition, Who

    Hear = Callable[[Incoming], Awaitable[Heard]]
    """Takes an event to the lane; raises `NotStored`."""


class NoTalk(Exception):
    """Nobody's talk holds what is to be erased."""


class NotErased(Exception):
    """It could not be done now."""


async def erased(engine: AsyncEngine, hear: Hear, one: Petition, who: Who, words: str) -> None:
    """
    Erase it as if they had done it in their talk, which says so, and settle the petition by that.

    `words` are the answer that is kept with it. Raises NoTalk, NotErased and `NotStored`.
    """
    talk = await petitions.talk_of(engine, one)
    if talk is None:
        raise NoTalk
    now = datetime.now(UTC)
    wanted = (one.registration_id,) if one.registration_id else ()
    event = StaffErased(Moment(now, now, 0), who.staff or 0, wanted)
    heard = await hear(Incoming(*talk, f"staff:{secrets.token_hex(16)}", event))
    if not any(isinstance(effect, ToStaff) for effect in heard.effects):
        raise NotErased
    await petitions.settled(engine, one.id, petitions.GRANTED, words, who, now)
