"""
Somebody leaves in the middle of a form: one reminder, and after a long time a greeting.

Nothing that was answered is lost by either. Whoever came back is not reminded; after a long
silence a typed line answers no question any more, for who would remember which one it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, home, payloads, registration, returning, sheet, whose
from handlers.effects import Remind
from handlers.move import Line, Move, Option
from handlers.standing import is_open, standing, stood
from handlers.state import Conversation, Stage

if TYPE_CHECKING:
    from datetime import timedelta

    from content.model import Book
    from handlers.events import Event, Rested

MUTE = "mute"


def unfinished(c: Conversation) -> str:
    """Where somebody stands who is to be reminded of it; empty where nobody is."""
    return "" if c.muted else standing(c)


def armed(before: Conversation, c: Conversation, b: Book) -> tuple[Remind, ...]:
    """
    The reminder that a turn sets which opens a form, or a registration in it.

    Every other turn leaves it alone: what is to be said is decided when it is due.
    """
    if not is_open(c) or (is_open(before) and len(c.registrations) == len(before.registrations)):
        return ()
    place = unfinished(c)
    return (Remind(place, b.absence.remind_after),) if place else ()


def remind(c: Conversation, e: Rested, b: Book) -> Move:
    """Remind somebody who stands where they stood; who came back is waited for anew."""
    place, after = unfinished(c), b.absence.remind_after
    talks_to_staff = c.quiet_until is not None and e.at.heard < c.quiet_until
    if not place or talks_to_staff:
        return Move(c)
    if place != e.bound_to or c.attended or not _silent(c, e, after):
        return Move(c, effects=(Remind(place, after),))
    where = stood(c, b)
    if where is None:
        return Move(c)
    lines = (Line("remind", {"where": where}),)
    closed = whose.rested(c, e)
    if closed is c and c.paused is None:
        move = asking.repeat(c, b, lines)
        if move is not None:
            return move._replace(ways=(*move.ways, MUTE))
    words = (("menu-resume", "resume"), ("way-later", "later"), (f"way-{MUTE}", MUTE))
    options = tuple(Option(Line(key), payloads.go(word)) for key, word in words)
    return Move(closed, lines, options)


def mute(c: Conversation, e: Event, b: Book) -> Move:
    """Remind the person of nothing any more; an open question goes on."""
    lines = (Line("muted"),)
    c = c._replace(muted=True)
    return asking.repeat(c, b, lines) or returning.take_up(c, e, b, lines)


def unmute(c: Conversation, e: Event, b: Book) -> Move:
    """Remind the person again."""
    lines = (Line("unmuted"),)
    c = c._replace(muted=False)
    return asking.repeat(c, b, lines) or returning.take_up(c, e, b, lines)


def too_long(c: Conversation, e: Event, b: Book) -> bool:
    """Whether the form that is open was left alone for so long that it is not open any more."""
    return _silent(c, e, b.absence.leave_after) and is_open(c)


def left(c: Conversation) -> Conversation:
    """The talk with its form left; what was answered of it is kept, but for a call back."""
    c = c._replace(stage=Stage.HOME, asked=None, paused=None, section="", editing=False, offered=())
    return sheet.tidied(sheet.without(c, sheet.CALLBACK))


def greeted(before: Conversation, c: Conversation, b: Book) -> Move:
    """Greet somebody who is back after a long time: where they stood, or what there is."""
    entry = sheet.active(c)
    if home.half_done(c, b) or (entry is not None and entry.status in registration.OPEN):
        return home.welcome_back(c, b, stood(before, b))
    return home.menu(c, b, (Line("home-welcome", asking.given(b)),))


def _silent(c: Conversation, e: Event, time: timedelta) -> bool:
    return c.replied_at is not None and e.at.heard - c.replied_at >= time
