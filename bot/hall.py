"""
Seats kept in memory, for talks that are kept nowhere: one phone's, as if nobody else came.

The tables decide the same for everybody at once (`storage.seating`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.folding import fold
from handlers.events import SeatsTold
from handlers.seats import (
    LIVE,
    MOST_OF_A_PHONE,
    OCCUPIED,
    AskSeats,
    Seat,
    SeatAnswer,
    SeatWish,
    Standing,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from content.activities import Activity
    from handlers.events import Moment


class Hall:
    """The seats of one phone at these activities."""

    def __init__(self, activities: Sequence[Activity]) -> None:
        self.seats: dict[int, Seat] = {}
        self._activities = {one.number: one for one in activities}

    def answer(self, asked: AskSeats, at: Moment) -> SeatsTold:
        """Do what was asked for, if it can be done, and say what came of it."""
        match asked.wish:
            case SeatWish.LOOK:
                answer, number = SeatAnswer.DONE, asked.seat
            case SeatWish.TAKE:
                answer, number = self._take(asked, at)
            case _:
                answer, number = self._change(asked), asked.seat
        return SeatsTold(at, asked, answer, number, tuple(self._live()))

    def erase(self) -> None:
        """Nobody of this phone comes any more."""
        self.seats.clear()

    def _take(self, asked: AskSeats, at: Moment) -> tuple[SeatAnswer, int]:
        activity = self._activities.get(asked.activity)
        if activity is None or not activity.takes(at.heard):
            return SeatAnswer.CLOSED, 0
        here = [one for one in self._live() if one.activity == activity.number]
        for one in here:
            if fold(one.name) == fold(asked.name):
                return SeatAnswer.ALREADY, one.id
        if len(here) >= MOST_OF_A_PHONE:
            return SeatAnswer.FULL_HANDS, 0
        number = len(self.seats) + 1
        free = sum(one.standing in OCCUPIED for one in here) < activity.seats
        line = 0 if free else 1 + sum(one.standing is Standing.WAITING for one in here)
        standing = Standing.HELD if free else Standing.WAITING
        self.seats[number] = Seat(number, activity.number, asked.name, asked.phone, standing, line)
        return SeatAnswer.HELD if free else SeatAnswer.WAITING, number

    def _change(self, asked: AskSeats) -> SeatAnswer:
        offered = [one for one in self._live() if one.standing is Standing.OFFERED]
        chosen = [one for one in self._live() if one.id == asked.seat]
        match asked.wish:
            case SeatWish.KEEP:
                changed = [one for one in offered if asked.seat in {0, one.id}]
                self._put(one._replace(standing=Standing.HELD) for one in changed)
            case SeatWish.LEAVE:
                changed = chosen
                self._put(one._replace(standing=Standing.GIVEN_UP) for one in changed)
            case _:
                changed = chosen
                self._put(one._replace(name=asked.name) for one in changed)
        return SeatAnswer.DONE if changed else SeatAnswer.GONE

    def _put(self, changed: Iterable[Seat]) -> None:
        self.seats |= {one.id: one for one in changed}

    def _live(self) -> list[Seat]:
        return [one for one in self.seats.values() if one.standing in LIVE]
