"""Lets any answer be changed: at the review from one list, in the dossier part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, home, payloads, registration, sections, sheet
from handlers.answers import Understood, read_choice
from handlers.move import Line, Move, Option
from handlers.review import answered, label
from handlers.state import Conversation, Stage, Status
from handlers.way import way
from handlers.words import spoken

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event
    from handlers.path import Slot
    from handlers.sections import Part


def choose(c: Conversation, _: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """Ask which answer to change; once the sign-up is sent, of which part first."""
    entry = sheet.active(c)
    if entry is None or not entry.loaded:
        return home.menu(c, b, lines)
    c = c._replace(section="", editing=False)
    if entry.status is Status.DRAFT:
        return _which(c, answered(c, b), lines)
    parts = tuple(
        Option(
            sections.named(entry, part, b),
            payloads.go("edit-part", part.section, str(part.product)),
        )
        for part in _parts(c, b)
    )
    return _asked(c, (*lines, Line("edit-which-part")), parts)


def choose_in(c: Conversation, e: Event, b: Book, section: str, product: str) -> Move:
    """Ask which answer of one part of the dossier to change."""
    entry = sheet.active(c)
    if entry is None or not entry.loaded:
        return home.menu(c, b)
    if (product, section) not in {(str(p.product), p.section) for p in sections.parts(entry, b)}:
        return choose(c, e, b, (Line("old-button"),))
    c = _within(c, section, product)
    return _which(c, answered(c, b), ())


def open_part(c: Conversation, e: Event, b: Book, section: str, product: str) -> Move:
    """Ask the unanswered questions of one part, one at a time; without any, offer the others."""
    entry = sheet.active(c)
    if entry is None or not entry.loaded:
        return home.menu(c, b)
    if (product, section) not in {(str(p.product), p.section) for p in sections.parts(entry, b)}:
        return sections.show(c, b, (Line("old-button"),))
    c = c._replace(section=f"{product}/{section}", skipped=frozenset())
    road = way(c, b, sheet.REGISTRATION)
    slot = road.ahead()
    if slot is None:
        c = _within(c, section, product)
        return _which(c, answered(c, b), (Line("sections-part-done"),))
    return asking.put(c, b, road, slot, (Line("sections-part"),))


def change(c: Conversation, e: Event, b: Book, product: str, key: str) -> Move:
    """Put one answered question again; the others wait."""
    at = (int(product) if product.isascii() and product.isdigit() else -1, key)
    chosen = next((one for one in answered(c, b) if one.key == at), None)
    if chosen is None:
        return choose(c, e, b, (Line("old-button"),))
    return _put(c, chosen, b)


def _put(c: Conversation, slot: Slot, b: Book) -> Move:
    return asking.put(c._replace(editing=True), b, way(c, b, sheet.REGISTRATION), slot)


def leave(c: Conversation, e: Event, b: Book) -> Move:
    """Change nothing and go on."""
    entry = sheet.active(c)
    c = c._replace(section="", editing=False)
    if entry is not None and entry.status is not Status.DRAFT:
        return sections.show(c, b)
    return registration.onward(c, e, b)


def described(c: Conversation, b: Book, said: str) -> Move | None:
    """Put the one answered question again whose short name fits; None where none does."""
    found = _described(c, b, said)
    return _put(*found, b) if found else None


def _within(c: Conversation, section: str, product: str) -> Conversation:
    return c._replace(section=f"{product}/{section}", editing=False)


def _parts(c: Conversation, b: Book) -> list[Part]:
    """The parts of the dossier in which something was answered."""
    entry = sheet.active(c)
    each = sections.parts(entry, b) if entry else []
    return [one for one in each if answered(_within(c, one.section, str(one.product)), b)]


def _which(c: Conversation, listed: list[Slot], lines: tuple[Line, ...]) -> Move:
    options = tuple(
        Option(label(c, slot), payloads.go("change", str(slot.product), slot.question.key))
        for slot in listed
    )
    return _asked(c, (*lines, Line("edit-which")), options)


def _asked(c: Conversation, lines: tuple[Line, ...], options: tuple[Option, ...]) -> Move:
    """The question with its choices; where there are several products, each can be taken out."""
    entry = sheet.active(c)
    products = range(1, entry.products + 1) if entry and entry.products > 1 else ()
    drops = tuple(
        Option(
            Line("product-drop", {"product": asking.product_name(c, n)}),
            payloads.go("drop", str(n)),
        )
        for n in products
    )
    return Move(
        c._replace(stage=Stage.EDITING, asked=None),
        lines,
        (*options, *drops, Option(Line("edit-none"), payloads.go("review"))),
    )


def _described(c: Conversation, b: Book, said: str) -> tuple[Conversation, Slot] | None:
    """The one answered question whose short name fits, in the part that it belongs to."""
    scopes = [c._replace(section="", editing=False)]
    entry = sheet.active(c)
    if entry is not None and entry.status is not Status.DRAFT:
        scopes += [_within(c, one.section, str(one.product)) for one in _parts(c, b)]
    found = {slot.key: (scope, slot) for scope in scopes for slot in answered(scope, b)}
    names = [spoken(label(c, slot), b.wording, c.language) for _, slot in found.values()]
    values = [payloads.go(str(product), key) for product, key in found]
    match read_choice(said, names, values):
        case Understood(value):
            return dict(zip(values, found.values(), strict=True))[value]
        case _:
            return None
