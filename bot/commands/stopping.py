"""How a command says that it cannot go on: lines for whoever called it, and no trace."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

import typer

WRONG = 1
"""The command did its work, and the answer is no."""

USAGE = 2
"""The command was not called as it can be."""

CONFIGURATION = 78
"""What surrounds the program must be put right first (EX_CONFIG of sysexits)."""


def stop(lines: str | Iterable[str], code: int = WRONG) -> NoReturn:
    """Say why on the error stream, and end with this code."""
    for line in [lines] if isinstance(lines, str) else lines:
        typer.echo(line, err=True)
    raise typer.Exit(code)
