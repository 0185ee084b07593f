"""`poster`: pages with QR codes to be printed and put up, one for each commune."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from bot.commands.stopping import CONFIGURATION, USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.commands.words import commune_or_stop
from bot.papers.posters import posters
from bot.papers.sources import doors_of
from bot.tell import tell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def write(out: Path, communes: Sequence[str], *, demo: bool) -> None:
    """Write the posters of these communes, or of all where none is named, to a PDF."""
    if out.suffix.lower() != ".pdf":
        stop(tell("poster-suffix", file=out.name), USAGE)
    settings = settings_or_stop()
    doors = doors_of(settings)
    if not any(doors.links("")):
        stop(tell("poster-no-door"), CONFIGURATION)
    book = book_or_stop(settings.content, demo=demo)
    wanted = [commune_or_stop(book, typed) for typed in communes] or list(book.places.by_code)
    try:
        out.write_bytes(posters(book, book.languages[0], doors, wanted))
    except OSError:
        stop(tell("cannot-write", file=str(out)))
    typer.echo(tell("poster-written", count=str(len(wanted)), file=str(out)))
