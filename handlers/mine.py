"""A contact's own registrations: how far each is, going on with one, taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, cases, codes, helping, home, payloads, review, sections, sheet
from handlers.move import Line, Move, Option
from handlers.registration import OPEN
from handlers.state import Conversation, Registration, Stage, Status

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event

LISTED = 9


def show(c: Conversation, _: Event, b: Book, lines: tuple[Line, ...] = (), after: str = "") -> Move:
    """Say `lines`, then the contact's registrations, the newest first, from the place `after`."""
    newest = sorted(c.registrations, key=lambda one: one.opened, reverse=True)
    newest, further = newest[_from(after) :][:LISTED], len(newest) - _from(after) > LISTED
    if not newest:
        return home.menu(c, b, (*lines, Line("mine-none")))
    more = Option(Line("mine-further"), payloads.go("mine-after", str(_from(after) + LISTED)))
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
        (*options, *((more,) if further else ()), Option(Line("menu-home"), payloads.go("home"))),
    )


def further(c: Conversation, e: Event, b: Book, after: str) -> Move:
    """The contact's older registrations."""
    return show(c, e, b, after=after)


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
        (_detail(chosen), *review.waits(chosen)),
        (
            *sections.agree(chosen),
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
    if not helping.may_undo(chosen):
        return asked_staff(c, b, chosen)
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
    if chosen is None or chosen.status not in OPEN or not helping.may_undo(chosen):
        return show(c, e, b)
    c = sheet.with_registration(c, chosen._replace(status=Status.WITHDRAWN))
    return home.menu(c._replace(active=0), b, (Line("mine-withdrawn", {"title": title(chosen)}),))


def asked_staff(c: Conversation, b: Book, chosen: Registration) -> Move:
    """Have staff ask a producer who agreed whether what a helper sent for them is to go."""
    move = home.menu(c, b, (Line("helping-not-yours", asking.given(b)),))
    return move._replace(effects=cases.undoing(chosen, b))


def _from(after: str) -> int:
    """A place in the list, as a button carries it."""
    return int(after) if after.isascii() and after.isdigit() and len(after) < 6 else 0


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
