"""Days and hours as they are in Vietnam, which has no summer time."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from content.tables import VIETNAM

if TYPE_CHECKING:
    from content.model import Book, Office, Round

__all__ = ["VIETNAM", "day", "open_now", "open_round", "shown"]

SATURDAY = 5


def day(moment: datetime) -> date:
    """The day it is in Vietnam."""
    return moment.astimezone(VIETNAM).date()


def shown(when: date) -> str:
    """A day as people write it: dd/mm/yyyy."""
    return f"{when:%d/%m/%Y}"


def open_now(office: Office, moment: datetime) -> bool:
    """Whether somebody at the office can pick up the phone; Saturdays and Sundays are off."""
    local = moment.astimezone(VIETNAM)
    return local.weekday() < SATURDAY and office.opens_at <= local.hour < office.closes_at


def open_round(book: Book, moment: datetime) -> Round | None:
    """The round that a sign-up made now belongs to: the one that closes first."""
    today = day(moment)
    running = [one for one in book.rounds if one.is_open(today)]
    return min(running, key=lambda one: one.deadline, default=None)
