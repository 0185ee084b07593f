"""`staff add`: somebody may use the staff's pages; prints the link they log in by, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from bot.commands.on_database import on_database
from bot.commands.stopping import USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.commands.words import commune_or_stop
from bot.tell import tell
from storage.links import issue_link
from storage.staff import Role

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


def add(name: str, role: str, communes: list[str]) -> None:
    """Add a colleague, or change what one may do; the last line is the link and nothing else."""
    name = " ".join(name.split())
    if not name:
        stop(tell("staff-name"), USAGE)
    if role not in list(Role):
        stop(tell("no-such-role", typed=role, known=", ".join(Role)), USAGE)
    if role == Role.OFFICER and not communes:
        stop(tell("officer-communes"), USAGE)
    settings = settings_or_stop()
    codes: list[str] = []
    if communes:
        book = book_or_stop(settings.content, demo=True)
        codes = [commune_or_stop(book, one) for one in communes]
    address = settings.public_url or f"http://127.0.0.1:{settings.port}"

    async def do(engine: AsyncEngine) -> str:
        return await issue_link(engine, name, role, codes, address)

    link = on_database(settings, do)
    typer.echo(tell("staff-link", name=name))
    typer.echo(link)
