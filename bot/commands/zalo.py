"""`zalo grant` and `zalo retry`: what a person does for the tokens of the Official Account."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import typer

from bot.channels.zalo_access import account_of
from bot.channels.zalo_grant import CALLBACK, challenge_of, permission_link
from bot.commands.on_database import upgraded
from bot.commands.stopping import CONFIGURATION, stop
from bot.commands.surroundings import settings_or_stop
from bot.own_key import NoKey, keys_made
from bot.tell import tell
from storage.columns import Granting
from storage.sealing import Seal, WrongKey
from storage.zalo_tokens import Grants, Outcome

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.settings import Settings


T = TypeVar("T")


def grant() -> None:
    """Print a link to consent by; the last line is the link and nothing else."""
    settings = _settings_or_stop()
    if not settings.public_url:
        stop(tell("zalo-no-public-url"), CONFIGURATION)

    async def link(engine: AsyncEngine, seal: Seal) -> str:
        return await permission_link(settings, engine, seal, account_of(settings))

    made = _done(settings, link)
    typer.echo(tell("zalo-grant-fields", callback=settings.public_url + CALLBACK))
    if fixed := settings.zalo_code_verifier.value:
        typer.echo(tell("zalo-grant-challenge", challenge=challenge_of(fixed)))
    typer.echo(tell("zalo-grant-link"))
    typer.echo(made)


def retry() -> None:
    """Have the program try the stored refresh token once more, although it was given up."""
    settings = _settings_or_stop()

    async def again(engine: AsyncEngine, seal: Seal) -> bool:
        grants = Grants(engine, engine, seal, account_of(settings))
        found = await grants.find()
        if found is None or found.status not in {Granting.DEAD, Granting.AMBIGUOUS}:
            return False
        return await grants.settle(found, Outcome(Granting.AMBIGUOUS, found.last_error, lost=1))

    if not _done(settings, again):
        stop(tell("zalo-nothing-to-retry"))
    typer.echo(tell("zalo-retried"))


def _settings_or_stop() -> Settings:
    settings = settings_or_stop()
    if not settings.zalo_oa_id:
        stop(tell("zalo-oa-off"), CONFIGURATION)
    return settings


def _done(settings: Settings, what: Callable[[AsyncEngine, Seal], Awaitable[T]]) -> T:
    """What came of it, on a database with the tables of this version."""

    async def do(engine: AsyncEngine) -> T:
        return await what(engine, Seal(keys_made(settings)))

    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        return upgraded(settings.database, do)
    except OSError as trouble:
        stop(tell("cannot-write", file=str(trouble.filename)))
    except NoKey:
        stop(tell("zalo-no-key"), CONFIGURATION)
    except WrongKey:
        stop(tell("zalo-wrong-key"), CONFIGURATION)
