"""`privacy`: what people ask about their own data, and a copy of it for whoever asks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.commands.on_database import on_database
from bot.commands.stopping import USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.papers.personal import write_personal
from bot.tell import tell
from handlers.codes import number as number_of
from handlers.days import day, shown
from storage import petitions
from storage.audit import Deed
from storage.media import Folder
from storage.personal import read_personal
from storage.staff import tell_audit

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


def listed() -> None:
    """Print what is open, the most urgent first."""
    found = on_database(settings_or_stop(), petitions.open_ones)
    for one in found:
        typer.echo(
            tell(
                "privacy-line",
                number=str(one.id),
                asked=tell(f"privacy-{one.asked}"),
                due=shown(day(one.due)),
                received=shown(day(one.received_at)),
            )
        )
    if not found:
        typer.echo(tell("privacy-none"))


def copy(code: str, out: Path) -> None:
    """Write everything that is kept about whoever has this registration."""
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)
    number = number_of(code)

    async def do(engine: AsyncEngine) -> int | None:
        whose = await petitions.whose_is(engine, number) if number is not None else None
        if whose is None:
            return None
        found = await read_personal(engine, whose.contact, whose.registration)
        await tell_audit(engine, Deed("petition.copy", None, f"registration {number}"))
        media = Folder(settings.data_dir / "media")
        return await write_personal(found, book, media, datetime.now(UTC), out)

    files = on_database(settings, do, out)
    if files is None:
        stop(tell("privacy-no-code", code=code), USAGE)
    typer.echo(tell("privacy-copied", file=str(out), files=str(files)))
