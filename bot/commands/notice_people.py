"""`notice`: what reaches people outside of the channels: calls, groups, loudspeakers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.commands.notice import found, run
from bot.commands.stopping import USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.notices import aloud
from bot.notices.report import write_report
from bot.notices.sheet import links
from bot.tell import tell
from storage.ledgers import mark_called

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


def calls(number: int, out: Path) -> None:
    """Write the list of those who are to be called instead."""
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)

    async def do(engine: AsyncEngine) -> None:
        await found(engine, number)
        await write_report(engine, book, number, out, to_call=True)

    run(settings, do, out)
    typer.echo(tell("notice-report-file", file=str(out)))


def called(number: int, people: Sequence[int]) -> None:
    """Note that these were told by phone, by their numbers in the report."""

    async def do(engine: AsyncEngine) -> int:
        one = await found(engine, number)
        if strange := [str(person) for person in people if not 0 < person <= one.total]:
            stop(tell("notice-no-such-person", numbers=", ".join(strange)), USAGE)
        rows = [person - 1 for person in people]
        return await mark_called(engine, number, rows, datetime.now(UTC))

    typer.echo(tell("notice-called", count=str(run(settings_or_stop(), do))))


def texts(number: int) -> None:
    """Say it for a group, and for a loudspeaker."""
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)
    draft = run(settings, lambda engine: found(engine, number)).draft
    said = aloud.to_read_out(draft, book)
    length = tell("notice-aloud", syllables=str(said.syllables), seconds=str(said.seconds))
    typer.echo(tell("notice-paste"))
    typer.echo(aloud.to_paste(draft, book, links(settings)))
    typer.echo(f"\n{length}")
    typer.echo(said.text)
