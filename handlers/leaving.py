"""The ways out of a question: back, undo, keep, skip, later, explain; nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import (
    asking,
    courtesy,
    dropping,
    editing,
    eligibility,
    form,
    helping,
    home,
    registration,
    replacing,
    returning,
    review,
    sections,
    sheet,
)
from handlers.activities import taking
from handlers.desk import wanting
from handlers.move import Line, Move
from handlers.state import Conversation, Stage, Status
from handlers.way import mark, way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event


def back(c: Conversation, e: Event, b: Book) -> Move:
    """Put the question before this one; its answer stays until it is replaced."""
    slot = asking.open_slot(c, b)
    if slot is None or c.asked is None:
        return _elsewhere_back(c, e, b)
    if c.asked.reading or c.asked.doubt:
        return asking.put(c, b, way(c, b, c.asked.form), slot)
    if c.editing:
        return form.onward(c, e, b)
    given_up = dropping.given_up(c, e, b)
    if given_up is not None:
        return given_up
    road = way(c, b, c.asked.form)
    before = road.before(slot)
    if before is None:
        lines = (Line("form-first" if road.place(slot) == 1 else "form-first-agreed"),)
        return asking.repeat(c, b, lines) or home.menu(c, b, lines)
    return asking.put(c, b, road, before)


def undo(c: Conversation, e: Event, b: Book) -> Move:
    """Put back what the last answer replaced, and go on."""
    form_of = c.replaced.form if c.replaced else ""
    found = replacing.restored(c, b)
    if found is None or form_of not in form.ONWARD:
        lines = (Line("undo-nothing"),)
        return asking.repeat(c, b, lines) or returning.take_up(c, e, b, lines)
    c, line = found
    return form.ONWARD[form_of](c, e, b, (line,))


def keep(c: Conversation, e: Event, b: Book) -> Move:
    """Leave an answer as it is and go on."""
    return form.onward(c, e, b)


def skip(c: Conversation, e: Event, b: Book) -> Move:
    """Leave a question for later; one that a sign-up cannot do without leaves the form."""
    slot = asking.open_slot(c, b)
    if slot is None or c.asked is None:
        return later(c, e, b)
    if c.editing:
        return form.onward(c, e, b)
    if way(c, b, c.asked.form).needs(slot.question):
        lines = (Line("form-needed"),)
        return asking.repeat(c, b, lines) or later(c, e, b)
    c = c._replace(skipped=c.skipped | {mark(slot)})
    return form.onward(c, e, b, (Line("form-skipped"),))


def later(c: Conversation, e: Event, b: Book) -> Move:
    """Leave what is open; what was answered stays and can be taken up again."""
    if wanting.is_open(c):
        return wanting.left(c, e, b)
    if c.stage is not Stage.ASKING or c.asked is None:
        return home.menu(c, b, (Line("left"),) if home.half_done(c, b) else ())
    if c.asked.form == sheet.SEAT:
        return taking.left(c, e, b, Line("seat-not-taken"))
    if c.asked.form == sheet.CALLBACK:
        return returning.take_up(sheet.without(c, sheet.CALLBACK), e, b, (Line("call-left"),))
    if c.asked.form == sheet.HELPING:
        return helping.left(c, e, b)
    if c.asked.form == sheet.CLAIM:
        return home.menu(sheet.without(c, sheet.CLAIM), b, (Line("left-nothing"),))
    known = c.asked.form in b.forms
    if not known or (c.asked.form == sheet.REGISTRATION and not sheet.active(c)):
        return home.menu(c, b, (Line("left-nothing"),))
    if c.section:
        return sections.show(c, b, (Line("left"),))
    form_left = c.asked.form
    c = sheet.tidied(c._replace(asked=None, paused=None))
    road = way(c, b, form_left)
    left = Line("left-half", {"n": str(road.done()), "of": str(len(road.slots))})
    return home.menu(c, b, (left,))


def cancel(c: Conversation, e: Event, b: Book) -> Move:
    """Leave what is open; a product added by mistake can be taken out again."""
    product = dropping.added(c) if c.stage is Stage.ASKING else 0
    if not product:
        return later(c, e, b)
    return dropping.given_up(c, e, b) or dropping.ask(c, e, b, str(product))


def explain(c: Conversation, e: Event, b: Book) -> Move:
    """Say why a question is asked and what it means, then put it again; a review stays open."""
    if c.stage is Stage.REVIEW:
        return review.show(c, b, (Line("home-help", asking.given(b)),))
    slot = asking.open_slot(c, b)
    if slot is None:
        return courtesy.help_out(c, e, b)
    lines = (Line(f"{slot.question.words}.explain", asking.given(b)),)
    return asking.repeat(c, b, lines) or courtesy.help_out(c, e, b)


def resume(c: Conversation, e: Event, b: Book) -> Move:
    """Go on with what is half done, even after days."""
    if c.paused is not None:
        return returning.take_up(c, e, b)
    if c.stage is Stage.ASKING and c.asked and c.asked.form in sheet.ERRANDS:
        return form.onward(c, e, b)
    wanted = wanting.take_up(c, b)
    if wanted is not None:
        return wanted
    active = sheet.active(c)
    draft = registration.latest_draft(c)
    if active is not None and active.status is Status.DRAFT:
        return registration.go_on(c, e, b)
    if home.half_checked(c, b):
        return eligibility.start(c, e, b)
    if draft is not None:
        return registration.go_on(c._replace(active=draft.id), e, b)
    if active is not None and active.loaded and active.status in registration.OPEN:
        return sections.show(c, b)
    return home.menu(c, b, (Line("nothing-half-done"),))


def go_on(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """Go on with one registration out of the list."""
    active = sheet.active(c)
    if active is None or str(active.id) != number or not active.loaded:
        return home.menu(c, b, (Line("old-button"),))
    if active.status is Status.DRAFT:
        return registration.go_on(c, e, b)
    return sections.show(c, b)


def _elsewhere_back(c: Conversation, e: Event, b: Book) -> Move:
    match c.stage:
        case Stage.REVIEW | Stage.SECTIONS:
            return editing.choose(c, e, b)
        case Stage.EDITING:
            return editing.leave(c, e, b)
        case (
            Stage.STAFF
            | Stage.WRITING
            | Stage.SETTINGS
            | Stage.LANGUAGE
            | Stage.ERASING
            | Stage.RESTARTING
            | Stage.ACTIVITIES
            | Stage.SEATS
        ):
            return returning.take_up(c, e, b)
        case _:
            return home.menu(c, b)
