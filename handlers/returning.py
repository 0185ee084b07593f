"""A detour (staff, a call back, settings) remembers what it interrupted and goes back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, eligibility, home, review, sections, which
from handlers.move import Line, Move, Option
from handlers.state import Conversation, Paused, Stage

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event

WORTH = frozenset({Stage.ASKING, Stage.REVIEW, Stage.SECTIONS, Stage.VERDICT})

PLACES = frozenset({Stage.HOME, Stage.PROGRAMME})
"""Stages in which nothing waits for an answer."""


def paused(c: Conversation) -> Conversation:
    """The conversation with what is going on now remembered for later."""
    if c.stage not in WORTH or (c.asked and c.asked.form == "callback"):
        return c
    return c._replace(paused=Paused(c.stage, c.asked))


def take_up(c: Conversation, _: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """Say `lines`, then go on where the detour began; without one, the menu."""
    before, c = c.paused, c._replace(paused=None, asked=None)
    if before is None or c.locked:
        return home.menu(c, b, lines)
    c = c._replace(stage=before.stage, asked=before.asked)
    lines = (*lines, Line("form-go-on"))
    match before.stage:
        case Stage.ASKING:
            return asking.repeat(c, b, lines) or home.menu(c, b, lines)
        case Stage.REVIEW:
            return review.show(c, b, lines)
        case Stage.SECTIONS:
            return sections.show(c, b, lines)
        case Stage.VERDICT:
            return eligibility.pronounce(c, b, eligibility.finding(c, b), lines)
        case _:
            return home.menu(c, b, lines)


def back_again(c: Conversation, e: Event, b: Book) -> Move:
    """Leave a detour without having done anything."""
    return take_up(c, e, b)


def unmoved(c: Conversation, e: Event, b: Book, lines: tuple[Line, ...]) -> Move:
    """Say `lines`; the question, the review or the dossier that is open stays open."""
    if c.stage in WORTH - {Stage.ASKING}:
        return take_up(paused(c), e, b, lines)
    return asking.repeat(c, b, lines) or home.menu(c, b, lines)


def as_it_was(c: Conversation, e: Event, b: Book, lines: tuple[Line, ...]) -> Move:
    """Say `lines`, and put again what was open, as it was."""
    if c.stage is Stage.ASKING:
        on = (*lines, Line("form-go-on"))
        move = asking.repeat(c, b, on)
        slot = asking.open_slot(c, b)
        if move is None or slot is None:
            return home.menu(c, b, lines)
        readings = which.on_offer(c, b, slot)
        return move._replace(options=readings) if readings else move
    if c.stage in WORTH:
        return take_up(paused(c), e, b, lines)
    if c.stage in PLACES or not c.offered:
        return home.menu(c, b, lines)
    return Move(c, lines, tuple(Option(one.label, one.payload) for one in c.offered))
