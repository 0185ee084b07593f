"""A number that is a part of another: never more than the whole that was given before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import ladder, sheet
from handlers.answers import show
from handlers.move import Line, Move

if TYPE_CHECKING:
    from content.form import Question
    from content.model import Book
    from handlers.path import Slot
    from handlers.state import Answer, Answers, Conversation


def refused(c: Conversation, b: Book, slot: Slot, whole: Answer) -> Move:
    """Name the whole that a part is more than, and ask again by the ladder."""
    question = b.forms[sheet.REGISTRATION].by_key[slot.question.at_most or ""]
    value = show(question, whole.value, b, c.language)
    named = Line("form-whole", {"what": Line(f"{question.words}.label"), "value": value})
    move = ladder.wrong(c, b, slot, "more-than-whole")
    return move._replace(lines=(named, *move.lines))


def asked_again(b: Book, whole: Question, before: Answers, after: Answers) -> tuple[Line, ...]:
    """The parts that no longer fit a new whole: they were dropped, and are asked again."""
    questions = b.forms[sheet.REGISTRATION].by_key
    return tuple(
        Line("form-part-again", {"what": Line(f"{part.words}.label")})
        for key in before
        if key not in after and (part := questions.get(key[1])) and part.at_most == whole.key
    )
