"""`audit verify`: whether the audit is as it was written, row by row."""

from __future__ import annotations

import typer

from bot.commands.on_database import on_reader
from bot.commands.stopping import WRONG, stop
from bot.commands.surroundings import settings_or_stop
from bot.tell import tell
from storage.audit import first_broken


def verify() -> None:
    """Read every row; ends with 1 at the first that is not as it was written."""
    broken = on_reader(settings_or_stop(), first_broken)
    if broken is not None:
        stop(tell("audit-broken", number=str(broken)), WRONG)
    typer.echo(tell("audit-whole"))
