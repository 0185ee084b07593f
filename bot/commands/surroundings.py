"""What most commands need first: the settings and the book, or the reasons why there are none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.commands.stopping import CONFIGURATION, stop
from bot.settings import Settings, SettingsError, read_settings, unknown_settings
from bot.tell import tell
from content.draft import BOOK
from content.load import ContentError, load

if TYPE_CHECKING:
    from content.model import Book


def settings_or_stop() -> Settings:
    """The settings of this environment; what is only strange is pointed out."""
    try:
        settings = read_settings(os.environ)
    except SettingsError as mistakes:
        stop([tell("settings-wrong"), *mistakes.lines], CONFIGURATION)
    for line in unknown_settings(os.environ):
        typer.echo(line, err=True)
    return settings


def pack_or_stop(folder: Path, code: int) -> None:
    """Go on only where this folder is there, and is a content pack."""
    if not folder.is_dir():
        stop(tell("no-such-folder", folder=str(folder)), code)
    if not (folder / BOOK).exists():
        stop(tell("no-pack", folder=str(folder), file=BOOK), code)


def book_or_stop(folder: Path, *, demo: bool) -> Book:
    """The book in this folder."""
    pack_or_stop(folder, CONFIGURATION)
    try:
        return load(folder, demo=demo)
    except ContentError as mistakes:
        stop([tell("content-wrong", folder=str(folder)), *map(str, mistakes.problems)])
