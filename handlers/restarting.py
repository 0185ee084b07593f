"""Starting a form over: asked once, and only what was answered in it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import dropping, eligibility, form, home, payloads, registration, returning, sheet
from handlers.move import Line, Move, Option
from handlers.state import Conversation, Stage, Status
from handlers.verdict import judged

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event
    from handlers.state import Registration


def ask(c: Conversation, _: Event, b: Book) -> Move:
    """Ask once before what was answered goes; a sign-up that was sent is changed, not restarted."""
    which = _form(c, b)
    draft = _draft(c)
    if which == sheet.REGISTRATION and draft is None:
        return home.menu(c, b, (Line("restart-sent" if sheet.active(c) else "nothing-half-done"),))
    if not which:
        return home.menu(c, b, (Line("nothing-half-done"),))
    if which == sheet.REGISTRATION and draft is not None:
        c = c._replace(active=draft.id)
    return Move(
        returning.paused(c)._replace(stage=Stage.RESTARTING, asked=None),
        (Line("restart", {"form": Line(f"stood-in-{which}")}),),
        (
            Option(Line("restart-yes"), payloads.go("restarted", which)),
            Option(Line("restart-no"), payloads.go("return")),
        ),
    )


def restarted(c: Conversation, e: Event, b: Book, which: str) -> Move:
    """
    Forget what was answered in the form, and ask its first question.

    Only the last message may ask for it: a button of an earlier one changes nothing.
    """
    if payloads.go("restarted", which) not in {one.payload for one in c.offered}:
        return ask(c, e, b)
    lines = (Line("restarted"),)
    c = c._replace(paused=None, asked=None, section="", editing=False, skipped=frozenset())
    if which == sheet.ELIGIBILITY:
        return eligibility.onward(sheet.without(c, which), e, b, lines)
    if which == sheet.CALLBACK:
        return form.ONWARD[which](sheet.without(c, which), e, b, lines)
    draft = _draft(c)
    if which != sheet.REGISTRATION or draft is None or not draft.loaded:
        return home.menu(c, b, (Line("old-button"),))
    files = dropping.files(draft, b)
    kept = {key: one for key, one in draft.answers.items() if key[1] == registration.CONSENT}
    empty = draft._replace(answers=kept, products=1, title="", verdict="")
    c = sheet.with_registration(c._replace(active=draft.id), judged(empty, b))
    move = registration.onward(c, e, b, lines)
    return move._replace(effects=(*files, *move.effects))


def _form(c: Conversation, b: Book) -> str:
    """The form that is open or half done; empty when there is none."""
    asked = c.paused.asked if c.paused else c.asked
    if asked is not None and asked.form in form.ONWARD:
        return asked.form
    if sheet.active(c) is not None or _draft(c) is not None:
        return sheet.REGISTRATION
    return sheet.ELIGIBILITY if home.half_checked(c, b) else ""


def _draft(c: Conversation) -> Registration | None:
    """The draft talked about, else the last one, unless a sign-up that was sent is open."""
    active = sheet.active(c)
    if active is None:
        return registration.latest_draft(c)
    return active if active.status is Status.DRAFT else None
