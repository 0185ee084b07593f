"""The notice of an activity: its words by language, to its audience, with a button to a seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.activities import ActivityKind
from handlers.activities import shown
from handlers.move import Line
from handlers.words import spoken
from storage.notices import Door, Draft

if TYPE_CHECKING:
    from content.activities import Activity
    from content.model import Book
    from storage.activities import Entered

TOPICS = {ActivityKind.TRAINING: "training", ActivityKind.FAIR: "fairs"}
"""The consent subject that an activity is announced under."""

_LEADS = "activity/"


def draft(entered: Entered, book: Book) -> Draft:
    """The notice as it is written now; staff look at it before it is sent."""
    activity = entered.activity
    return Draft(
        title=activity.said(book.languages[0]).title,
        topic=TOPICS[activity.kind],
        texts={language: _text(activity, book, language) for language in book.languages},
        doors=(door_to(activity.number, book),),
        audience=entered.invitation.audience,
        picture=entered.invitation.picture,
    )


def door_to(activity: int, book: Book) -> Door:
    """The button that leads to an activity; typed, its words lead to all that are on."""
    labels = {name: book.wording.say(name, "activity-notice-button") for name in book.languages}
    return Door(f"{_LEADS}{activity}", labels)


def activity_of(door: Door) -> int:
    """The activity that a button leads to; 0 for any other."""
    return int(door.leads.removeprefix(_LEADS)) if door.leads.startswith(_LEADS) else 0


def _text(activity: Activity, book: Book, language: str) -> str:
    told = {
        **shown.about(activity, language),
        "office": book.office.name,
        "description": activity.said(language).description,
        "deadline": shown.moment(activity.deadline),
        "left": str(activity.left),
    }
    key = "activity-notice" if activity.left > 0 else "activity-notice-full"
    return spoken(Line(key, told), book.wording, language)
