"""`slip`: the paper that producers sign whom somebody else signs up, ten on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from bot.commands.stopping import CONFIGURATION, USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.papers.slip import slip
from bot.tell import tell

if TYPE_CHECKING:
    from pathlib import Path


def write(out: Path, *, demo: bool) -> None:
    """Write the slip to a file; never with an office's value missing that a signature is about."""
    if out.suffix.lower() != ".html":
        stop(tell("slip-suffix", file=out.name), USAGE)
    book = book_or_stop(settings_or_stop().content, demo=demo)
    missing = book.office.missing()
    if missing:
        stop(tell("slip-missing", what=", ".join(missing)), CONFIGURATION)
    try:
        out.write_text(slip(book, book.languages[0]), "utf-8")
    except OSError:
        stop(tell("cannot-write", file=str(out)))
    typer.echo(tell("slip-written", file=str(out)))
