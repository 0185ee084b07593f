"""`export`: the lists that staff work with, each as a spreadsheet or CSV."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.commands.on_database import on_reader
from bot.commands.stopping import USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.commands.words import commune_or_stop, day_or_stop
from bot.papers.questions import export_questions
from bot.papers.registrations import SUFFIXES, export_registrations
from bot.tell import tell
from handlers.state import Status
from storage.filters import Filters


def export(out: Path, status: str, commune: str, since: str) -> None:
    """Write the registrations that are meant to a file, and say how many there were."""
    _suffix_or_stop(out)
    if status and status not in list(Status):
        stop(tell("no-such-status", typed=status, known=", ".join(Status)), USAGE)
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)
    filters = Filters(
        status=status,
        commune=commune_or_stop(book, commune) if commune else "",
        since=day_or_stop(since) if since else None,
    )
    count = on_reader(
        settings, lambda reader: export_registrations(reader, book, out, filters), out
    )
    typer.echo(tell("exported", count=str(count), file=str(out)))


def export_asked(out: Path, since: str) -> None:
    """Write the questions that the book could not answer to a file, and say how many there were."""
    _suffix_or_stop(out)
    day = day_or_stop(since) if since else None
    count = on_reader(settings_or_stop(), lambda reader: export_questions(reader, out, day), out)
    typer.echo(tell("exported-questions", count=str(count), file=str(out)))


def _suffix_or_stop(out: Path) -> None:
    if out.suffix.lower() not in SUFFIXES:
        stop(tell("export-suffix", file=out.name), USAGE)
