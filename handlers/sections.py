"""After the sign-up: the parts of the dossier, in any order, over as many days as it takes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.model import About
from handlers import asking, home, path, payloads, sheet
from handlers.move import Line, Move, Option
from handlers.path import Slot
from handlers.state import Conversation, Registration, Stage, Status
from handlers.way import way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event

FILLING = frozenset({Status.INTEREST, Status.COLLECTING, Status.COMPLETE})
NAMED_MISSING = 4


def show(c: Conversation, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """How far each part is, what is still missing, and which part to go on with."""
    registration = sheet.active(c)
    if registration is None or not registration.loaded:
        return home.menu(c, b, lines)
    now = replace(registration, status=status(registration, b))
    c = sheet.with_registration(c, now) if now != registration else c
    missing = _missing(now, b)
    left = _named(c, missing) if missing else (Line("sections-complete"),)
    options = [_option(now, b, product, section) for product, section in _parts(now, b)]
    words = ("add-product", "edit", "home")
    return Move(
        c.but(stage=Stage.SECTIONS, asked=None, section="", skipped=frozenset()),
        (*lines, *left, Line("sections-ask")),
        (
            *options,
            *(Option(Line(f"sections-option-{word}"), payloads.go(word)) for word in words),
        ),
        ways=("staff",),
    )


def open_part(c: Conversation, e: Event, b: Book, section: str, product: str) -> Move:
    """Ask the unanswered questions of one part, one at a time."""
    registration = sheet.active(c)
    if registration is None or not registration.loaded:
        return home.menu(c, b)
    known = {(str(n), name) for n, name in _parts(registration, b)}
    if (product, section) not in known:
        return show(c, b, (Line("old-button"),))
    c = c.but(section=f"{product}/{section}", skipped=frozenset())
    road = way(c, b, sheet.REGISTRATION)
    slot = road.ahead()
    if slot is None:
        return show(c.but(section=""), b, (Line("sections-part-done"),))
    return asking.put(c, b, road, slot, (Line("sections-part"),))


def status(registration: Registration, b: Book) -> Status:
    """Interest, collecting or complete, by what has been answered; later ones are the staff's."""
    if registration.status not in FILLING:
        return registration.status
    if not _missing(registration, b):
        return Status.COMPLETE
    form = b.forms[sheet.REGISTRATION]
    extra = any(
        answer.value and key in form.by_key and not form.by_key[key].signup
        for (_, key), answer in registration.answers.items()
        if answer.source == "chat"
    )
    return Status.COLLECTING if extra else Status.INTEREST


def _missing(registration: Registration, b: Book) -> list[Slot]:
    form = b.forms[sheet.REGISTRATION]
    every = path.slots(form.needed, registration.answers, registration.products)
    return [
        slot
        for slot in every
        if (answer := registration.answers.get(slot.key)) is None or not answer.value
    ]


def _named(c: Conversation, missing: list[Slot]) -> tuple[Line, ...]:
    first = tuple(
        Line("sections-missing", {"what": Line(f"{slot.question.words}.label")})
        for slot in missing[:NAMED_MISSING]
    )
    more = len(missing) - len(first)
    rest = (Line("sections-missing-more", {"n": str(more)}),) if more else ()
    return (Line("sections-missing-intro"), *first, *rest)


def _parts(registration: Registration, b: Book) -> list[tuple[int, str]]:
    form = b.forms[sheet.REGISTRATION]
    about = {
        section: any(question.about is About.PRODUCT for question in form.parts[section])
        for section in form.sections
    }
    whole = [(0, section) for section in form.sections if not about[section]]
    each = [
        (product, section)
        for product in range(1, registration.products + 1)
        for section in form.sections
        if about[section]
    ]
    return whole + each


def _option(registration: Registration, b: Book, product: int, section: str) -> Option:
    form = b.forms[sheet.REGISTRATION]
    slots = [
        slot
        for slot in path.slots(form.parts[section], registration.answers, registration.products)
        if slot.product in {0, product}
    ]
    done = sum(1 for slot in slots if slot.key in registration.answers)
    name = Line(f"section-{section}")
    several = product > 0 and registration.products > 1
    words = Line("label-product", {"label": name, "n": str(product)}) if several else name
    return Option(
        Line("sections-progress", {"part": words, "n": str(done), "of": str(len(slots))}),
        payloads.go("part", section, str(product)),
    )
