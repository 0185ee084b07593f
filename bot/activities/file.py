"""
An activity as a file (TOML), read against the book; every mistake in it is reported at once.

The fields are those of `content.activities`; a commune may be named. An `[audience]`, whom
`activity announce` tells, and a `picture` that goes along are given as in a notice's file.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bot.notices.file import Mistaken, read_audience, read_picture
from content.activities import read as read_activity
from content.places import Exactly
from content.tables import Table, read_toml

if TYPE_CHECKING:
    from bot.photos import Fit
    from content.activities import Activity
    from content.model import Book
    from content.problems import Problem
    from storage.audience import Audience


class Read(NamedTuple):
    """The activity that a file holds, whom it is for, and the picture that is yet to be kept."""

    activity: Activity
    audience: Audience
    picture: Fit | None


def read(path: Path, book: Book) -> Read:
    """What a file holds; raises Mistaken."""
    problems: list[Problem] = []
    file = Table(read_toml(path.parent, path.name, problems) or {}, path.name, problems)
    if problems:
        raise Mistaken(problems)
    activity = read_activity(file, book.languages)
    activity = replace(activity, commune=_commune(file, activity.commune, book))
    audience = read_audience(file.table("audience"), book)
    picture = read_picture(file, path.parent)
    file.close()
    if problems:
        raise Mistaken(problems)
    return Read(activity, audience, picture)


def _commune(file: Table, typed: str, book: Book) -> str:
    if not typed or typed in book.places.by_code:
        return typed
    match book.places.find(typed):
        case Exactly(one):
            return one.place.code
        case _:
            file.wrong(f"`commune`: {typed!r} is no commune, or several; give its code")
            return ""
