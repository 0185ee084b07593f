"""Shows a sign-up before it is sent, and sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.model import Outcome
from handlers import (
    asking,
    cases,
    codes,
    days,
    home,
    path,
    payloads,
    sections,
    sheet,
    verdict,
    whom,
)
from handlers.effects import Agreed
from handlers.move import Line, Move, Option
from handlers.path import Slot
from handlers.state import Conversation, Registration, Stage, Status
from handlers.way import way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Event

CONSENT = "consent-data"
TOPICS = "topics"


def show(c: Conversation, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """Everything a sign-up holds, to be sent, changed, or added to."""
    c = sheet.tidied(c._replace(asked=None))
    registration = sheet.active(c)
    if registration is None:
        return home.menu(c, b, lines)
    registration = verdict.judged(registration, b)
    c = sheet.with_registration(c, registration)
    stays = registration.verdict != Outcome.REDIRECT
    words = ("send", "edit", "add-product", "later") if stays else ("edit", "later")
    ask = (Line("review-ask"),) if stays else ()
    return Move(
        c._replace(stage=Stage.REVIEW, section="", editing=False),
        (
            *lines,
            *whom.now(c),
            Line("review"),
            *_summary(c, b),
            *_warning(registration, b),
            *waits(registration),
            *ask,
        ),
        tuple(Option(Line(f"review-option-{word}"), payloads.go(word)) for word in words),
        ways=("staff",),
    )


def send(c: Conversation, e: Event, b: Book) -> Move:
    """Send the sign-up: it gets its status, and the person gets its code."""
    registration = sheet.active(c)
    if registration is None:
        return home.menu(c, b)
    c = c._replace(section="", editing=False)
    if registration.status is not Status.DRAFT:
        return sections.show(c, b, (told_code(registration),))
    if verdict.judged(registration, b).verdict == Outcome.REDIRECT:
        return show(c, b)
    road = way(c, b, sheet.REGISTRATION)
    slot = road.ahead()
    if slot is not None and slot.question.required:
        return asking.put(c, b, road, slot, (Line("review-incomplete"),))
    running = days.open_round(b, e.at.heard)
    sent = registration._replace(
        status=Status.INTEREST,
        round=running.key if running else "",
    )
    sent = sections.filed(sent, b)
    c = sheet.with_registration(c, sent)
    filing = home.round_line(b, e)
    theirs = (Line("helping-code"),) if sent.helped else ()
    move = sections.show(c, b, (told_code(sent), *theirs, *waits(sent), filing))
    told = (*cases.case(sent, b), *cases.unplaced(sent, b))
    return move._replace(effects=(*told, *move.effects), by_call=True)


def told_code(registration: Registration) -> Line:
    """The sentence that gives the code and says what a sign-up is and is not."""
    return Line("review-sent", {"code": codes.code(registration.id)})


def waits(registration: Registration) -> tuple[Line, ...]:
    """The line that says what waits for the producer's consent; none where nothing does."""
    return (Line("waiting"),) if registration.agreed is Agreed.WAITING else ()


def label(c: Conversation, slot: Slot) -> Line:
    """A question's short name, with the product's number where there are several."""
    words = Line(f"{slot.question.words}.label")
    registration = sheet.active(c)
    if slot.product == 0 or registration is None or registration.products == 1:
        return words
    return Line("label-product", {"label": words, "n": str(slot.product)})


def answered(c: Conversation, b: Book) -> list[Slot]:
    """
    The answered questions of the part that is open, or of the sign-up; never a consent.

    What a helper hears about is no answer of the producer's.
    """
    registration = sheet.active(c)
    if registration is None:
        return []
    form = b.forms[sheet.REGISTRATION]
    fixed = {CONSENT, *((TOPICS,) if registration.helped else ())}
    product, _, section = c.section.partition("/")
    wanted = form.parts.get(section, path.NO_QUESTIONS) if section else form.signup
    return [
        slot
        for slot in path.slots(wanted, registration.answers, registration.products)
        if slot.question.key not in fixed
        and (not section or str(slot.product) == product)
        and slot.key in registration.answers
    ]


def _summary(c: Conversation, b: Book) -> tuple[Line, ...]:
    answers = sheet.answers(c, b, sheet.REGISTRATION)
    return tuple(
        Line(
            "review-line",
            {
                "label": label(c, slot),
                "value": asking.shown(c, b, slot.question, answers[slot.key]),
            },
        )
        for slot in answered(c, b)
        if answers[slot.key].value
    )


def _warning(registration: Registration, b: Book) -> tuple[Line, ...]:
    why = verdict.told(registration, b)
    return (*why, Line(f"review-verdict-{registration.verdict}")) if why else ()
