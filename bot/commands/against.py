"""
`check --against`: who is in the middle of a form that the content changes, and what awaits them.

Each talk is taken the step that it would take: the very core that will speak to these people says
what they will be asked next. Only numbers are printed.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.commands.stopping import stop
from bot.tell import tell
from content.checks.forms import CLOSED, file_of
from content.form import Kind
from handlers import machine, payloads, sheet
from handlers.events import Chose, Moment
from handlers.fitting import STORED, fits
from handlers.payloads import Tap
from handlers.state import Stage
from storage.engine import database_url, open_reader
from storage.waiting import answered, given, waiting

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from content.form import Question
    from content.model import Book
    from handlers.state import Asked, Conversation

NO_ANSWER = ""
"""What a tap carries that is no answer to any question: one that still holds is put again."""

NOT_ANY_WORDS = frozenset({*STORED, Kind.PLACE})
"""Kinds whose answers show that they are of another kind."""

Place = tuple[str, str]
"""A form and the key of a question as people know it now."""


@dataclass(slots=True)
class Found:
    """
    Who waits where: for each question that changes, how it does, and what is next for how many.

    `kept` are lines about what was answered already.
    """

    people: int = 0
    changed: dict[Place, str] = field(default_factory=dict)
    next: defaultdict[Place, Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter[str])
    )
    kept: list[str] = field(default_factory=list)


def tell_against(book: Book, database: str) -> None:
    """Print who in this database waits at a question that this book changes."""
    try:
        url = database_url(database)
        if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
            stop(tell("no-database", file=str(url.database)))
        found = asyncio.run(_look(book, database))
    except ValueError:
        stop(tell("mistake-database"))
    except (SQLAlchemyError, OSError) as trouble:
        stop(tell("cannot-use-database", reason=type(trouble).__name__))
    for line in _lines(found):
        typer.echo(line)


def _lines(found: Found) -> Iterator[str]:
    moved = sum(found.next[place].total() for place in found.changed)
    for place, how in sorted(found.changed.items()):
        after = found.next[place]
        count = str(after.total())
        yield tell("against-place", place=_name(*place), how=how, count=count)
        for where, people in after.most_common():
            yield tell("against-next", where=where, count=str(people))
    yield from found.kept
    yield tell("against-people", people=str(found.people), moved=str(moved))


async def _look(book: Book, database: str) -> Found:
    reader = open_reader(database)
    found = Found()
    try:
        async for talk in waiting(reader):
            _place(found, talk, book)
        found.kept += await _kept(reader, book)
    finally:
        await reader.dispose()
    return found


def _place(found: Found, talk: Conversation, book: Book) -> None:
    """Count one person, and what they would be asked if they answered now."""
    asked = talk.paused.asked if talk.paused else talk.asked
    if asked is None:
        return
    found.people += 1
    place = (asked.form, asked.question)
    how = _how(talk, asked, book)
    if how:
        found.changed[place] = how
    found.next[place][_next(talk, asked, book)] += 1


def _how(talk: Conversation, asked: Asked, book: Book) -> str:
    """What becomes of the question that is open; empty when it stays as it is."""
    form = book.forms.get(asked.form)
    question = form.by_key.get(asked.question) if form else None
    if question is not None:
        if not fits(question, asked.reading, book):
            return tell("against-kind")
        shown = _shown(talk, asked)
        return tell("against-choices") if shown and shown != set(question.choices) else ""
    now = book.renamed.get(asked.form, {}).get(asked.question)
    return tell("against-renamed", now=now) if now else tell("against-gone")


def _shown(talk: Conversation, asked: Asked) -> set[str]:
    """The choices that the person sees; none where something else was offered last."""
    taps = [payloads.read(one.payload) for one in talk.offered]
    mine = (asked.form, asked.product, asked.question)
    return {
        one.value
        for one in taps
        if isinstance(one, Tap) and (one.form, one.product, one.question) == mine
        if one.value[:1].isalnum()
    }


def _next(talk: Conversation, asked: Asked, book: Book) -> str:
    """What the person would be asked after a tap on the question that is open."""
    asked = asked._replace(reading="", doubt="", tries=0)
    talk = talk._replace(stage=Stage.ASKING, asked=asked, paused=None)
    talk = talk._replace(quiet_until=None, attended=None)
    now = datetime.now(UTC)
    payload = payloads.tap(asked.form, asked.product, asked.question, NO_ANSWER)
    after = machine.step(talk, Chose(Moment(now, now, 0), payload), book).conversation
    if after.asked is None:
        return tell("against-stage", stage=after.stage)
    return _name(after.asked.form, after.asked.question)


async def _kept(reader: AsyncEngine, book: Book) -> list[str]:
    """What was answered under keys, or with choices, that the book no longer has."""
    questions = book.forms[sheet.REGISTRATION].by_key
    former = book.renamed.get(sheet.REGISTRATION, {})
    lines = []
    for key, count in sorted((await answered(reader)).items()):
        if key not in questions and key not in former:
            name = _name(sheet.REGISTRATION, key)
            lines.append(tell("against-kept", place=name, count=str(count)))
    typed = {key: one for key, one in questions.items() if one.kind in NOT_ANY_WORDS}
    taken = await given(reader, [*typed, *former])
    lines += _unfit(taken, typed, former, book)
    closed = {key: one for key, one in questions.items() if one.kind in CLOSED}
    taken = await given(reader, [*closed, *former])
    for (key, value), count in sorted(_strange(taken, closed, former).items()):
        name = _name(sheet.REGISTRATION, key)
        lines.append(tell("against-chosen", place=name, value=value, count=str(count)))
    return lines


def _strange(
    taken: Mapping[Place, int], closed: Mapping[str, Question], former: Mapping[str, str]
) -> dict[Place, int]:
    """The choices that were taken and are no longer offered, by question as it is called now."""
    named: Counter[Place] = Counter()
    for (key, value), count in taken.items():
        for one in value.split(","):
            named[former.get(key, key), one] += count
    return {
        (key, value): count
        for (key, value), count in named.items()
        if key in closed and value not in closed[key].choices
    }


def _unfit(
    taken: Mapping[Place, int],
    typed: Mapping[str, Question],
    former: Mapping[str, str],
    book: Book,
) -> Iterator[str]:
    """The questions that are of another kind now, each with how many answered it before."""
    count: Counter[str] = Counter()
    for (key, value), times in taken.items():
        now = former.get(key, key)
        if now in typed and not fits(typed[now], value, book):
            count[now] += times
    for key, times in sorted(count.items()):
        place = _name(sheet.REGISTRATION, key)
        yield tell("against-unfit", place=place, kind=typed[key].kind, count=str(times))


def _name(form: str, question: str) -> str:
    return f"{file_of(form)}, {question}"
