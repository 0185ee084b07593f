"""Quiet hours: nobody is woken by a notice."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from handlers.days import VIETNAM

if TYPE_CHECKING:
    from bot.setting_kinds import QuietHours


def left(hours: QuietHours, now: datetime) -> timedelta:
    """How long it stays quiet from now on, by the clock of Vietnam; zero in the day."""
    if hours is None:
        return timedelta()
    begin, end = hours
    here = now.astimezone(VIETNAM)
    time = here.time()
    night = begin <= time < end if begin <= end else time >= begin or time < end
    if not night:
        return timedelta()
    morning = here.replace(hour=end.hour, minute=end.minute, second=0, microsecond=0)
    return morning - here if morning > here else morning + timedelta(days=1) - here
