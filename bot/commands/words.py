"""What people type after a command, read as they mean it: a commune's name, a day."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot.commands.stopping import USAGE, stop
from bot.tell import tell
from content.places import AnyOf, Exactly, Perhaps
from handlers.days import VIETNAM

if TYPE_CHECKING:
    from content.model import Book


def commune_or_stop(book: Book, typed: str) -> str:
    """The code of a commune, from the code or any of its names."""
    match book.places.find(typed):
        case Exactly(one):
            code = one.place.code
        case AnyOf(several) | Perhaps(several) if typed not in book.places.by_code:
            names = ", ".join(f"{one.place.name} ({one.place.code})" for one in several)
            stop(tell("which-commune", typed=typed, names=names), USAGE)
        case _ if typed not in book.places.by_code:
            stop(tell("no-such-commune", typed=typed), USAGE)
        case _:
            code = typed
    return code


def moment_or_stop(typed: str) -> datetime:
    """A time of a day in Vietnam, from 2026-11-23 08:00 or 23/11/2026 08:00."""
    pattern = "%d/%m/%Y %H:%M" if "/" in typed else "%Y-%m-%d %H:%M"
    try:
        return datetime.strptime(typed.replace("T", " "), pattern).replace(tzinfo=VIETNAM)
    except ValueError:
        stop(tell("no-such-moment", typed=typed), USAGE)


def day_or_stop(typed: str) -> datetime:
    """The beginning of a day in Vietnam, from 2026-11-23 or 23/11/2026."""
    pattern = "%d/%m/%Y" if "/" in typed else "%Y-%m-%d"
    try:
        day = datetime.strptime(typed, pattern).replace(tzinfo=VIETNAM)
    except ValueError:
        stop(tell("no-such-day", typed=typed), USAGE)
    return day
