"""`staff add`: somebody may use the staff's pages; prints the link they log in by, once."""

from __future__ import annotations

import asyncio

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.commands.database import database_or_stop
from bot.commands.stopping import CONFIGURATION, USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.commands.words import commune_or_stop
from bot.tell import tell
from storage.engine import open_engine
from storage.links import issue_link
from storage.staff import Role
from storage.upgrade import TooNew, upgrade


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
    try:
        link = asyncio.run(_link(database_or_stop(settings), name, role, codes, address))
    except TooNew as step:
        stop(tell("database-too-new", step=str(step)), CONFIGURATION)
    except SQLAlchemyError as trouble:
        stop(tell("cannot-use-database", reason=type(trouble).__name__), CONFIGURATION)
    typer.echo(tell("staff-link", name=name))
    typer.echo(link)


async def _link(database: str, name: str, role: str, communes: list[str], address: str) -> str:
    engine = open_engine(database)
    try:
        await upgrade(engine)
        return await issue_link(engine, name, role, communes, address)
    finally:
        await engine.dispose()
