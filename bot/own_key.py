"""
The key that seals what the database keeps: from the setting, else one of our own making.

The one of our own making lies beside an SQLite file, outside of it, readable by its owner alone.
Several machines cannot share it, so with PostgreSQL the setting is needed.
"""

from __future__ import annotations

import logging
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from storage.engine import database_url
from storage.sealing import Seal

if TYPE_CHECKING:
    from bot.settings import Settings

log = logging.getLogger(__name__)

FILE = "secret.key"


class NoKey(Exception):
    """There is no key, and none may be made."""


def keys(settings: Settings) -> list[str]:
    """The keys there are; raises `NoKey` where there is none yet."""
    if settings.secret_key:
        return [one.value for one in settings.secret_key]
    file = _file(settings)
    if not file.is_file():
        raise NoKey
    return [file.read_text("ascii")]


def keys_made(settings: Settings) -> list[str]:
    """The keys there are, and one is made where there is none; raises `NoKey` on PostgreSQL."""
    with suppress(NoKey):
        return keys(settings)
    if database_url(settings.database).get_backend_name() != "sqlite":
        raise NoKey
    file = _file(settings)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    making = file.with_name(f"{FILE}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
        opened.write(secrets.token_urlsafe(32))
    with suppress(FileExistsError):  # another process was quicker
        os.link(making, file)
    making.unlink()
    return keys(settings)


def seal_of(settings: Settings) -> Seal | None:
    """
    What seals with the key there is, or with a new one; None where there can be none.

    Without it everything works but the second factor of staff, who are told so.
    """
    try:
        return Seal(keys_made(settings))
    except NoKey:
        log.warning("BOT_SECRET_KEY is not set: staff cannot set up their second factor")
        return None


def _file(settings: Settings) -> Path:
    return settings.data_dir / FILE
