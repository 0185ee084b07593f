"""`claim`: what helpers signed up and producers ask for, confirmed or refused by staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from bot.claims import Staff, settled
from bot.commands.on_database import on_database, on_reader
from bot.commands.stopping import USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.tell import tell
from handlers.codes import code
from handlers.days import VIETNAM
from handlers.reading.phone import show_phone
from storage.claims import waiting

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


def listed() -> None:
    """Print the claims that wait, the oldest first."""
    claims = on_reader(settings_or_stop(), waiting)
    for one in claims:
        when = f"{one.at.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
        phone = show_phone(one.phone)
        number, digits = str(one.id), code(one.registration)
        typer.echo(tell("claim-line", number=number, code=digits, phone=phone, at=when))
    if not claims:
        typer.echo(tell("claim-none"))


def decide(number: int, *, confirmed: bool) -> None:
    """Hand a registration over to who claims it, or not; both sides are told."""
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)

    async def do(engine: AsyncEngine) -> bool:
        return await settled(engine, book, number, Staff(), confirmed=confirmed)

    if not on_database(settings, do):
        stop(tell("claim-missing", number=str(number)), USAGE)
    typer.echo(tell("claim-confirmed" if confirmed else "claim-refused", number=str(number)))
