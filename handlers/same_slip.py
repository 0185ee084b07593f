"""
A slip is signed by up to ten people: its photo is taken once, and counts for those who come after.

Whom it counted for so far is said each time, and the helper says that the next one signed it too.
Each registration has a copy of its own, so that erasing one takes no other's consent away.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from handlers import payloads
from handlers.move import Line, Option
from handlers.state import Slip

if TYPE_CHECKING:
    from datetime import datetime

    from handlers.state import Conversation

SIGNERS = 10
"""People that the printed slip has room for."""

A_DAY = timedelta(days=1)
KEPT = "kept:"
"""How a file is asked for that is here already, before its name."""


def taken(c: Conversation, media: str, number: int, at: datetime) -> Conversation:
    """A new photo of a slip, for this registration."""
    return c._replace(slip=Slip(media, at, (number,)))


def names(c: Conversation) -> str:
    """For whom the photo at hand counts; empty where there is none for anybody else."""
    slip, now = c.slip, c.replied_at
    if slip is None or now is None or now - slip.at > A_DAY:
        return ""
    titles = {one.id: one.title for one in c.registrations if one.helped}
    first = slip.registrations[0]
    if first not in titles or c.active in slip.registrations or len(slip.registrations) >= SIGNERS:
        return ""
    return ", ".join(filter(None, (titles.get(one, "") for one in slip.registrations)))


def offered(c: Conversation) -> tuple[Option, ...]:
    """What is offered beside the question for the photo of a slip."""
    return (Option(Line("helping-same-slip"), payloads.go("same-slip")),) if names(c) else ()


def said(c: Conversation) -> tuple[Line, ...]:
    """What is said beside it: for whom the photo at hand counts."""
    signed = names(c)
    return (Line("helping-slip-of", {"names": signed}),) if signed else ()


def copied(c: Conversation, number: int) -> tuple[Conversation, str]:
    """The talk in which the slip counts for one more, and the name of that one's own copy."""
    if c.slip is None:
        return c, ""
    name = hashlib.sha256(f"{c.slip.media}/{number}".encode()).hexdigest()[:32]
    more = c.slip._replace(registrations=(*c.slip.registrations, number))
    return c._replace(slip=more), name
