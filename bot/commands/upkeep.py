"""`backup` and `restore`: everything in one file, and back."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.commands.database import database_or_stop
from bot.commands.stopping import CONFIGURATION, USAGE, stop
from bot.commands.surroundings import settings_or_stop
from bot.settings import Settings
from bot.tell import tell
from storage.backup import ASIDE, NotABackup, back_up
from storage.backup import restore as put_back
from storage.engine import database_url
from storage.lease import Taken, lease
from storage.replay import erase_again
from storage.upgrade import TooNew


def backup(file: Path) -> None:
    """Write a backup; the program may go on serving meanwhile."""
    settings = settings_or_stop()
    database = _database(settings)
    database_or_stop(settings)
    try:
        count = back_up(database, _media(settings), file)
    except NotABackup as damage:
        stop(tell("database-damaged", reason=str(damage)))
    except OSError as trouble:
        stop(tell("cannot-write", file=f"{file} ({os.strerror(trouble.errno or 0)})"))
    typer.echo(tell("backed-up", file=str(file), count=str(count)))


def restore(file: Path) -> None:
    """Put a backup back; the program must not serve."""
    settings = settings_or_stop()
    if not file.is_file():
        stop(tell("no-such-file", file=str(file)), USAGE)
    database = _database(settings)
    try:
        database.absolute().parent.mkdir(parents=True, exist_ok=True)
        with lease(settings.database):
            count = put_back(
                file, database, _media(settings), lambda copy: _erase_again(database, copy)
            )
    except Taken:
        stop(tell("already-serving"), CONFIGURATION)
    except TooNew as step:
        stop(tell("database-too-new", step=str(step)), CONFIGURATION)
    except SQLAlchemyError as trouble:
        stop(tell("erasures-unknown", reason=type(trouble).__name__), CONFIGURATION)
    except NotABackup as reason:
        stop(tell("not-a-backup", file=str(file), reason=str(reason)))
    except OSError as trouble:
        stop(tell("cannot-serve", reason=str(trouble)), CONFIGURATION)
    typer.echo(
        tell("restored", file=str(file), count=str(count), database=str(database), aside=ASIDE)
    )


def _erase_again(current: Path, copy: Path) -> None:
    """Where there is no database at present, nobody knows who was erased since."""
    if current.is_file() and (count := asyncio.run(erase_again(str(current), str(copy)))):
        typer.echo(tell("erased-again", count=str(count)))


def _database(settings: Settings) -> Path:
    url = database_url(settings.database)
    if url.get_backend_name() != "sqlite" or not url.database:
        stop(tell("backup-postgresql"), CONFIGURATION)
    return Path(url.database)


def _media(settings: Settings) -> Path:
    return settings.data_dir / "media"
