"""
Answers a question wherever it was asked, and goes on where the talk was.

What is clear is answered, and an open form puts the same question again, unchanged. What may be one
of several is offered; a command that was put as a sentence is offered too while a form is open,
since it would leave the form. What nothing is like is put down without the one who asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.places import Exactly
from handlers import asking, home, payloads, programme, returning
from handlers.answers import is_unsure
from handlers.effects import Unanswered
from handlers.move import Line, Move, Option
from handlers.questions.likeness import Perhaps, Sure, heard
from handlers.questions.plain import asks
from handlers.reading.masking import masked
from handlers.reading.understanding import Understood
from handlers.reading.yesno import read_yes_no
from handlers.state import Conversation

if TYPE_CHECKING:
    from content.faq import Entry
    from content.model import Book
    from handlers.events import Event, Said

RESTORED = returning.PLACES | returning.WORTH
"""Stages that can be put as they were after other choices were offered in between."""


def answered(c: Conversation, e: Said, b: Book) -> Move | None:
    """The answer, or what may have been asked; None for a text that is like nothing."""
    match heard(b.faq, e.text):
        case Sure(key) if key in b.faq.entries:
            return answer(c, e, b, key)
        case Sure(key) if c.stage in RESTORED:
            return _offered(c, (key,), b)
        case Perhaps(keys, likely) if c.stage in RESTORED and (likely or asks(e.text, b.faq)):
            return _offered(c, keys, b)
        case _:
            return None


def instead(c: Conversation, e: Said, b: Book, *, wrong: bool) -> Move | None:
    """
    What to say to a text that does not answer the open question word for word.

    One that could still be the answer must be put as a question, and clear; a mere "yes" or "I do
    not know" never is one.
    """
    if is_unsure(e.text) or isinstance(read_yes_no(e.text), Understood):
        return None
    if wrong:
        return answered(c, e, b)
    found = heard(b.faq, e.text) if asks(e.text, b.faq) else None
    if isinstance(found, Sure) and found.key in b.faq.entries:
        return answer(c, e, b, found.key)
    return None


def noted(move: Move, e: Said, b: Book) -> Move:
    """The move, with what was asked put down for the team: they may give the book an answer."""
    if not asks(e.text, b.faq):
        return move
    text = masked(e.text, lambda name: isinstance(b.places.find(name), Exactly))
    return move._replace(effects=(*move.effects, Unanswered(text)))


def answer(c: Conversation, e: Event, b: Book, key: str) -> Move:
    """Say one answer, then go on; an entry that the book no longer has is an old button."""
    entry = b.faq.entries.get(key)
    if entry is None:
        return none(c, e, b, "old-button")
    lines = [Line(f"faq-{key}", asking.given(b))]
    if entry.page == programme.CALENDAR:
        lines.append(home.round_line(b, e))
    if entry.article:
        lines.append(Line("page-source", {"article": Line(f"article-{entry.article}")}))
    if c.stage in returning.PLACES:
        return home.menu(c, b, tuple(lines))._replace(options=_further(entry))
    return returning.as_it_was(c, e, b, tuple(lines))


def none(c: Conversation, e: Event, b: Book, line: str = "question-none-said") -> Move:
    """None of what was offered was meant: say who knows, and go on."""
    return returning.as_it_was(c, e, b, (Line(line, asking.given(b)),))


def _offered(c: Conversation, keys: tuple[str, ...], b: Book) -> Move:
    """Ask which of these was meant."""
    each = tuple(
        Option(Line(f"faq-{key}.title"), payloads.go("faq", key))
        if key in b.faq.entries
        else Option(Line(f"command-{key}"), payloads.go(key))
        for key in keys
    )
    line = Line("question-which" if len(keys) > 1 else "question-this")
    return Move(c, (line,), (*each, Option(Line("question-none"), payloads.go("faq-none"))))


def _further(entry: Entry) -> tuple[Option, ...]:
    """Where an answer leads on to, in the menu's own words for going back."""
    pages = (entry.page,) if entry.page else ()
    return (
        *(Option(Line(f"programme-{one}.title"), payloads.go("page", one)) for one in pages),
        *(Option(Line(f"command-{one}"), payloads.go(one)) for one in entry.leads),
        Option(Line("menu-home"), payloads.go("home")),
    )
