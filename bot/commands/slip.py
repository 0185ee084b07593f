"""`slip`: the paper that producers sign whom somebody else signs up, ten on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from bot.commands.stopping import CONFIGURATION, USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.papers.pdf import pdf_of
from bot.papers.slip import slip, slip_sheet
from bot.tell import tell

if TYPE_CHECKING:
    from pathlib import Path

PDF = ".pdf"
SUFFIXES = (".html", PDF)


def write(out: Path, *, demo: bool) -> None:
    """Write the slip to a file; never with an office's value missing that a signature is about."""
    if out.suffix.lower() not in SUFFIXES:
        stop(tell("slip-suffix", file=out.name), USAGE)
    book = book_or_stop(settings_or_stop().content, demo=demo)
    missing = book.office.missing()
    if missing:
        stop(tell("slip-missing", what=", ".join(missing)), CONFIGURATION)
    language = book.languages[0]
    try:
        if out.suffix.lower() == PDF:
            out.write_bytes(pdf_of(slip_sheet(book, language), language))
        else:
            out.write_text(slip(book, language), "utf-8")
    except OSError:
        stop(tell("cannot-write", file=str(out)))
    typer.echo(tell("slip-written", file=str(out)))
