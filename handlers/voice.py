"""
A voice note: kept for staff, who type in what it answers; the form goes on meanwhile.

Where a tap answers, the question waits, for a tap is easier than waiting for staff; what has to be
written goes on to the next question. Before anybody agreed nothing of it is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, cases, form, home, returning, sheet
from handlers.effects import KeepMedia
from handlers.files import LARGEST
from handlers.move import Line, Move
from handlers.state import Stage
from handlers.way import mark

if TYPE_CHECKING:
    from content.model import Book
    from handlers.effects import Effect
    from handlers.events import SentMedia
    from handlers.path import Slot
    from handlers.state import Conversation

CHOSEN = asking.CLOSED | asking.SEVERAL | asking.FILES
"""Kinds of questions that are answered with a tap or a photo."""


def heard(c: Conversation, e: SentMedia, b: Book) -> Move:
    """Keep a voice note with the question it answers, or say why not; then go on."""
    if not (c.registrations or c.stage is Stage.WRITING):
        return _put_again(c, b, "voice-first")
    if e.size > LARGEST:
        return _put_again(c, b, "voice-too-long")
    slot = asking.open_slot(c, b)
    effects = _kept(c, e, b, slot)
    move = _onward(c, e, b, slot)
    return move._replace(effects=(*effects, *move.effects))


def _onward(c: Conversation, e: SentMedia, b: Book, slot: Slot | None) -> Move:
    """On with the form where the question can wait for staff; else where it was."""
    asked = c.asked
    if slot is None or asked is None:
        return returning.take_up(returning.paused(c), e, b, (Line("voice-kept", asking.given(b)),))
    left = mark(slot)
    if asked.form != sheet.REGISTRATION or asked.reading or asked.doubt or left in c.skipped:
        return _put_again(c, b, "voice-kept-needed" if left in c.skipped else "voice-kept-here")
    if slot.question.kind in CHOSEN:
        return _put_again(c, b, "voice-kept-tap")
    if not c.editing:
        c = c._replace(skipped=c.skipped | {left})
    return form.onward(c, e, b, (Line("voice-kept-next"),))


def _put_again(c: Conversation, b: Book, key: str) -> Move:
    lines = (Line(key, asking.given(b)),)
    return asking.repeat(c, b, lines) or home.menu(c, b, lines)


def _kept(c: Conversation, e: SentMedia, b: Book, slot: Slot | None) -> tuple[Effect, ...]:
    """The note itself, and the request to staff; of a locked talk nobody is named."""
    registration = None if c.locked else sheet.active(c)
    product, key = slot.key if slot else (0, "")
    number = registration.id if registration else 0
    return (
        KeepMedia(e.media, number, product, key, e.remote, spoken=True),
        *cases.voiced(registration, b, slot, e.media),
    )
