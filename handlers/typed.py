"""
What a typed line stands for: a choice that was shown, a command, or an answer to be read.

An unmarked command word counts only where it is not a valid answer to the open question; where it
is, the person is asked which was meant. In a closed question, and where "is that right?" waits, it
is the answer: "dung" is then đúng. A wish or a question among other words, where any text would
be an answer, is asked about too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from content.folding import fold
from content.form import Kind
from handlers import asking, days, form, payloads, returning, sheet
from handlers.answers import (
    ASK,
    Reading,
    Understood,
    Wrong,
    read,
    read_choice,
    read_yes_no,
    wish,
)
from handlers.events import Said
from handlers.questions import plain
from handlers.questions.likeness import Sure, heard
from handlers.questions.plain import ends_as_a_question
from handlers.questions.purpose import purpose
from handlers.reading.sentences import is_sentence
from handlers.reading.shorthand import written_out
from handlers.reading.telex import undone
from handlers.reading.yesno import is_enough
from handlers.state import Stage

if TYPE_CHECKING:
    from content.form import Question
    from content.model import Book
    from handlers.state import Asked, Conversation

FREE = frozenset({Kind.TEXT, Kind.NAME})
"""Kinds of questions that would take almost anything for the answer."""

WORDS_OF_A_QUESTION = 3

WHETHER = {Stage.REVIEW: ("send", "edit")}
"""Where it is asked whether all is right: what a yes takes there, and a no."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """The line may be this command, or the answer to the open question."""

    command: str


def meaning(c: Conversation, e: Said, b: Book) -> str | Doubt:
    """The payload of the button a line stands for; empty when it is to be read as it is."""
    meant = _meaning(c, e, b) or _meaning_of_command(c, e, b)
    return meant or (_freely(e.text, b) if c.stage in returning.PLACES else "")


def _meaning_of_command(c: Conversation, e: Said, b: Book) -> str | Doubt:
    """What a line stands for if it is a command, in short words or with its marks unmade."""
    for text in (undone(e.text), written_out(fold(e.text))):
        if text and b.commands.possible(text):
            return _meaning(c, Said(e.at, text), b)
    return ""


def _meaning(c: Conversation, e: Said, b: Book) -> str | Doubt:
    shown = _shown(c, e.text) or _assented(c, e.text) or _way_out(c, e.text, b)
    if shown:
        return shown
    done = _enough(c, e.text, b)
    if done:
        return done
    certain = b.commands.certain(e.text)
    if certain:
        return payloads.go(certain)
    return _described(c, e.text) or _perhaps(c, e, b)


def _perhaps(c: Conversation, e: Said, b: Book) -> str | Doubt:
    possible = b.commands.possible(e.text)
    slot = asking.open_slot(c, b)
    if slot is None or c.asked is None:
        return payloads.go(possible) if possible else ""
    wished = "" if possible or c.stage is not Stage.ASKING else _wished(c.asked, e.text, b)
    if not (possible or wished) and _is_a_question(c, slot.question, e.text, b):
        return Doubt(ASK)
    if not possible and not wished:
        return ""
    waits = bool(c.asked.reading)
    if waits and form.said_back(e.text) is not None:
        return ""
    reading = read(slot.question, e.text, b, days.day(e.at.heard))
    wrong = isinstance(reading, Wrong)
    if wished:
        if slot.question.kind in FREE and (not wrong or wished == ASK):
            return Doubt(wished)
        return payloads.go(wished) if wrong and wished != ASK else ""
    if wrong or _is_far_fetched(slot.question, reading):
        return payloads.go(possible)
    closed = slot.question.kind in asking.CLOSED | asking.SEVERAL
    return "" if closed or waits else Doubt(possible)


def _is_far_fetched(question: Question, reading: Reading) -> bool:
    """Whether a command was taken for a misspelt place ("can bo" for Cao Bồ)."""
    guessed = isinstance(reading, Understood) and not reading.literal
    return guessed and question.kind is Kind.PLACE


def _is_a_question(c: Conversation, question: Question, text: str, b: Book) -> bool:
    """
    Whether a text that wishes for nothing, and could be the answer, is a question we know.

    The sign-up asks for names alone: there what is clear need not end as a question, unless it is
    as short as "dao rèn", and what ends as one, or is a sentence, need not be clear.
    """
    if c.stage is not Stage.ASKING or question.kind not in FREE:
        return False
    found, asks = heard(b.faq, text), ends_as_a_question(text, b.faq)
    if question.signup:
        told = isinstance(found, Sure) and len(text.split()) >= WORDS_OF_A_QUESTION
        return told or ((asks or is_sentence(text)) and found is not None)
    return asks and isinstance(found, Sure)


def _wished(asked: Asked, text: str, b: Book) -> str:
    """What seems to be wished for; what is asked about a call back itself is explained."""
    wished = wish(text)
    if wished != ASK or asked.form != sheet.CALLBACK or isinstance(heard(b.faq, text), Sure):
        return wished
    return "explain"


def _shown(c: Conversation, text: str) -> str:
    """The payload of the choice whose whole label or number was typed; empty for none."""
    said = fold(text)
    for one in c.offered:
        if _folded(one.label) == said:
            return one.payload
    if said.isascii() and said.isdigit() and 0 < int(said[:4]) <= len(c.offered):
        return c.offered[int(said[:4]) - 1].payload
    return ""


def _assented(c: Conversation, text: str) -> str:
    """The choice that a yes or a no takes, after "is it this?" and "is all of it right?"."""
    *meant, last = [one.payload for one in c.offered] or [""]
    if last == payloads.go("faq-none"):
        yes, no = meant[0] if len(meant) == 1 else "", last
    else:
        yes, no = (payloads.go(word) for word in WHETHER.get(c.stage, ("", "")))
    match read_yes_no(text):
        case Understood(value):
            chosen = yes if value == "yes" else no
            return chosen if chosen in (*meant, last) else ""
        case _:
            return ""


def _enough(c: Conversation, text: str, b: Book) -> str:
    """The way on for who has chosen some of a list, and says that it is all."""
    slot = asking.open_slot(c, b)
    if slot is None or c.asked is None or slot.question.kind not in asking.SEVERAL:
        return ""
    if not c.asked.reading or asking.confirming(c) or not is_enough(text):
        return ""
    return payloads.tap(c.asked.form, slot.product, slot.question.key, payloads.DONE)


@lru_cache(maxsize=4096)
def _folded(label: str) -> str:
    """A label as it is compared: most are the book's own and come again and again."""
    return fold(label)


def _way_out(c: Conversation, text: str, b: Book) -> str:
    """The payload of a way whose words came back as text, as a channel's own keyboard does it."""
    if c.stage is not Stage.ASKING:
        return ""
    for way in asking.WAYS:
        if b.wording.say(c.language, f"way-{way}") == text:
            return payloads.go(way)
    return ""


def _freely(text: str, b: Book) -> str:
    """
    The payload of what somebody wants who says it in their own words, where nothing waits.

    "Cảm ơn em nhé" is "cảm ơn" there; where a name is asked for, "anh Dừng" is no command.
    """
    found = b.commands.possible(plain.as_typed(text, b.faq)) or purpose(text, b.faq)
    return payloads.go(found) if found else ""


def _described(c: Conversation, text: str) -> str:
    """The payload of the menu's choice that a text describes; questions read their own answers."""
    if c.stage is Stage.ASKING or not c.offered:
        return ""
    labels = tuple(one.label for one in c.offered)
    match read_choice(text, labels, tuple(one.payload for one in c.offered)):
        case Understood(value, literal=True):
            return value
        case _:
            return ""
