"""`talk`: speak with the bot in a terminal, replay a written talk, or write one down."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from bot.channels.terminal import NotShown, Terminal
from bot.commands.stopping import USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.talks import Exchange, Talk, lines_of, replay, written_down
from bot.tell import tell

if TYPE_CHECKING:
    from content.model import Book
    from handlers.effects import Message


def talk(script: Path | None, write: Path | None) -> None:
    """
    Talk, in memory; nothing is kept but what `write` writes down.

    With a script and no `write`, ends with 1 where the talk goes another way than it is written.
    """
    book = book_or_stop(settings_or_stop().content, demo=True)
    text = _text(script) if script else ""  # read first: it may be written anew
    with ExitStack() as open_files:
        record = open_files.enter_context(_opened(write)) if write else None
        if script:
            _by_script(text, script, book, record)
        else:
            _by_hand(book, record)


def _by_hand(book: Book, record: TextIO | None) -> None:
    terminal = Terminal(sys.stdout)
    one = Talk(book, datetime.now(UTC))
    said, typed = one.open(), ""
    for number in count():
        terminal.show(said)
        if record:
            record.write(written_down(Exchange(number, typed, lines_of(said))))
            record.flush()
        try:
            typed, said = _next(one)
        except (EOFError, KeyboardInterrupt):
            return


def _next(one: Talk) -> tuple[str, Message]:
    """The next line that can be said, and what is said to it."""
    while True:
        typed = input("> ")
        try:
            return typed, one.say(typed)
        except NotShown as missing:
            typer.echo(tell("no-such-button", label=str(missing)), err=True)


def _by_script(text: str, file: Path, book: Book, record: TextIO | None) -> None:
    try:
        for written, said in replay(text, book):
            typer.echo(written_down(said), nl=False)
            if record:
                record.write(written_down(said))
            elif written.answer != said.answer:
                where = tell("talk-differs", file=str(file), line=str(written.number))
                stop(["", where, *_difference(written, said)])
    except NotShown as missing:
        stop(tell("no-such-button", label=str(missing)))


def _difference(written: Exchange, said: Exchange) -> Iterator[str]:
    names = tell("talk-written"), tell("talk-said")
    return difflib.unified_diff(written.answer, said.answer, *names, lineterm="")


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        stop(tell("cannot-read", file=str(file)), USAGE)


def _opened(file: Path) -> TextIO:
    try:
        return file.open("w", encoding="utf-8")
    except OSError:
        stop(tell("cannot-write", file=str(file)))
