"""`export`: the lists that staff work with, each as a spreadsheet or CSV."""

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
from bot.papers.questions import export_questions
from bot.papers.registrations import SUFFIXES, export_registrations
from bot.tell import tell
from handlers.state import Status
from storage.engine import open_reader
from storage.finding import Filters

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sqlalchemy.ext.asyncio import AsyncEngine


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
    count = _written(out, lambda reader: export_registrations(reader, book, out, filters))
    typer.echo(tell("exported", count=str(count), file=str(out)))


def export_asked(out: Path, since: str) -> None:
    """Write the questions that the book could not answer to a file, and say how many there were."""
    _suffix_or_stop(out)
    day = day_or_stop(since) if since else None
    count = _written(out, lambda reader: export_questions(reader, out, day))
    typer.echo(tell("exported-questions", count=str(count), file=str(out)))


def _suffix_or_stop(out: Path) -> None:
    if out.suffix.lower() not in SUFFIXES:
        stop(tell("export-suffix", file=out.name), USAGE)


def _written(out: Path, write: Callable[[AsyncEngine], Awaitable[int]]) -> int:
    """How many rows were written; a database or a file that does not let us ends the program."""
    try:
        return asyncio.run(_with_reader(database_or_stop(settings_or_stop()), write))
    except SQLAlchemyError as trouble:
        stop(tell("cannot-use-database", reason=type(trouble).__name__), CONFIGURATION)
    except OSError:
        stop(tell("cannot-write", file=str(out)))


async def _with_reader(database: str, write: Callable[[AsyncEngine], Awaitable[int]]) -> int:
    reader = open_reader(database)
    try:
        return await write(reader)
    finally:
        await reader.dispose()
