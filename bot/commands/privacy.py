"""`privacy`: what people ask about their own data, a copy of it, and its erasure."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.commands.on_database import on_database
from bot.commands.stopping import USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.erasing import NoTalk, NotErased, erased
from bot.papers.personal import write_personal
from bot.shelf import Shelf
from bot.tell import tell
from bot.turn import Lane, NotStored
from handlers import codes, machine
from handlers.codes import code
from handlers.codes import number as number_of
from handlers.days import day, shown
from storage import petitions
from storage.audit import Deed
from storage.media import Folder
from storage.personal import read_personal
from storage.saying import NOBODY
from storage.staff import tell_audit
from storage.unit import Store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.petitions import Petition


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


def copy(digits: str, out: Path) -> None:
    """Write everything that is kept about whoever has this registration."""
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)
    number = number_of(digits)

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
        stop(tell("privacy-no-code", code=digits), USAGE)
    typer.echo(tell("privacy-copied", file=str(out), files=str(files)))


def erase(number: int, *, sure: bool) -> None:
    """Erase what an open petition is about, once somebody is `sure`; its talk is told."""
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)

    async def look(engine: AsyncEngine) -> tuple[Petition, Sequence[int]] | None:
        one = await petitions.find(engine, number)
        if one is None or one.done_at is not None or not (one.contact_id or one.registration_id):
            return None
        return one, await petitions.codes_of(engine, one)

    found = on_database(settings, look)
    if found is None:
        stop(tell("privacy-no-petition", number=str(number)), USAGE)
    one, numbers = found
    typer.echo(tell("privacy-erases", codes=", ".join(map(code, numbers)) or "–"))
    if not (sure or typer.confirm(tell("privacy-sure"))):
        stop(tell("privacy-kept"))
    words = book.wording.say(book.languages[0], "privacy-erased-note")

    def shelf(engine: AsyncEngine) -> Shelf:
        return Shelf(book, settings.content, engine)

    try:
        on_database(settings, lambda engine: _erased(engine, shelf(engine), one, words))
    except NoTalk:
        stop(tell("privacy-no-talk"))
    except (NotErased, NotStored):
        stop(tell("privacy-not-erased"))
    typer.echo(tell("privacy-erased", number=str(number)))


async def _erased(engine: AsyncEngine, shelf: Shelf, one: Petition, words: str) -> None:
    """By a lane of its own; whichever program serves sends what the talk is told."""
    store = Store(engine, machine.step, codes.digits, NOBODY)
    lane = Lane(store, lambda: shelf.book, limit=None, renew=shelf.look)
    lane.start()
    try:
        await erased(engine, lane.hear, one, petitions.Who(None), words)
    finally:
        await lane.stop()
        await store.close()
