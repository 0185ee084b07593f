"""
Asks which of several readings was meant, and keeps them on offer until one is chosen.

The questions that are asked before any consent are of kinds whose sentence repeats no word of the
person's: what is said is written down. What is not a choice of the question itself ("15-20", two
phone numbers) is offered under a stamp and read again when it is chosen, so that no button carries
what somebody wrote.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.form import Kind
from content.places import AnyOf, Perhaps
from handlers import asking, payloads
from handlers.answers import Reading, Several, Understood, is_position, show
from handlers.move import Line, Move, Option
from handlers.naming import read
from handlers.payloads import Tap
from handlers.reading.names import is_name
from handlers.way import way

if TYPE_CHECKING:
    from datetime import date

    from content.form import Question
    from content.model import Book
    from handlers.path import Slot
    from handlers.state import Conversation

AGAIN = ("ladder-staff", "ladder-ways")
LADDER = 3
"""Where the ladder of wrong answers begins to alternate between these two."""

LISTED = asking.CLOSED | asking.SEVERAL
"""Kinds whose answers are lines of a list."""


def ask(c: Conversation, b: Book, slot: Slot, values: tuple[str, ...], said: str) -> Move:
    """Offer the readings; said again, the same readings are offered in other words."""
    asked = c.asked
    if asked is None:
        return Move(c)
    offered = _options(c, b, slot, values)
    line = _question(b, slot, values, said)
    if slot.question.kind is Kind.PLACE:
        to = (asked.form, slot.product, slot.question.key)
        known = payloads.tap(*to, payloads.UNSURE) if _one_name(b, values) else ""
        offered = (*offered, Option(Line("option-unsure"), known or payloads.go("staff")))
    tries = asked.tries
    if [one.payload for one in offered] == [one.payload for one in c.offered]:
        tries = tries + 1 if tries != 1 else LADDER
        line = Line("form-which-again" if tries == 1 else AGAIN[tries % 2], asking.given(b))
    needed = way(c, b, asked.form).needs(slot.question)
    return Move(
        c._replace(asked=asked._replace(tries=tries)),
        (line,),
        offered,
        ways=("staff", "explain", "later" if needed else "skip"),
    )


def on_offer(c: Conversation, b: Book, slot: Slot) -> tuple[Option, ...]:
    """
    The readings that the last message offered; none when it offered the question's own list.

    Of a list, fewer lines are offered again once only: the right one may not be among them.
    """
    taps = _taps(c, slot)
    places = slot.question.kind is Kind.PLACE and any(one in b.places.by_code for one in taps)
    first = c.asked is not None and not c.asked.tries
    listed = slot.question.choices if slot.question.kind in asking.CLOSED and first else ()
    fewer = 0 < sum(one in listed for one in taps) < len(listed)
    if places or fewer or any(one.startswith(payloads.PICK) for one in taps):
        return tuple(Option(one.label, one.payload) for one in c.offered)
    return ()


def picked(c: Conversation, b: Book, slot: Slot, stamped: str, today: date) -> str:
    """The reading that a button with its stamp stands for; empty when it is not on offer."""
    if c.asked is None or not c.asked.raw:
        return ""
    match read(slot.question, c.asked.raw, b, today):
        case Several(values):
            return next((one for one in values if _stamped(one) == stamped), "")
        case _:
            return ""


def unsettled(c: Conversation, b: Book, slot: Slot) -> str:
    """The one name that all places on offer have or had, if not knowing which is on offer too."""
    taps = _taps(c, slot)
    if payloads.UNSURE not in taps:
        return ""
    return _one_name(b, tuple(one for one in taps if one in b.places.by_code))


def _one_name(b: Book, codes: tuple[str, ...]) -> str:
    """The name that each of these places has today, or that an old unit of it had; else nothing."""
    names = [
        [place.name, *(former.name for former in place.made_from)]
        for place in map(b.places.by_code.__getitem__, codes)
    ]
    first, *others = names or [[]]
    return next((one for one in first if all(one in other for other in others)), "")


def among_shown(c: Conversation, b: Book, slot: Slot, text: str, today: date) -> Reading:
    """
    What the text answers, looked for among the choices as they were shown first.

    A number counts among them alone; other words may still name a choice that was not shown.
    """
    question = slot.question
    shown = _as_shown(c, slot)
    within = read(shown, text, b, today)
    if shown is question or is_position(text) or _is_literal(within):
        return within
    anywhere = read(question, text, b, today)
    return within if isinstance(within, Understood) and not _is_literal(anywhere) else anywhere


def _as_shown(c: Conversation, slot: Slot) -> Question:
    """The question with the choices of the last message, where these are its own."""
    question = slot.question
    if not c.offered or question.kind not in LISTED:
        return question
    shown = tuple(one for one in _taps(c, slot) if one in question.choices)
    return question if shown == question.choices else replace(question, choices=shown)


def _is_literal(reading: Reading) -> bool:
    return isinstance(reading, Understood) and reading.literal


def _taps(c: Conversation, slot: Slot) -> list[str]:
    """What the buttons of the last message answer to this question."""
    here = c.asked and (c.asked.form, slot.product, slot.question.key)
    taps = (payloads.read(one.payload) for one in c.offered)
    return [
        one.value
        for one in taps
        if isinstance(one, Tap) and (one.form, one.product, one.question) == here
    ]


def _options(c: Conversation, b: Book, slot: Slot, values: tuple[str, ...]) -> tuple[Option, ...]:
    to = (c.asked.form if c.asked else "", slot.product, slot.question.key)
    return tuple(
        Option(
            show(slot.question, value, b, c.language),
            payloads.tap(*to, value if _is_own(b, slot.question, value) else _stamped(value)),
        )
        for value in values
    )


def _is_own(b: Book, question: Question, value: str) -> bool:
    return value in question.choices or (question.kind is Kind.PLACE and value in b.places.by_code)


def _stamped(value: str) -> str:
    return payloads.PICK + payloads.stamp(value)


def _question(b: Book, slot: Slot, values: tuple[str, ...], said: str) -> Line:
    kind = slot.question.kind
    if is_name(slot.question) and all(one in said for one in values):
        return Line("form-which-listed")
    if kind is Kind.PLACE and (split := _split(b, said)):
        return Line("form-which-split", {"was": split})
    if kind in LISTED:
        return Line("form-which-choice")
    if kind is Kind.PLACE:
        return Line("form-which-place")
    key = f"form-which-{kind}"
    return Line(key if b.wording.has(b.languages[0], key) else "form-which", {"said": said})


def _split(b: Book, said: str) -> str:
    """The old unit that was split among all the places that the words may mean; else nothing."""
    match b.places.find(said):
        case AnyOf(matches) | Perhaps(matches):
            names = {match.was for match in matches}
            parts = all(
                any(old.part and old.name == match.was for old in match.place.made_from)
                for match in matches
            )
            return names.pop() if parts and len(names) == 1 else ""
        case _:
            return ""
