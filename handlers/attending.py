"""
One of staff answers somebody through us: meanwhile the bot is silent, then it goes on where it was.

What the person says is said to staff, and kept for them. The talk comes back by a word of staff, by
one of our buttons or a word that means us, or when nobody has answered for hours.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from handlers import asking, returning, sheet, whose
from handlers.effects import AskStaff, Consent, Effect, KeepMedia, Wish, WithStaff
from handlers.events import (
    Chose,
    Edited,
    Followed,
    MediaKind,
    MediaRefused,
    Said,
    SentMedia,
    SentOther,
    SharedPhone,
)
from handlers.files import LARGEST
from handlers.move import Line, Move
from handlers.state import Attendance, Conversation

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event, HandedBack, StaffReplied, TakenOver

IDLE = timedelta(hours=4)
"""How long nobody may answer before the talk comes back by itself."""

TO_STAFF = (Said, SharedPhone, SentMedia, SentOther, Edited)
"""What a person says to whoever is there; a tap is meant for us."""

TO_US = frozenset({"home", "resume", "stop", "erase"})
"""The words that are never for staff: whoever says them wants the bot, or to be left alone."""

WAY_BACK = "resume"
"""The word that people are told; it counts without its marks too."""


def taken_over(c: Conversation, e: TakenOver, b: Book) -> Move:
    """Say who answers from now on, and how to turn to us again; what is open stays open."""
    c = c._replace(attended=Attendance(e.name, e.at.heard + IDLE), quiet_until=None)
    lines = (Line("attended", {**asking.given(b), "name": e.name}),)
    return Move(c, lines, ways=(WAY_BACK,), effects=_until(c), by_call=True)


def replied(c: Conversation, e: StaffReplied, b: Book) -> Move:
    """Say it with the name of who says it; the first time also that answers are kept for them."""
    before = c.attended
    now = Attendance(e.name, e.at.heard + IDLE, heard=before is not None and before.heard)
    c = c._replace(attended=now, quiet_until=None)
    lines = [Line("attended-reply", {"name": e.name, "text": e.text})]
    if before is None:
        lines.append(Line("attended-kept", asking.given(b)))
    ways = () if before else (WAY_BACK,)
    return Move(c, tuple(lines), ways=ways, effects=_until(c, waits=False), by_call=True)


def handed_back(c: Conversation, e: HandedBack, b: Book) -> Move:
    """Go on where the talk was; what came by itself counts only if nobody has spoken since."""
    if c.attended is None:
        return Move(c, effects=(WithStaff(None),))
    name, until, waits, _ = c.attended
    if not e.staff and e.at.heard < until:
        return Move(c, effects=_until(c))
    c = c._replace(attended=None)
    key = "attended-away" if waits and not e.staff else "attended-over"
    move = _again(c, e, b, Line(key, {**asking.given(b), "name": name}))
    return move._replace(effects=(WithStaff(None), *move.effects))


def _again(c: Conversation, e: HandedBack, b: Book, line: Line) -> Move:
    """What was open, put again; on a phone of several people a name may be asked for first."""
    closed = whose.rested(c, e)
    if closed.stage is c.stage:
        return returning.as_it_was(closed, e, b, (line,))
    move = whose.ask(closed, b)
    return move._replace(lines=(line, *move.lines))


def for_staff(c: Conversation, e: Event, b: Book) -> bool:
    """Whether an event in an attended talk is between the person and staff."""
    if isinstance(e, Said):
        means_us = b.commands.certain(e.text) in TO_US or b.commands.possible(e.text) == WAY_BACK
        return not means_us
    return isinstance(e, TO_STAFF)


def heard(c: Conversation, e: Event, b: Book) -> tuple[Conversation, tuple[Effect, ...]]:
    """What the person said to staff is kept for them; the first word agrees to that."""
    if c.attended is None:
        return c, ()
    now = c.attended
    until = now.until if now.waits else e.at.heard + IDLE
    agreed = () if now.heard or c.registrations else (_consent(b),)
    c = c._replace(attended=now._replace(until=until, waits=True, heard=True))
    return c, (*agreed, *_until(c, waits=True), *_kept(c, e))


def ended(c: Conversation, e: Event) -> tuple[Conversation, tuple[Effect, ...]]:
    """The talk after an event that was not for staff; one of the person's own takes it back."""
    if not isinstance(e, Said | Chose | Followed):
        return c, ()
    return c._replace(attended=None), (WithStaff(None),)


def unreadable(c: Conversation, _: MediaRefused, __: Book) -> Move:
    """What was sent to staff could not be opened: say so, and put no question in between."""
    return Move(c, (Line("attended-unreadable"),))


def _until(c: Conversation, *, waits: bool | None = None) -> tuple[Effect, ...]:
    return (WithStaff(c.attended.until, waits),) if c.attended else ()


def _consent(b: Book) -> Consent:
    return Consent("question", given=True, text_version=b.office.text_version)


def _kept(c: Conversation, e: Event) -> tuple[Effect, ...]:
    """The photo, paper or voice note that somebody sent to staff."""
    if not isinstance(e, SentMedia) or e.size > LARGEST:
        return ()
    entry = None if c.locked else sheet.active(c)
    spoken = e.kind is MediaKind.VOICE
    keep = KeepMedia(e.media, entry.id if entry else 0, 0, "", e.remote, spoken=spoken)
    return (keep, AskStaff(Wish.VOICE, media=e.media)) if spoken else (keep,)
