"""`dossier`: the papers of one registration, to be looked through, signed and filed by people."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from bot.commands.on_database import on_database
from bot.commands.stopping import USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.papers.docx import BadForm
from bot.papers.dossier import Occupied, Subject, write_dossier
from bot.tell import tell
from handlers.codes import number
from handlers.days import day
from storage.media import Folder
from storage.records import read_record, waits_for_consent

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.papers.checklist import Checklist
    from bot.settings import Settings
    from content.model import Book


def make(typed: str, out: Path) -> None:
    """Write the dossier of the registration with this code to a folder, and say what is missing."""
    found = number(typed)
    if found is None:
        stop(tell("dossier-no-code", code=typed), USAGE)
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)
    try:
        checklist = on_database(
            settings, lambda engine: _written(engine, book, settings, found, typed, out), out
        )
    except Occupied:
        stop(tell("dossier-occupied", folder=str(out)))
    except BadForm as trouble:
        stop(tell("dossier-bad-form", reason=str(trouble)))
    typer.echo(tell("dossier-written", code=typed, folder=str(out)))
    typer.echo(tell("dossier-lacking", count=str(checklist.lacking)))
    for line in checklist.unmarked:
        typer.echo(tell("dossier-unmarked-name", name=line))


async def _written(
    engine: AsyncEngine, book: Book, settings: Settings, found: int, typed: str, out: Path
) -> Checklist:
    record = await read_record(engine, found, None)
    if record is None:
        waits = await waits_for_consent(engine, found)
        stop(tell("dossier-waits" if waits else "dossier-no-such", code=typed))
    if record.entry.erased_at is not None:
        stop(tell("dossier-erased", code=typed))
    subject = Subject(record, book, book.languages[0], day(datetime.now(UTC)))
    return await write_dossier(subject, Folder(settings.data_dir / "media"), out)
