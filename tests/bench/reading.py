"""`reading`: what it costs to read what was typed, in process, a call at a time."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter_ns

from content.load import load
from content.model import Book
from handlers import asking, days, typed
from handlers.answers import read
from handlers.effects import Reply
from handlers.events import Followed, Moment, Said
from handlers.machine import step
from handlers.state import Conversation
from tests.afresh import forget
from tests.bench.report import Row, Table
from tests.bench.script import TURNS
from tests.handlers.reading.test_typed_forms import COMMAND, FORMS, YES_OR_NO

PACK = Path(__file__).parents[2] / "content" / "tuyen-quang"
MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
NOTE = (
    "Of the forms, the reading of each as the answer to its question; of the script, all that is "
    "done with a line before it is answered: is it a choice, a command, an answer. A turn's budget "
    "for reading is 20 µs."
)
Timed = Callable[[], object]


def reading(seconds: float) -> Table:
    """The time of a reading, over the table of typed forms and over the 45 turns."""
    book = load(PACK, demo=True)
    rounds = max(3, int(seconds * 5))
    forms, lines, turns = [*_forms(book)], [*_lines(book)], [*_turns(book)]
    return Table(
        "reading",
        [
            _row("nothing", [_nothing] * len(forms), rounds),
            _row("typed forms", forms, rounds),
            _row("45 turns: reading", lines, rounds),
            _row("45 turns: whole step", turns, rounds),
        ],
        NOTE,
    )


def _nothing() -> None:
    """A call and its clock."""


def _forms(book: Book) -> Iterator[Timed]:
    today = MONDAY.date()
    for form in FORMS:
        if form.under not in {COMMAND, YES_OR_NO}:
            key, _, name = form.under.partition("/")
            question, said = book.forms[key].by_key[name], form.typed
            yield partial(read, question, said, book, today)


def _talk(book: Book) -> Iterator[tuple[Conversation, Followed | Said]]:
    """Each turn of the script, and the talk before it."""
    talk, at = Conversation(), MONDAY
    for fresh, text in enumerate(TURNS, 1):
        at += timedelta(minutes=1)
        now = Moment(at, at, fresh)
        event = Followed(now) if text == "/start" else Said(now, text)
        yield talk, event
        talk, effects = step(talk, event, book)
        assert any(isinstance(one, Reply) for one in effects), text


def _turns(book: Book) -> Iterator[Timed]:
    for talk, event in _talk(book):
        yield partial(step, talk, event, book)


def _lines(book: Book) -> Iterator[Timed]:
    for talk, event in _talk(book):
        if isinstance(event, Said):
            yield partial(_read, talk, event, book)


def _read(talk: Conversation, event: Said, book: Book) -> None:
    slot = None if typed.meaning(talk, event, book) else asking.open_slot(talk, book)
    if slot is not None:
        read(slot.question, event.text, book, days.day(event.at.heard))


def _row(name: str, calls: list[Timed], rounds: int) -> Row:
    """Of each call the quickest of all rounds; of these the middle, and the slow end."""
    best = [min(_time(call) for _ in range(rounds)) / 1000 for call in calls]
    return {
        "what": name,
        "calls": float(len(best)),
        "median µs": statistics.median(best),
        "p95 µs": statistics.quantiles(best, n=20)[-1],
        "slowest µs": max(best),
    }


def _time(call: Timed) -> int:
    forget()
    before = perf_counter_ns()
    call()
    return perf_counter_ns() - before
