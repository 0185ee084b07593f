"""Hands what staff do to a registration to the lane, as an event of its talk, and keeps account."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.channels.base import Incoming
from bot.console.visit import Refused
from bot.turn import NotStored
from handlers.effects import ToStaff
from handlers.events import Moment
from storage.audit import Deed
from storage.records import find_talk
from storage.staff import tell_audit

if TYPE_CHECKING:
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from handlers.deeds import AtDesk
    from storage.records import Talk

FAILED = ToStaff("failed")


async def talk_of(parts: Parts, visit: Visit, number: int) -> Talk:
    """The talk that a registration belongs to; refused where there is none to be seen."""
    talk = await find_talk(parts.reader, number, visit.colleague.communes)
    if talk is None:
        raise Refused(404, "refused-missing")
    return talk


async def hand_in(parts: Parts, talk: Talk, deed: AtDesk, key: str = "") -> ToStaff:
    """Have it done, once for each `key`, and tell what came of it."""
    once = f"staff:{key or secrets.token_hex(16)}"
    try:
        heard = await parts.hear(Incoming(talk.account, talk.address, once, deed))
    except NotStored:
        raise Refused(503, "refused-later") from None
    return next((one for one in heard.effects if isinstance(one, ToStaff)), FAILED)


async def account_for(
    parts: Parts, visit: Visit, action: str, number: int, detail: str = ""
) -> None:
    """Write down who did what to which registration."""
    deed = Deed(action, visit.colleague.id, str(number), detail, visit.source)
    await tell_audit(parts.engine, deed)


def now() -> Moment:
    """The moment of what somebody does on a page; nothing is opened by it."""
    at = datetime.now(UTC)
    return Moment(at, at, 0)
