"""
While one of the staff talks to somebody past us, the bot does not come between them.

Whoever turns to the bot itself, by one of its buttons or a command, has it back at once; else it
comes back when staff have been silent for a while, and goes on where it was.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from handlers.attending import IDLE
from handlers.effects import WithStaff
from handlers.events import (
    Edited,
    MediaRefused,
    Rested,
    Said,
    SentMedia,
    SentOther,
    SharedPhone,
    StaffSpoke,
)
from handlers.move import Move

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event
    from handlers.state import Conversation

SILENCE = timedelta(minutes=30)
"""How long after the last word of staff."""

FOR_STAFF = (Said, SharedPhone, SentMedia, SentOther, Edited)
"""What a person says to whoever is there; the rest is meant for us, or happens by itself."""


def begin(c: Conversation, e: StaffSpoke, _: Book) -> Move:
    """Say nothing for a while after they spoke, which may be told late and out of order."""
    spoke = min(e.at.sent, e.at.heard)
    if c.attended is not None:
        until = max(c.attended.until, spoke + IDLE)
        c = c._replace(attended=c.attended._replace(until=until, waits=False))
        return Move(c, effects=(WithStaff(until, waits=False),))
    until = spoke + SILENCE
    c = c._replace(quiet_until=max(c.quiet_until or until, until))
    return Move(c, effects=(WithStaff(None, waits=False),))


def ended(c: Conversation, e: Event) -> Conversation:
    """The talk after an event that was not for staff; one that nobody did ends no silence."""
    return c if isinstance(e, MediaRefused | Rested | StaffSpoke) else c._replace(quiet_until=None)


def kept(c: Conversation, e: Event, b: Book) -> bool:
    """Whether this is between the person and staff."""
    if not _holds(c, e) or not isinstance(e, FOR_STAFF):
        return False
    return not (isinstance(e, Said) and b.commands.certain(e.text))


def reigns(c: Conversation, e: Event) -> bool:
    """Whether one of the staff talks to them just now, past us or through us."""
    return c.attended is not None or _holds(c, e)


def _holds(c: Conversation, e: Event) -> bool:
    return c.quiet_until is not None and e.at.heard < c.quiet_until
