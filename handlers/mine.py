"""A contact's own registrations: how far each is, going on with one, taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import codes, home, payloads, sheet
from handlers.move import Line, Move, Option
from handlers.registration import OPEN
from handlers.state import Conversation, Registration, Stage, Status

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event

LISTED = 9


def show(c: Conversation, _: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """Say `lines`, then the contact's registrations, the newest first."""
    newest = sorted(c.registrations, key=lambda one: one.opened, reverse=True)[:LISTED]
    if not newest:
        return home.menu(c, b, (*lines, Line("mine-none")))
    options = tuple(
        Option(
            Line("mine-one", {"title": title(one), "status": status_line(one)}),
            payloads.go("mine", str(one.id)),
        )
        for one in newest
    )
    return Move(
        c._replace(stage=Stage.MINE, asked=None, section="", editing=False),
        (*lines, Line("mine")),
        (*options, Option(Line("menu-home"), payloads.go("home"))),
    )


def one(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """One registration: its code, its state, and what can be done about it."""
    chosen = next((one for one in c.registrations if str(one.id) == number), None)
    if chosen is None:
        return show(c, e, b)
    c = c._replace(stage=Stage.MINE, asked=None, active=chosen.id, section="", editing=False)
    words = []
    if chosen.status in OPEN:
        words += ["go-on", "withdraw"]
    return Move(
        c,
        (_detail(chosen),),
        (
            *(Option(Line(f"mine-option-{word}"), payloads.go(word, number)) for word in words),
            Option(Line("menu-home"), payloads.go("home")),
        ),
        by_call=True,
    )


def withdraw(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """Ask once before taking a registration back."""
    chosen = next((one for one in c.registrations if str(one.id) == number), None)
    if chosen is None or chosen.status not in OPEN:
        return show(c, e, b)
    return Move(
        c._replace(stage=Stage.MINE, active=chosen.id),
        (Line("mine-withdraw", {"title": title(chosen)}),),
        (
            Option(Line("mine-withdraw-yes"), payloads.go("withdrawn", number)),
            Option(Line("mine-withdraw-no"), payloads.go("mine", number)),
        ),
    )


def withdrawn(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """
    Take a registration back; the producer may sign up again at any time.

    Only the last message may ask for it: a button of an earlier one changes nothing.
    """
    if payloads.go("withdrawn", number) not in {one.payload for one in c.offered}:
        return show(c, e, b, (Line("old-button"),))
    chosen = next((one for one in c.registrations if str(one.id) == number), None)
    if chosen is None or chosen.status not in OPEN:
        return show(c, e, b)
    c = sheet.with_registration(c, chosen._replace(status=Status.WITHDRAWN))
    return home.menu(c._replace(active=0), b, (Line("mine-withdrawn", {"title": title(chosen)}),))


def _detail(registration: Registration) -> Line:
    """What it is and how far it is; a draft has no code for people yet."""
    told: dict[str, Line | str] = {
        "title": title(registration),
        "status": status_line(registration),
    }
    if registration.status is Status.DRAFT:
        return Line("mine-detail-draft", told)
    return Line("mine-detail", {**told, "code": codes.code(registration.id)})


def title(registration: Registration) -> Line | str:
    """What a registration is called; a nameless one by a sentence."""
    return registration.title or Line("signup-untitled")


def status_line(registration: Registration) -> Line:
    """How far a registration is, in words."""
    return Line(f"status-{registration.status.replace('_', '-')}")
