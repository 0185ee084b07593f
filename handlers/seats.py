"""
Seats at an activity, as the talk and the tables both know them; only shapes, no decisions.

Whether there is still a seat is known only where everybody's seats are kept. So the talk asks
(`AskSeats`, an effect), and hears the answer as an event of the same turn (`events.SeatsTold`).
"""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Standing(IntEnum):
    """
    How somebody stands with their seat.

    An `OFFERED` one became free for the next in line and waits for their word; it is nobody else's
    meanwhile. Those that were given up, or released by staff, are free again.
    """

    HELD = 0
    OFFERED = 1
    WAITING = 2
    GIVEN_UP = 3
    RELEASED = 4


LIVE = (Standing.HELD, Standing.OFFERED, Standing.WAITING)
OCCUPIED = (Standing.HELD, Standing.OFFERED)
"""Those that count towards the seats that an activity has."""


MOST_OF_A_PHONE = 6
"""Seats at one activity that one phone may take: a family or a small co-operative."""


class Seat(NamedTuple):
    """
    One person's seat at one activity; a phone may have several, for several people.

    `line` is the place in the waiting list, counted from 1, for one that waits. An offered one is
    kept at least `until` then. `token` names its ticket.
    """

    id: int
    activity: int
    name: str
    phone: str
    standing: Standing
    line: int = 0
    until: datetime | None = None
    token: str = ""


class SeatWish(StrEnum):
    """What is asked about seats: which there are, or that something be done about one."""

    LOOK = "look"
    TAKE = "take"
    NAME = "name"
    KEEP = "keep"
    LEAVE = "leave"


class AskSeats(NamedTuple):
    """
    Ask about the seats of this contact; the answer comes as an event of the same turn.

    To look, `activity` says what the talk looks for. To keep, `seat` 0 is all that are offered.
    """

    wish: SeatWish
    activity: int = 0
    seat: int = 0
    name: str = ""
    phone: str = ""


class SeatAnswer(StrEnum):
    """What came of a wish; the last four are refusals, and change nothing."""

    DONE = "done"
    HELD = "held"
    WAITING = "waiting"
    CLOSED = "closed"
    FULL_HANDS = "full-hands"
    ALREADY = "already"
    GONE = "gone"


class News(StrEnum):
    """What somebody is told about a seat of theirs without having asked."""

    OFFER = "offer"
    WEEK = "week"
    DAY = "day"
    CANCELLED = "cancelled"
    RELEASED = "released"
    CHANGED = "changed"
