"""
Staff ask for something that is missing: the bot puts those questions, and then goes on as before.

Whatever was open is remembered with what is wanted, and comes back when the last of it is answered
or left. Where the question cannot be put just now (staff answer the person, or nobody knows who
holds the phone), the person is told, and "go on" leads to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, path, returning, sections, sheet, whose
from handlers.codes import code
from handlers.desk.progress import IN_HAND, found
from handlers.effects import ToStaff
from handlers.events import Said, SentMedia
from handlers.move import Line, Move
from handlers.state import Paused, Stage, Wanted
from handlers.verdict import judged
from handlers.way import way

if TYPE_CHECKING:
    from datetime import datetime

    from content.model import Book
    from handlers.deeds import StaffWants
    from handlers.events import Event
    from handlers.path import Slot
    from handlers.state import AnswerKey, Conversation, Registration

FORM = sheet.REGISTRATION


def ask(c: Conversation, e: StaffWants, b: Book) -> Move:
    """Put the first of the questions, or say that they wait."""
    entry = found(c, e.registration)
    if entry is None or not entry.loaded or entry.status not in IN_HAND:
        return Move(c, effects=(ToStaff("gone"),))
    before = c.wanted.keys if c.wanted and c.wanted.registration == entry.id else ()
    keys = tuple(one.key for one in _slots(entry, tuple(dict.fromkeys((*before, *e.keys))), b))
    if not keys:
        return Move(c, effects=(ToStaff("nothing"),))
    wanted = Wanted(entry.id, keys, e.at.heard)
    told = {**asking.given(b), "code": code(entry.id), "count": str(len(keys))}
    if not may_ask(c, e):
        kept = c._replace(wanted=_left_at(c, wanted))
        line = Line("wanted-later", told)
        return Move(kept, (line,), ways=("resume",), effects=(ToStaff(),), by_call=True)
    move = _begun(c, b, wanted, (Line("wanted", told),))
    return move._replace(effects=(ToStaff(),), by_call=True)


def may_ask(c: Conversation, e: StaffWants) -> bool:
    """Whether a question about this registration can be put to the person just now."""
    if found(whose.seen(c), e.registration) is None:
        return False
    between = c.attended is not None or (c.quiet_until is not None and e.at.heard < c.quiet_until)
    return not between and not c.locked and whose.rested(c, e) is c


def is_open(c: Conversation) -> bool:
    """Whether one of the questions that staff want answered is open."""
    wanted, asked = c.wanted, c.asked
    if wanted is None or asked is None or c.stage is not Stage.ASKING:
        return False
    here = asked.form == FORM and (asked.product, asked.question) in wanted.keys
    return here and c.active == wanted.registration


def onward(c: Conversation, e: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """The next question that staff want answered; after the last one, what was open before."""
    wanted, asked = c.wanted, c.asked
    if wanted is None or asked is None:
        return returning.as_it_was(c, e, b, lines)
    rest = tuple(one for one in wanted.keys if one != (asked.product, asked.question))
    entry = sheet.active(c)
    if entry is not None:
        c = sheet.with_registration(c, judged(sections.filed(entry, b), b))
    left = _slots(entry, rest, b) if entry is not None else ()
    if left:
        c = c._replace(wanted=wanted._replace(keys=rest))
        return _put(c, b, left[0], (*lines, Line("wanted-next", {"count": str(len(left))})))
    return _back(c._replace(wanted=None), wanted, e, b, (*lines, Line("wanted-done")))


def left(c: Conversation, e: Event, b: Book) -> Move:
    """Leave what staff want for later, and go on with what was open before."""
    if c.wanted is None:
        return returning.as_it_was(c, e, b, ())
    return _back(c, c.wanted, e, b, (Line("wanted-left", asking.given(b)),))


def take_up(c: Conversation, b: Book) -> Move | None:
    """Put what staff wanted and did not get yet; None where there is nothing of it."""
    entry = found(c, c.wanted.registration) if c.wanted else None
    if c.wanted is None or entry is None or entry.status not in IN_HAND:
        return None
    if not entry.loaded:
        return Move(c._replace(active=entry.id))
    if not _slots(entry, c.wanted.keys, b):
        return None
    told = {**asking.given(b), "code": code(entry.id), "count": str(len(c.wanted.keys))}
    return _begun(c, b, c.wanted, (Line("wanted", told),))


def crossed(c: Conversation, e: Event, b: Book, sent: datetime) -> Move | None:
    """What was sent before the question could be seen is no answer to it: put it again."""
    if not isinstance(e, Said | SentMedia) or not is_open(c):
        return None
    if c.wanted is None or sent > c.wanted.since:
        return None
    return asking.repeat(c, b, (Line("wanted-crossed"),))


def _begun(c: Conversation, b: Book, wanted: Wanted, lines: tuple[Line, ...]) -> Move:
    entry = found(c, wanted.registration)
    slots = _slots(entry, wanted.keys, b) if entry else ()
    c = c._replace(wanted=_left_at(c, wanted), active=wanted.registration)
    return _put(c._replace(section="", skipped=frozenset()), b, slots[0], lines)


def _put(c: Conversation, b: Book, slot: Slot, lines: tuple[Line, ...]) -> Move:
    return asking.put(c._replace(editing=True), b, way(c, b, FORM), slot, lines)


def _left_at(c: Conversation, wanted: Wanted) -> Wanted:
    """What is wanted, with what is going on now; what was wanted before keeps what it had."""
    if c.wanted is not None and (is_open(c) or c.stage not in returning.WORTH):
        before = c.wanted
        kept = (before.active, before.paused, before.section, before.editing, before.skipped)
    else:
        kept = (c.active, Paused(c.stage, c.asked), c.section, c.editing, c.skipped)
    return Wanted(wanted.registration, wanted.keys, wanted.since, *kept)


def _back(c: Conversation, wanted: Wanted, e: Event, b: Book, lines: tuple[Line, ...]) -> Move:
    c = c._replace(
        stage=wanted.paused.stage,
        asked=wanted.paused.asked,
        active=wanted.active,
        section=wanted.section,
        editing=wanted.editing,
        skipped=wanted.skipped,
        offered=(),
    )
    return returning.as_it_was(c, e, b, lines)


def _slots(entry: Registration, keys: tuple[AnswerKey, ...], b: Book) -> tuple[Slot, ...]:
    """Those of the questions that the book has and that apply, in this order."""
    every = path.slots(b.forms[FORM].whole, entry.answers, entry.products)
    known = {slot.key: slot for slot in every}
    return tuple(known[key] for key in keys if key in known)
