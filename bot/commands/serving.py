"""Runs the program until it is asked to stop, and says in plain words why it cannot."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot import app, log, loop
from bot.channels.zalo_terms import TermsError
from bot.commands.stopping import CONFIGURATION, WRONG, stop
from bot.own_key import NoKey
from bot.setting_kinds import Secret
from bot.settings import EVERYWHERE, Settings
from bot.tell import tell
from storage.lease import Taken, lease
from storage.upgrade import TooNew

if TYPE_CHECKING:
    from content.model import Book


def serve_until_asked(settings: Settings, book: Book, *, demo: bool) -> None:
    """Serve; ends with 0 when asked to stop, with 1 for a supervisor to start it again."""
    log.set_up(settings.log, list(_secrets(settings)))
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        with lease(settings.database) as alone:
            code = loop.run(_serve(settings, book, alone=alone, demo=demo))
    except TooNew as step:
        stop(tell("database-too-new", step=str(step)), CONFIGURATION)
    except Taken:
        stop(tell("already-serving"), CONFIGURATION)
    except NoKey:
        stop(tell("zalo-no-key"), CONFIGURATION)
    except TermsError as mistakes:
        stop(mistakes.lines, CONFIGURATION)
    except SQLAlchemyError as trouble:
        stop(tell("cannot-use-database", reason=type(trouble).__name__), CONFIGURATION)
    except OSError as trouble:
        stop(_cannot(settings, trouble), CONFIGURATION)
    raise typer.Exit(code)


async def _serve(settings: Settings, book: Book, *, alone: bool, demo: bool) -> int:
    asked, invited = loop.stop_signal(), tell("demo-admin") if demo else ""

    def ready(running: app.Running) -> None:
        loop.settle_down()
        for line in _greeting(settings, running):
            typer.echo(line)

    try:
        await app.run(settings, book, asked, ready, alone=alone, invited=invited)
    except ExceptionGroup:
        logging.getLogger(__name__).critical("the program cannot go on", exc_info=True)
        return WRONG
    return 0


def _greeting(settings: Settings, running: app.Running) -> Iterator[str]:
    """Where it is, and one line for each channel that is off."""
    host = "127.0.0.1" if settings.host in EVERYWHERE else settings.host
    yield tell("ready", address=settings.public_url or f"http://{host}:{running.port}")
    if running.link:
        yield tell("staff-link", name=tell("staff-pages"))
        yield running.link
    if not settings.telegram_token:
        yield tell("telegram-off")
    if not (settings.zalo_oa_id or settings.zalo_bot_token):
        yield tell("zalo-off")


def _cannot(settings: Settings, trouble: OSError) -> str:
    if trouble.errno == errno.EADDRINUSE:
        return tell("port-taken", port=str(settings.port))
    return tell("cannot-serve", reason=trouble.strerror or str(trouble))


def _secrets(settings: Settings) -> Iterator[str]:
    """Everything that must never be seen in the log."""
    for one in fields(settings):
        match getattr(settings, one.name):
            case Secret(value) if value:
                yield value
            case (*values,) if values and all(isinstance(each, Secret) for each in values):
                yield from (each.value for each in values)
