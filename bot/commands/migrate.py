"""`migrate`: bring the database to the tables of this version."""

from __future__ import annotations

import typer

from bot.commands.on_database import upgrade_only
from bot.commands.surroundings import settings_or_stop
from bot.tell import tell


def migrate() -> None:
    """Take the steps that are missing; all of them, or none."""
    changed = upgrade_only(settings_or_stop())
    typer.echo(tell("migrated" if changed else "migrated-before"))
