"""
Puts one question to a person: the words, the choices, and the ways out of it.

What was put is remembered in `Conversation.asked`; what comes next is computed by `path`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from content.form import Kind
from handlers import elsewhere, path, payloads, same_slip, sheet, whom
from handlers import way as ways
from handlers.answers import ASK, check_digit_fits, show, spell_out
from handlers.move import NOTHING, Fixed, Line, Move, Option
from handlers.path import Slot
from handlers.payloads import Tap
from handlers.reading.lunar import is_lunar
from handlers.state import Asked, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from content.form import Question
    from content.model import Book
    from handlers.state import Answer, Conversation
    from handlers.way import Way

CLOSED = frozenset({Kind.CHOICE, Kind.CONSENT})
SEVERAL = frozenset({Kind.CHOICES, Kind.TOPICS})
MONEY = frozenset({Kind.MONEY, Kind.PRICE})
SLIP = (0, "consent-slip")
LONGEST_LABEL = 40
"""Characters of somebody's own words on a button."""

WAYS = ("keep", "undo", "back", "later", "skip", "explain", "staff", "mute")
FILES = frozenset({Kind.PHOTO, Kind.PAPER})


def open_slot(c: Conversation, b: Book) -> Slot | None:
    """The question that is open, if the book still has it and it still applies."""
    asked = c.asked
    form = b.forms.get(asked.form) if asked else None
    if asked is None or form is None:
        return None
    question = form.by_key.get(asked.question)
    answers = sheet.answers(c, b, form.key)
    if question is None or not path.applies(question, asked.product, answers):
        return None
    registration = sheet.active(c) if form.key == sheet.REGISTRATION else None
    if registration is not None and asked.product > registration.products:
        return None
    return path.slot(question, asked.product)


def put(c: Conversation, b: Book, way: Way, slot: Slot, lines: tuple[Line, ...] = ()) -> Move:
    """Ask a question, after saying `lines`; an answer it already has is offered to be kept."""
    already = way.answers.get(slot.key)
    known = already is not None and already.value != ""
    if known and already is not None:
        lines = (*lines, Line("form-now", {"value": shown(c, b, slot.question, already)}))
    return Move(
        c._replace(stage=Stage.ASKING, asked=Asked(way.form.key, slot.question.key, slot.product)),
        lines=(*lines, _worded(c, b, way, slot), *(same_slip.said(c) if slot.key == SLIP else ())),
        options=offered(c, way.form.key, slot),
        ways=_ways(c, way, slot, known=known),
        ask_phone=slot.question.kind is Kind.PHONE and not sheet.for_another(c, way.form.key),
    )


def repeat(c: Conversation, b: Book, lines: tuple[Line, ...]) -> Move | None:
    """Say `lines` and put the open question again; None when no question is open any more."""
    slot = open_slot(c, b)
    if slot is None or c.asked is None:
        return None
    if c.asked.doubt:
        return doubt(c, c.asked.doubt, c.asked.raw, lines)
    if c.asked.reading and slot.question.kind in SEVERAL and not confirming(c):
        return gathered(c, b, slot, lines)
    if c.asked.reading and slot.question.kind not in FILES:
        return confirm(c, b, slot, lines)
    move = put(c, b, ways.way(c, b, c.asked.form), slot, lines)
    return move._replace(conversation=move.conversation._replace(asked=c.asked))


def confirm(c: Conversation, b: Book, slot: Slot, lines: tuple[Line, ...] = ()) -> Move:
    """Say back what was understood and ask whether it is right."""
    if c.asked is None:
        return Move(c, lines)
    said = _said_back(c, b, slot, c.asked.reading)
    to = (c.asked.form, slot.product, slot.question.key)
    stamp = payloads.stamp(c.asked.reading)
    return Move(
        c._replace(stage=Stage.ASKING),
        lines=(*lines, said),
        options=(
            Option(Line("option-right"), payloads.tap(*to, payloads.ACCEPT + stamp)),
            Option(Line("option-wrong"), payloads.tap(*to, payloads.REJECT + stamp)),
        ),
        ways=("staff",),
    )


def confirming(c: Conversation) -> bool:
    """Whether the last message asked if what was understood is right."""
    taps = (payloads.read(one.payload) for one in c.offered)
    return any(isinstance(one, Tap) and one.value.startswith(payloads.ACCEPT) for one in taps)


def gathered(c: Conversation, b: Book, slot: Slot, lines: tuple[Line, ...] = ()) -> Move:
    """What has been chosen so far of a question that takes several, and what else there is."""
    if c.asked is None:
        return Move(c, lines)
    so_far = c.asked.reading
    to = (c.asked.form, slot.product, slot.question.key)
    each = tuple(
        Option(_ticked(slot, one, on=one in so_far.split(",")), payloads.tap(*to, one))
        for one in slot.question.choices
    )
    done = Option(Line("option-done"), payloads.tap(*to, payloads.DONE))
    line = Line("form-gathered", {"value": show(slot.question, so_far, b, c.language)})
    return Move(
        c._replace(stage=Stage.ASKING),
        (*lines, line if so_far else Line("form-gathered-none")),
        (*each, done),
    )


