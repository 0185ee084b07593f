"""How an activity and a seat are put into words, wherever they are spoken of."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from handlers import codes, days, payloads
from handlers.move import Line, Option
from handlers.seats import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from content.activities import Activity
    from content.model import Book
    from handlers.seats import Seat
    from handlers.state import Conversation

FEW = 5
"""From so few seats on it is said how many there are."""

LABEL = 35
"""Characters of a button's words."""


def found(b: Book, number: str | int) -> Activity | None:
    """The activity with this number, if it is not over."""
    return next((one for one in b.activities if str(one.number) == str(number)), None)


def when(activity: Activity) -> Line:
    """When it is: the hours of one day, or from the first hour to the last day."""
    begins, ends = (one.astimezone(days.VIETNAM) for one in (activity.starts, activity.ends))
    args: dict[str, Line | str] = {"begins": moment(begins), "ends": _clock(ends)}
    if begins.date() == ends.date():
        return Line("activity-when", args)
    return Line("activity-when-days", {**args, "ends": moment(ends)})


def moment(time: datetime) -> Line:
    """A time with its day of the week, in Vietnam."""
    here = time.astimezone(days.VIETNAM)
    return Line(
        "activity-moment",
        {
            "clock": _clock(here),
            "weekday": Line(f"weekday-{here.isoweekday()}"),
            "day": days.shown(here.date()),
        },
    )


def about(activity: Activity, language: str) -> Mapping[str, Line | str]:
    """What sentences about an activity may name."""
    words = activity.said(language)
    return {"title": words.title, "place": words.place, "when": when(activity)}


def room(activity: Activity, at: datetime) -> Line:
    """Whether seats are to be had."""
    if not activity.takes(at):
        return Line("activity-closed")
    if activity.left <= 0:
        return Line("activity-full")
    if activity.left <= FEW:
        return Line("activity-few", {"left": str(activity.left)})
    return Line("activity-free")


def holder(seat: Seat, activity: Activity, language: str) -> Mapping[str, Line | str]:
    """What sentences about a seat may name."""
    return {
        **about(activity, language),
        "name": seat.name,
        "code": codes.code(seat.id),
        "line": str(seat.line),
    }


def ticket(seat: Seat, activity: Activity) -> tuple[Line, ...]:
    """Where the ticket of a seat is, for one that is held and where people can reach us."""
    if seat.standing is not Standing.HELD or not (activity.tickets and seat.token):
        return ()
    return (Line("seat-ticket", {"link": f"{activity.tickets}{seat.token}"}),)


def standing(seat: Seat) -> Line:
    """How somebody stands with a seat."""
    until = {"until": moment(seat.until)} if seat.until else {}
    key = f"seat-standing-{seat.standing.name.lower()}"
    return Line(f"{key}-until" if until else key, {"line": str(seat.line), **until})


def label(*words: str) -> str:
    """Words of people's own for a button, shortened where it could not show them."""
    said = " – ".join(words)
    return said if len(said) <= LABEL else f"{said[: LABEL - 1]}…"


def ends(c: Conversation, *words: str) -> tuple[Option, ...]:
    """The last choices of a message: ways of this chapter, then back to where the talk was."""
    leads = tuple(Option(Line(f"activities-option-{word}"), payloads.go(word)) for word in words)
    if c.paused is not None:
        return (*leads, Option(Line("settings-option-return"), payloads.go("return")))
    return (*leads, Option(Line("menu-home"), payloads.go("home")))


def _clock(time: datetime) -> Line:
    return Line("activity-clock", {"hour": str(time.hour), "minute": f"{time.minute:02d}"})
