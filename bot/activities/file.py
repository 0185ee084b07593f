"""
An activity as a file (TOML), read against the book; every mistake in it is reported at once.

The fields are those of `content.activities`; a commune may be named, and an `[audience]`, whom
`activity announce` tells, is given as in a notice's file.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.notices.file import Mistaken, read_audience
from content.activities import read as read_activity
from content.places import Exactly
from content.tables import Table, read_toml

if TYPE_CHECKING:
    from content.activities import Activity
    from content.model import Book
    from content.problems import Problem
    from storage.audience import Audience


def read(path: Path, book: Book) -> tuple[Activity, Audience]:
    """The activity that a file holds, and whom it is for; raises Mistaken."""
    problems: list[Problem] = []
    file = Table(read_toml(path.parent, path.name, problems) or {}, path.name, problems)
    if problems:
        raise Mistaken(problems)
    activity = read_activity(file, book.languages)
    activity = replace(activity, commune=_commune(file, activity.commune, book))
    audience = read_audience(file.table("audience"), book)
    file.close()
    if problems:
        raise Mistaken(problems)
    return activity, audience


def _commune(file: Table, typed: str, book: Book) -> str:
    if not typed or typed in book.places.by_code:
        return typed
    match book.places.find(typed):
        case Exactly(one):
            return one.place.code
        case _:
            file.wrong(f"`commune`: {typed!r} is no commune, or several; give its code")
            return ""
