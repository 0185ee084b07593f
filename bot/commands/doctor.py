"""`doctor`: how the program is set up and what is wrong with it, in plain words."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.commands.doctor_copies import copied
from bot.commands.doctor_zalo import zalo
from bot.commands.finding import Finding
from bot.commands.stopping import WRONG
from bot.commands.surroundings import settings_or_stop
from bot.setting_kinds import Secret
from bot.settings import PREFIX, Settings
from bot.tell import tell
from content.load import ContentError, load
from storage.engine import database_url, open_reader
from storage.lease import Taken, lease
from storage.schema import registration

if TYPE_CHECKING:
    from bot.channels.telegram_account import Sight

SCARCE = 500 * 1024 * 1024


def doctor() -> None:
    """Look at everything; ends with 1 if anything is wrong."""
    settings = settings_or_stop()
    for line in _set(settings):
        typer.echo(line)
    typer.echo()
    ill = False
    for finding in findings(settings):
        typer.echo(f"{'✔' if finding.well else '✘'} {finding.words}")
        ill = ill or not finding.well
    if ill:
        raise typer.Exit(WRONG)


def _set(settings: Settings) -> Iterator[str]:
    """Every setting with its value, those given by the environment marked; no secret shows."""
    for one in fields(settings):
        name = PREFIX + one.name.upper()
        given = "*" if {name, f"{name}_FILE"} & set(os.environ) else " "
        yield f"{given} {name} = {_shown(getattr(settings, one.name))}"


def _shown(value: object) -> str:
    match value:
        case None | "" | () | Secret(value=""):
            return "-"
        case tuple():
            return ", ".join(map(str, value))
        case _:
            return str(value)


def findings(settings: Settings) -> Iterator[Finding]:
    """Everything that is looked at, one after the other."""
    yield from _content(settings)
    yield from at_a_glance(settings)
    yield _serving(settings)
    yield from _telegram(settings)
    yield from zalo(settings)


def at_a_glance(settings: Settings) -> Iterator[Finding]:
    """What can be looked at in no time: data, disk and copies."""
    yield _database(settings)
    yield _disk(settings.data_dir)
    yield from copied(settings)


def _content(settings: Settings) -> Iterator[Finding]:
    try:
        book = load(settings.content)
    except ContentError as mistakes:
        words = tell("doctor-content-bad", count=str(len(mistakes.problems)))
        yield Finding(well=False, words=words)
        return
    yield Finding(well=True, words=tell("doctor-content-good"))
    missing = book.office.missing()
    if missing:
        yield Finding(well=False, words=tell("doctor-office-missing", names=", ".join(missing)))
    else:
        yield Finding(well=True, words=tell("doctor-office-good", name=book.office.name))


def _database(settings: Settings) -> Finding:
    url = database_url(settings.database)
    file = Path(url.database or "")
    if url.get_backend_name() == "sqlite" and not file.exists():
        return Finding(well=True, words=tell("doctor-database-none", file=str(file)))
    try:
        count = asyncio.run(_registrations(settings.database))
    except (SQLAlchemyError, OSError) as trouble:
        words = tell("doctor-database-bad", reason=type(trouble).__name__)
        return Finding(well=False, words=words)
    return Finding(well=True, words=tell("doctor-database-good", count=str(count)))


async def _registrations(database: str) -> int:
    reader = open_reader(database)
    try:
        async with reader.connect() as connection:
            return await connection.scalar(select(func.count()).select_from(registration)) or 0
    finally:
        await reader.dispose()


def _disk(folder: Path) -> Finding:
    there = next(path for path in (folder, *folder.resolve().parents) if path.is_dir())
    free = shutil.disk_usage(there).free
    megabytes = f"{free // 1024 // 1024}"
    return Finding(well=free > SCARCE, words=tell("doctor-disk", free=megabytes))


def _serving(settings: Settings) -> Finding:
    """Both are well: it serves, or it can."""
    try:
        with lease(settings.database):
            return Finding(well=True, words=tell("doctor-not-serving"))
    except Taken:
        return Finding(well=True, words=tell("doctor-serving"))
    except OSError:
        return Finding(well=False, words=tell("doctor-no-folder", folder=str(settings.data_dir)))


def _telegram(settings: Settings) -> Iterator[Finding]:
    if not settings.telegram_token:
        yield Finding(well=True, words=tell("telegram-off"))
        return
    from bot.channels.telegram_account import look

    sight = asyncio.run(look(settings))
    if sight.trouble:
        yield Finding(well=False, words=tell("doctor-telegram-bad", reason=sight.trouble))
        return
    yield Finding(well=True, words=tell("doctor-telegram-good", name=sight.name))
    yield _way_in(settings, sight)


def _way_in(settings: Settings, sight: Sight) -> Finding:
    """Polling and a webhook exclude each other."""
    webhook = settings.telegram_mode == "webhook"
    if webhook and not sight.webhook:
        return Finding(well=False, words=tell("doctor-no-webhook"))
    if sight.last_error and sight.pending:
        words = tell("doctor-webhook-bad", reason=sight.last_error, count=str(sight.pending))
        return Finding(well=False, words=words)
    return Finding(well=True, words=tell("doctor-webhook" if webhook else "doctor-polling"))
