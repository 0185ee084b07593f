"""
On a phone that several people use: whose talk is it, before anything written down is shown.

Somebody who said that the phone is shared is asked for the contact's name after a pause; until it
is given, only what names nobody is open. Then what is under another name stays out of sight: the
talk goes on as if it were not there. Names are kept as marks, never as such.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from content.folding import fold
from handlers import asking, home, payloads, returning, sheet
from handlers.effects import Effect, Erase
from handlers.move import Line, Move, Option
from handlers.state import Conversation, Stage

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event, Said
    from handlers.state import AnswerKey, Registration

PAUSE = timedelta(minutes=30)
"""How long the talk must have rested before somebody else may have taken the phone."""

TRIES = 3
EVERYTHING = Erase(everything=True)
ANSWERS: frozenset[AnswerKey] = frozenset({(0, "contact-name"), (0, "phone-shared")})
GATED = frozenset(
    {"register", "resume", "mine", "erase", "return", "restart", "undo", "seats", "keep-seats"}
)
"""The ways from anywhere that show what was written down, or take it away."""

OWN = frozenset(
    {
        Stage.WHOM,
        Stage.REVIEW,
        Stage.EDITING,
        Stage.SECTIONS,
        Stage.MINE,
        Stage.ERASING,
        Stage.RESTARTING,
        Stage.SEATS,
    }
)


def remembered(c: Conversation) -> Conversation:
    """The conversation with the name that opens its active registration, if the phone is shared."""
    registration = sheet.active(c)
    if registration is None or registration.helped:
        return c  # it says so of the producer's phone, and this one is the helper's
    name, shared = (registration.answers.get((0, key)) for key in ("contact-name", "phone-shared"))
    names = {one for one in c.names if not one.startswith(f"{registration.id}:")}
    if name is not None and (names or (shared is not None and shared.value == "yes")):
        names.add(f"{registration.id}:{payloads.digest(fold(name.value))}")
    return c if names == c.names else c._replace(names=frozenset(names))


def rested(c: Conversation, e: Event) -> Conversation:
    """The conversation, closed if somebody else may have taken the phone since our last reply."""
    if not c.names or c.locked or c.replied_at is None or e.at.heard - c.replied_at < PAUSE:
        return c
    if not _marks(c):
        return c
    asked = c.stage is Stage.ASKING and c.asked and c.asked.form != sheet.ELIGIBILITY
    if c.stage not in OWN and not asked and c.paused is None:
        return c._replace(locked="home", opened=frozenset())
    c = sheet.without_errands(returning.paused(c))
    wish = "resume" if c.paused else "home"
    return c._replace(locked=wish, opened=frozenset(), stage=Stage.WHOSE, asked=None, offered=())


def ask(c: Conversation, b: Book, wish: str = "") -> Move:
    """Ask for the contact's name; once it is given, `wish` is done."""
    return _asked(c._replace(locked=wish or c.locked), b, Line("whose"))


def said(c: Conversation, _: Said, b: Book) -> Move:
    """Something that is not the name: other words each time, then staff."""
    tries = c.lost + 1
    if tries < TRIES:
        move = _asked(c, b, Line("whose-again" if tries == 1 else "whose-once-more"))
    else:
        move = home.menu(c, b, (Line("whose-staff", asking.given(b)),))
    return move._replace(conversation=move.conversation._replace(lost=tries % TRIES))


def opened(c: Conversation, text: str) -> tuple[Conversation, str] | None:
    """The conversation open again and the way that waited, if the text is the name."""
    mark = payloads.digest(fold(text))
    if c.stage is not Stage.WHOSE or mark not in _marks(c):
        return None
    theirs = frozenset(one.id for one in c.registrations if f"{one.id}:{mark}" in c.names)
    c = seen(c._replace(opened=theirs))
    if c.active and sheet.active(c) is None:
        c = c._replace(active=0, paused=None)
    return c._replace(locked="", stage=Stage.HOME), c.locked or "home"


def seen(c: Conversation) -> Conversation:
    """The conversation without what is under another name than the one that opened it."""
    if not c.opened:
        return c
    rest = tuple(one for one in c.registrations if one.id in c.opened or not _marked(c, one))
    return c if len(rest) == len(c.registrations) else c._replace(registrations=rest)


def whole(
    before: Conversation, seen: Conversation, after: Conversation, effects: tuple[Effect, ...]
) -> tuple[Conversation, tuple[Effect, ...]]:
    """
    The conversation after a step with what was out of sight in it again.

    Whoever has everything erased has erased what they see; then a name is asked for again.
    """
    shown = {one.id for one in seen.registrations}
    hidden = tuple(one for one in before.registrations if one.id not in shown)
    names = {name for one in hidden for name in before.names if name.startswith(f"{one.id}:")}
    after = after._replace(
        registrations=(*hidden, *after.registrations),
        names=after.names | names,
        locked=after.locked if after.opened else after.locked or "home",
    )
    own = Erase(registrations=tuple(sorted(shown)))
    return after, tuple(own if one == EVERYTHING else one for one in effects)


def _asked(c: Conversation, b: Book, line: Line) -> Move:
    options = tuple(
        Option(Line(key), payloads.go(word))
        for key, word in (("whose-other", "other"), ("menu-desk", "desk"), ("menu-home", "home"))
    )
    return Move(c._replace(stage=Stage.WHOSE, asked=None), (line,), options)


def _marked(c: Conversation, one: Registration) -> bool:
    return any(name.startswith(f"{one.id}:") for name in c.names)


def _marks(c: Conversation) -> set[str]:
    """The marks of the names that open the talk; those of an erased registration are gone."""
    own = {str(one.id) for one in c.registrations}
    apart = (one.partition(":") for one in c.names)
    return {mark for number, _, mark in apart if number in own}
