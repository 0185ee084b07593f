"""`claim`: what helpers signed up and producers ask for, confirmed or refused by staff."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.claims import Staff, settled
from bot.commands.database import database_or_stop
from bot.commands.stopping import CONFIGURATION, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.tell import tell
from handlers.codes import code
from handlers.days import VIETNAM
from handlers.reading.phone import show_phone
from storage.claims import waiting
from storage.engine import open_engine, open_reader
from storage.upgrade import TooNew, upgrade

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from content.model import Book
    from storage.claims import Claim


Result = TypeVar("Result")


def listed() -> None:
    """Print the claims that wait, the oldest first."""
    claims = _run(_waiting(database_or_stop(settings_or_stop())))
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
    if not _run(_decided(database_or_stop(settings), book, number, confirmed=confirmed)):
        stop(tell("claim-missing", number=str(number)))
    typer.echo(tell("claim-confirmed" if confirmed else "claim-refused", number=str(number)))


def _run(work: Coroutine[object, object, Result]) -> Result:
    try:
        return asyncio.run(work)
    except TooNew as step:
        stop(tell("database-too-new", step=str(step)), CONFIGURATION)
    except SQLAlchemyError as trouble:
        stop(tell("cannot-use-database", reason=type(trouble).__name__), CONFIGURATION)


async def _waiting(database: str) -> tuple[Claim, ...]:
    reader = open_reader(database)
    try:
        return await waiting(reader)
    finally:
        await reader.dispose()


async def _decided(database: str, book: Book, number: int, *, confirmed: bool) -> bool:
    engine = open_engine(database)
    try:
        await upgrade(engine)
        return await settled(engine, book, number, Staff(), confirmed=confirmed)
    finally:
        await engine.dispose()
