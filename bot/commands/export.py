"""`export registrations`: the list that staff work with, as a spreadsheet or CSV."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.commands.database import database_or_stop
from bot.commands.stopping import CONFIGURATION, USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.commands.words import commune_or_stop, day_or_stop
from bot.papers.registrations import SUFFIXES, export_registrations
from bot.tell import tell
from handlers.state import Status
from storage.engine import open_reader
from storage.queries import Filters

if TYPE_CHECKING:
    from content.model import Book


def export(out: Path, status: str, commune: str, since: str) -> None:
    """Write the registrations that are meant to a file, and say how many there were."""
    if out.suffix.lower() not in SUFFIXES:
        stop(tell("export-suffix", file=out.name), USAGE)
    if status and status not in list(Status):
        stop(tell("no-such-status", typed=status, known=", ".join(Status)), USAGE)
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)
    filters = Filters(
        status=status,
        commune=commune_or_stop(book, commune) if commune else "",
        since=day_or_stop(since) if since else None,
    )
    try:
        count = asyncio.run(_write(database_or_stop(settings), book, out, filters))
    except SQLAlchemyError as trouble:
        stop(tell("cannot-use-database", reason=type(trouble).__name__), CONFIGURATION)
    except OSError:
        stop(tell("cannot-write", file=str(out)))
    typer.echo(tell("exported", count=str(count), file=str(out)))


async def _write(database: str, book: Book, out: Path, filters: Filters) -> int:
    reader = open_reader(database)
    try:
        return await export_registrations(reader, book, out, filters)
    finally:
        await reader.dispose()