def _ticked(slot: Slot, value: str, *, on: bool) -> Line:
    label = Line(f"{slot.question.words}.choice-{value}")
    return Line("option-chosen", {"what": label}) if on else label


def _said_back(c: Conversation, b: Book, slot: Slot, reading: str) -> Line:
    """What was understood, in the words for its kind: a commune with what it was made from,
    a sum in words too, a day told by the moon with that."""
    value = show(slot.question, reading, b, c.language)
    place = b.places.by_code.get(reading) if slot.question.kind is Kind.PLACE else None
    if place is not None and len(place.made_from) > 1:
        merged = ", ".join(former.name for former in place.made_from)
        return Line("form-confirm-merged", {"value": value, "merged": merged})
    if slot.question.kind is Kind.PLACE and place is None:
        raw = c.asked.raw if c.asked else ""
        return elsewhere.confirmed(b, raw) or Line("form-confirm", {"value": value})
    if slot.question.kind in MONEY:
        words = spell_out(int(reading.partition(" ")[0]))
        return Line("form-confirm-money", {"value": value, "words": words})
    if slot.question.kind is Kind.TAX_CODE and not check_digit_fits(reading):
        return Line("form-confirm-tax-check", {"value": value})
    said = c.asked.raw if c.asked else ""
    if slot.question.kind is Kind.DATE and is_lunar(said.lower()):
        return Line("form-confirm-lunar", {"said": said, "value": value})
    key = f"form-confirm-{slot.question.kind}"
    if b.wording.has(b.languages[0], key):
        return Line(key, {"value": value})
    return Line("form-confirm", {"value": value})


def doubt(c: Conversation, command: str, said: str, lines: tuple[Line, ...] = ()) -> Move:
    """Ask whether the words were a command or the answer."""
    short = said if len(said) <= LONGEST_LABEL else f"{said[:LONGEST_LABEL]}…"
    return Move(
        c,
        lines=(*lines, Line("form-doubt-ask" if command == ASK else "form-doubt", {"said": said})),
        options=(
            Option(Line(f"command-{command}"), payloads.go("meant", command)),
            Option(Line("option-answer", {"said": short}), payloads.go("meant", "answer")),
        ),
    )


def offered(c: Conversation, form: str, slot: Slot) -> tuple[Option, ...] | Fixed:
    """The choices of a question for this person: a slip that is here already is one."""
    same = same_slip.offered(c) if slot.key == SLIP else ()
    return same or options(form, slot)


def options(form: str, slot: Slot) -> Fixed:
    """The choices of a question as buttons; none for what is typed or photographed."""
    question = slot.question
    return Fixed(
        _choices(form, slot.product, question.key, question.words, question.choices, question.kind)
    )


@lru_cache(maxsize=4096)
def _choices(
    form: str, product: int, key: str, words: str, choices: tuple[str, ...], kind: Kind
) -> tuple[tuple[str, str], ...]:
    named = [(f"{words}.choice-{value}", value) for value in choices]
    if kind in SEVERAL:
        named += [("option-all", payloads.ALL), ("option-none", payloads.NONE)]
    return tuple((name, payloads.tap(form, product, key, value)) for name, value in named)


def shown(c: Conversation, b: Book, question: Question, answer: Answer) -> str:
    """An answer as the person reads it."""
    return show(question, answer.value, b, c.language)


def given(b: Book) -> Mapping[str, str]:
    """What sentences about consent and the office may name."""
    office = b.office
    return {
        "office": office.name,
        "phone": office.phone,
        "hours": office.hours,
        "address": office.address,
        "controller": office.controller,
        "receivers": office.receivers,
        "kept-for": office.kept_for,
        "privacy-contact": office.privacy_contact,
    }


def _worded(c: Conversation, b: Book, way: Way, slot: Slot) -> Line:
    """The question with its number, and with whom it is about where that could be another."""
    words = _numbered(c, b, way, slot)
    return whom.for_whom(c, words) if way.form.key == sheet.REGISTRATION else words


def _numbered(c: Conversation, b: Book, way: Way, slot: Slot) -> Line:
    question = slot.question
    words = Line(question.words, given(b) if question.kind is Kind.CONSENT else NOTHING)
    place = way.place(slot)
    if c.editing or not place or len(way.slots) == 1 or way.form.key == sheet.SEAT:
        return words
    args: dict[str, Line | str] = {"n": str(place), "of": str(len(way.slots)), "question": words}
    registration = sheet.active(c)
    if slot.product == 0 or registration is None or registration.products == 1:
        return Line("form-step", args)
    return Line("form-step-product", {**args, "product": product_name(c, slot.product)})


def product_name(c: Conversation, product: int) -> Line | str:
    """A product by its name, or by its number while it has none."""
    registration = sheet.active(c)
    answer = registration.answers.get((product, "prod-name")) if registration else None
    return answer.value if answer else Line("product-number", {"n": str(product)})


def _ways(c: Conversation, way: Way, slot: Slot, *, known: bool) -> tuple[str, ...]:
    return (
        *(("keep",) if known else ()),
        *(("undo",) if c.replaced and c.replaced.at == slot.key else ()),
        *(("back",) if not c.editing and way.before(slot) else ()),
        "later" if way.needs(slot.question) else "skip",
        "explain",
        "staff",
    )
