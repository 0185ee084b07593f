"""What is on: the training courses and fairs that seats can be had at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import asking, payloads, returning
from handlers.activities import shown
from handlers.move import Line, Move, Option
from handlers.state import Conversation, Stage

if TYPE_CHECKING:
    from content.activities import Activity
    from content.model import Book
    from handlers.events import Event

LISTED = 8


def show(c: Conversation, e: Event, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """Say `lines`, then what seats can be had at now, the next one first."""
    c = _here(c)
    on = sorted((one for one in b.activities if one.takes(e.at.heard)), key=_begins)[:LISTED]
    if not on:
        none = Line("activities-none", asking.given(b))
        return Move(c, (*lines, none), shown.ends(c, "topics"))
    return Move(
        c,
        (
            *lines,
            Line("activities"),
            *(Line("activities-line", shown.about(one, c.language)) for one in on),
        ),
        (
            *(
                Option(one.said(c.language).title, payloads.go("activity", str(one.number)))
                for one in on
            ),
            *shown.ends(c),
        ),
    )


def detail(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """One activity: what, when, where, and whether there are seats."""
    activity = shown.found(b, number)
    if activity is None:
        return show(c, e, b, (Line("activity-over"),))
    c = _here(c)
    words = activity.said(c.language)
    told = {
        **shown.about(activity, c.language),
        "description": words.description,
        "deadline": shown.moment(activity.deadline),
        "room": shown.room(activity, e.at.heard),
    }
    take = Option(Line("activity-option-take"), payloads.go("take", number))
    return Move(
        c,
        (Line("activity-detail", told),),
        (*((take,) if activity.takes(e.at.heard) else ()), *shown.ends(c, "activities", "seats")),
    )


def calendar(c: Conversation, e: Event, b: Book, number: str) -> Move:
    """What a phone's calendar can take: a file, or the day in words."""
    activity = shown.found(b, number)
    if activity is None:
        return show(c, e, b, (Line("activity-over"),))
    told = {**shown.about(activity, c.language), "link": activity.calendar}
    key = "activity-calendar" if activity.calendar else "activity-calendar-words"
    return Move(c, (Line(key, told),), shown.ends(c, "seats"))


def _here(c: Conversation) -> Conversation:
    return returning.paused(c)._replace(stage=Stage.ACTIVITIES, asked=None)


def _begins(activity: Activity) -> tuple[object, int]:
    return activity.starts, activity.number
