"""
A notice as a file (TOML), read against the book; every mistake in it is reported at once.

    title, topic                  what staff call it, and what people agreed to hear of
    picture                       a photo beside this file, which is shown with the text
    activity                      adds a button to take a seat at it, before the others
    [text]                        what is said, by language
    [audience]                    everybody who agreed to the topic, unless it says less:
        communes                  names or codes
        groups, statuses          of products, and of registrations
        channels                  telegram, zalo_oa, zalo_bot, web
        activities                who has a seat there, or waits for one
        languages
        seen-since                a day
    [[button]]                    `leads` is a command
        vi, en …                  words that lead there when they are typed
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bot.activities.announcing import door_to
from bot.notices.picture import fitted
from bot.photos import Fit, Unfit
from content.folding import fold
from content.limits import button_problem, text_problem
from content.places import Exactly
from content.problems import Problem
from content.tables import Table, read_toml
from handlers.days import VIETNAM
from handlers.state import Status
from storage.audience import EVERYONE, Audience
from storage.notices import Door, Draft
from storage.queries import GROUP

if TYPE_CHECKING:
    from content.model import Book

MOST_DOORS = 4
"""Zalo takes five buttons, and one stops the notices."""


class ChannelName(StrEnum):
    """The first word of an account."""

    TELEGRAM = "telegram"
    ZALO_OA = "zalo_oa"
    ZALO_BOT = "zalo_bot"
    WEB = "web"


class Mistaken(Exception):
    """A file cannot become a notice; `lines` says everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.lines = [str(problem) for problem in problems]
        super().__init__("\n".join(self.lines))


class Read(NamedTuple):
    """The notice that a file holds, and the picture that is yet to be kept for it."""

    draft: Draft
    picture: Fit | None


def read(path: Path, book: Book) -> Read:
    """The notice that a file holds; raises Mistaken."""
    problems: list[Problem] = []
    file = Table(read_toml(path.parent, path.name, problems) or {}, path.name, problems)
    if problems:
        raise Mistaken(problems)
    draft = Draft(
        title=file.text("title"),
        topic=_topic(file, book),
        texts=_texts(file.table("text"), book),
        doors=tuple(_doors(file, book)),
        audience=read_audience(file.table("audience"), book),
    )
    picture = read_picture(file, path.parent)
    file.close()
    if problems:
        raise Mistaken(problems)
    return Read(draft, picture)


def read_picture(file: Table, folder: Path) -> Fit | None:
    """The picture that a file names, which lies beside it."""
    name = file.text("picture", required=False)
    if not name:
        return None
    try:
        found = fitted((folder / name).read_bytes())
    except OSError:
        file.wrong(f"`picture`: {name!r} cannot be read")
        return None
    if isinstance(found, Unfit):
        file.wrong(f"`picture`: {name!r} is {found.reason}; it must be a JPEG, PNG or WebP")
        return None
    return found


def _topic(file: Table, book: Book) -> str:
    topic = file.text("topic")
    _known(file, "topic", [topic] if topic else [], book.topics)
    return topic


def _texts(table: Table, book: Book) -> dict[str, str]:
    first, *others = book.languages
    texts = {first: table.text(first)}
    texts |= {name: text for name in others if (text := table.text(name, required=False))}
    table.close()
    for name, text in texts.items():
        if problem := text_problem(f"{text}\n\n{book.wording.say(name, 'notice-stop')}"):
            table.wrong(f"the text in `{name}` {problem}")
    return texts


def _doors(file: Table, book: Book) -> Iterator[Door]:
    tables = list(file.tables("button", "leads"))
    activity = file.number("activity")
    if activity is not None:
        yield door_to(activity, book)
    most = MOST_DOORS - (activity is not None)
    if len(tables) > most:
        file.wrong(f"`button` is there {len(tables)} times; Zalo takes {most} beside ours")
    for table in tables:
        leads, (first, *others) = table.text("leads"), book.languages
        label = table.text(first)
        labels = {name: table.text(name, required=False) or label for name in others}
        labels[first] = label
        table.close()
        for each in dict.fromkeys(filter(None, labels.values())):
            if book.commands.possible(each) != leads:
                table.wrong(f"typed, {each!r} does not lead there; {_words(book, leads)} would")
            if problem := button_problem(each):
                table.wrong(f"{each!r} {problem}")
        yield Door(leads, labels)


def _words(book: Book, leads: str) -> str:
    """The words that lead there."""
    found = [word for word, key in book.commands.marked.items() if key == leads]
    marked = {fold(word) for word in found}
    found += [
        word
        for word, key in book.commands.folded.items()
        if key == leads and word not in marked and word[:1].isalpha()
    ]
    return ", ".join(map(repr, found)) or "nothing"


def read_audience(table: Table, book: Book) -> Audience:
    """Whom a table means; nothing in it is everybody."""
    if not table.raw:
        return EVERYONE
    groups = book.forms["registration"].by_key[GROUP].choices
    audience = Audience(
        communes=tuple(_communes(table, book)),
        groups=_known(table, "groups", table.texts("groups"), groups),
        statuses=_known(table, "statuses", table.texts("statuses"), tuple(Status)),
        channels=_known(table, "channels", table.texts("channels"), tuple(ChannelName)),
        languages=_known(table, "languages", table.texts("languages"), book.languages),
        activities=table.numbers("activities"),
        seen_since=_since(table),
    )
    table.close()
    return audience


def _communes(table: Table, book: Book) -> Iterator[str]:
    for typed in table.texts("communes"):
        match book.places.find(typed):
            case _ if typed in book.places.by_code:
                yield typed
            case Exactly(one):
                yield one.place.code
            case _:
                table.wrong(f"`communes`: {typed!r} is no commune, or several; give its code")


def _since(table: Table) -> datetime | None:
    if "seen-since" not in table.raw:
        return None
    return datetime.combine(table.day("seen-since"), time(), VIETNAM)


def _known(
    table: Table, name: str, given: Iterable[str], known: tuple[str, ...]
) -> tuple[str, ...]:
    """The words that were given; one that is not known is a mistake."""
    words = tuple(given)
    for word in words:
        if word not in known:
            table.wrong(f"`{name}`: {word!r} is unknown; known are {', '.join(known)}")
    return words
