"""
Takes an answer to the open question, whichever form it belongs to.

What is typed is read; what was not literal is said back; a wrong answer climbs a ladder of hints.
A tap carries its question, so that an old button is recognised as old.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from content.form import Kind
from handlers import (
    asking,
    cases,
    claiming,
    days,
    eligibility,
    helping,
    home,
    ladder,
    parts,
    path,
    payloads,
    registration,
    replacing,
    returning,
    sheet,
    staff,
    unsure,
    which,
    whose,
)
from handlers.activities import taking
from handlers.answers import Reading, Understood, Wrong, is_unsure, read_yes_no
from handlers.desk import wanting
from handlers.effects import Acknowledge, AskStaff, Consent
from handlers.fitting import fits
from handlers.move import Line, Move
from handlers.path import Slot
from handlers.payloads import Tap
from handlers.questions import answering
from handlers.state import Answer, Conversation, Registration, Source, Stage, Status
from handlers.verdict import told
from handlers.way import mark, way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import Chose, Event, Said

Onward = Callable[[Conversation, "Event", "Book", tuple[Line, ...]], Move]

ONWARD: Mapping[str, Onward] = {
    sheet.ELIGIBILITY: eligibility.onward,
    sheet.REGISTRATION: registration.onward,
    sheet.CALLBACK: staff.onward,
    sheet.SEAT: taking.onward,
    sheet.HELPING: helping.onward,
    sheet.CLAIM: claiming.onward,
}


def onward(c: Conversation, e: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """The nearest valid question of the form that is open, or the menu."""
    if wanting.is_open(c):
        return wanting.onward(c, e, b, lines)
    follow = ONWARD.get(c.asked.form) if c.asked else None
    return follow(c, e, b, lines) if follow else home.menu(c, b, lines)


def said(c: Conversation, e: Said, b: Book, *, surely: bool = False) -> Move:
    """Read what was typed as the answer; `surely` where they said that it is one, word for word."""
    slot = asking.open_slot(c, b)
    if slot is None or c.asked is None:
        return onward(c, e, b, (Line("form-changed"),))
    if c.asked.reading and (slot.question.kind not in asking.SEVERAL or asking.confirming(c)):
        answer = said_back(e.text)
        if answer is not None:
            return _confirmed(c, e, b, slot, yes=answer)
    before, asked = c, c.asked._replace(doubt="", reading=_pending(c, slot))
    c = c._replace(asked=asked)
    reading = which.among_shown(c, b, slot, e.text, days.day(e.at.heard))
    if asked.reading:
        return _added(c, e, b, slot, reading)
    match reading:
        case Understood(value, literal=True) if not _unclear_consent(slot, e.text, b):
            return accept(c, e, b, slot, value, unsure.kept(asked, e, b))
        case Understood(value) if surely and value == e.text:
            return accept(c, e, b, slot, value, unsure.kept(asked, e, b))
        case Wrong() if is_unsure(e.text) and (was := which.unsettled(c, b, slot)):
            return _left_open(c, e, b, slot, was)
    wrong = isinstance(reading, Wrong)
    told = answering.instead(before, e, b, wrong=wrong)
    if told is not None:
        return told
    move = unsure.reply(c, e, b, slot, reading)
    return answering.noted(move, e, b) if wrong else move


def _unclear_consent(slot: Slot, text: str, b: Book) -> bool:
    """Whether a word that may be a command ("dung", đúng or dừng) would be taken for a consent."""
    return slot.question.kind is Kind.CONSENT and bool(b.commands.possible(text))


def said_back(text: str) -> bool | None:
    """Whether a text says yes or no to "is that right?"; None when it says neither."""
    match read_yes_no(text):
        case Understood(value):
            return value == "yes"
        case _:
            return None


def accept(c: Conversation, e: Event, b: Book, slot: Slot, value: str, raw: str) -> Move:
    """Keep an answer and go on."""
    if c.asked is None:
        return home.menu(c, b)
    form = c.asked.form
    whole = path.whole_below(slot.question, slot.product, value, sheet.answers(c, b, form))
    if whole is not None:
        return parts.refused(c, b, slot, whole)
    answer = Answer(value, raw, Source.CHAT, e.at.heard)
    if c.skipped:
        c = c._replace(skipped=c.skipped - {mark(slot)})
    if form == sheet.REGISTRATION and sheet.active(c) is None:
        return registration.consented(c._replace(asked=None), e, b, answer)
    before = sheet.active(c)
    c = replacing.remembered(c, sheet.kept(c, b, form, slot.key, answer), b, form, slot)
    if form == sheet.REGISTRATION and slot.key in whose.ANSWERS:
        c = whose.remembered(c)
    if slot.question.kind is not Kind.TOPICS:
        lines, effects = _followed(before, sheet.active(c), slot, b)
        move = onward(c, e, b, lines)
        return move._replace(effects=(*effects, *move.effects)) if effects else move
    chosen = frozenset(value.split(",")) & frozenset(b.topics)
    move = onward(c._replace(topics=chosen), e, b)
    version = b.office.text_version
    told = tuple(Consent(topic, topic in chosen, version) for topic in b.topics)
    return move._replace(effects=(*move.effects, *told))


def _followed(
    before: Registration | None, after: Registration | None, slot: Slot, b: Book
) -> tuple[tuple[Line, ...], tuple[AskStaff, ...]]:
    """What an answer changed in a sign-up that was sent: its verdict, and parts of a new whole."""
    if before is None or after is None or after.status is Status.DRAFT:
        return (), ()
    again = parts.asked_again(b, slot.question, before.answers, after.answers)
    open_place = cases.unplaced(after, b) if slot.question.kind is Kind.PLACE else ()
    if after.verdict == before.verdict:
        return again, open_place
    return (*again, *told(after, b)), (*cases.case(after, b), *open_place)


def tapped(c: Conversation, e: Chose, b: Book, tap: Tap) -> Move:
    """Take a tap on an answer, if it belongs to the question that is open."""
    slot = asking.open_slot(c, b)
    asked = c.asked
    here = asked and (asked.form, asked.product, asked.question)
    if slot is None or asked is None or here != (tap.form, tap.product, tap.question):
        return stale(c, e, b, tap)
    question = slot.question
    if asked.doubt:
        c = c._replace(asked=asked._replace(doubt=""))
    if tap.value[:1] in {payloads.ACCEPT, payloads.REJECT}:
        if not asked.reading or tap.value[1:] != payloads.stamp(asked.reading):
            return stale(c, e, b, tap)
        return _confirmed(c, e, b, slot, yes=tap.value[0] == payloads.ACCEPT)
    if tap.value[:1] == payloads.PICK:
        value = which.picked(c, b, slot, tap.value, days.day(e.at.heard))
        return accept(c, e, b, slot, value, asked.raw) if value else stale(c, e, b, tap)
    if tap.value == payloads.UNSURE:
        was = which.unsettled(c, b, slot)
        return _left_open(c, e, b, slot, was) if was else stale(c, e, b, tap)
    if question.kind in asking.SEVERAL:
        return _gathered(c, e, b, slot, tap.value)
    if question.kind in asking.FILES and tap.value == payloads.DONE:
        return onward(c, e, b)
    if tap.value in question.choices or (
        question.kind is Kind.PLACE and tap.value in b.places.by_code
    ):
        return accept(c, e, b, slot, tap.value, asked.raw or tap.value)
    return stale(c, e, b, tap)


def _left_open(c: Conversation, e: Event, b: Book, slot: Slot, was: str) -> Move:
    """Keep the old name of a place: staff find out which of the new ones it is."""
    move = accept(c, e, b, slot, was, c.asked.raw if c.asked else "")
    return move._replace(lines=(Line("form-place-open", {"was": was}), *move.lines))


def stale(c: Conversation, e: Event, b: Book, tap: Tap) -> Move:
    """An old button: a double tap is acknowledged, another is recognised and changes nothing."""
    form = b.forms.get(tap.form)
    answer = form and sheet.answers(c, b, tap.form).get((tap.product, tap.question))
    if answer and answer.value == tap.value:
        return Move(c, effects=(Acknowledge(),))
    lines = (Line("old-button"),)
    return asking.repeat(c, b, lines) or _elsewhere(c, e, b, lines)


def _pending(c: Conversation, slot: Slot) -> str:
    """What was chosen so far of a question that takes several; not what was merely said back."""
    several = slot.question.kind in asking.SEVERAL and not asking.confirming(c)
    return c.asked.reading if c.asked and several else ""


def _added(c: Conversation, e: Said, b: Book, slot: Slot, reading: Reading) -> Move:
    """Hear one more of a question that takes several, some of which are chosen."""
    asked = c.asked
    match reading:
        case Understood(value, literal) if asked is not None:
            both = {*asked.reading.split(","), *value.split(",")}
            chosen = ",".join(one for one in slot.question.choices if one in both)
            if literal:
                return accept(c, e, b, slot, chosen, e.text)
            return asking.gathered(c._replace(asked=asked._replace(reading=chosen)), b, slot)
        case _:
            told = answering.instead(c, e, b, wrong=True)
            return told or asking.gathered(c, b, slot, (Line("wrong-not-a-choice"),))


def _confirmed(c: Conversation, e: Event, b: Book, slot: Slot, *, yes: bool) -> Move:
    asked = c.asked
    if asked is None:
        return home.menu(c, b)
    if not fits(slot.question, asked.reading, b):
        return onward(c._replace(asked=asked._replace(reading="")), e, b, (Line("form-changed"),))
    if yes:
        return accept(c, e, b, slot, asked.reading, asked.raw)
    move = asking.put(c, b, way(c, b, asked.form), slot, (Line("form-again"),))
    tries = asked._replace(reading="", raw="", tries=asked.tries + 1)
    return move._replace(conversation=move.conversation._replace(asked=tries))


def _gathered(c: Conversation, e: Event, b: Book, slot: Slot, value: str) -> Move:
    """One more of a question that takes several; taps add up until "done"."""
    asked = c.asked
    if asked is None:
        return home.menu(c, b)
    chosen = [one for one in asked.reading.split(",") if one]
    if value == payloads.ALL:
        return accept(c, e, b, slot, ",".join(slot.question.choices), "")
    if value == payloads.NONE:
        return accept(c, e, b, slot, "", "")
    if value == payloads.DONE:
        return accept(c, e, b, slot, ",".join(chosen), "")
    if value not in slot.question.choices:
        return ladder.wrong(c, b, slot, "not-a-choice")
    chosen = [one for one in slot.question.choices if (one in chosen) != (one == value)]
    c = c._replace(asked=asked._replace(reading=",".join(chosen)))
    return asking.gathered(c, b, slot)


def _elsewhere(c: Conversation, e: Event, b: Book, lines: tuple[Line, ...]) -> Move:
    if c.stage is Stage.ASKING:
        return onward(c, e, b, lines)
    return returning.unmoved(c, e, b, lines)
