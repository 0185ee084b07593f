"""An activity as a form: what was typed becomes an activity, or says what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.forms import Form
from bot.console.typed_days import read_moment
from bot.text import clean
from content.activities import LONGEST, MOST_SEATS, Activity, ActivityKind, ActivityWords
from content.folding import fold
from content.limits import ZALO_BUTTON, characters
from content.places import Exactly
from handlers.days import VIETNAM

if TYPE_CHECKING:
    from bot.console.visit import Visit
    from content.model import Book

LONGEST_PLACE = 200
MOMENTS = ("starts", "ends", "deadline")
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def filled(typed: Mapping[str, str], visit: Visit, number: int = 0) -> tuple[Activity, Form]:
    """The activity that was typed, as far as it can be one, and the form with its problems."""
    book, problems = visit.book, dict[str, str]()

    def wrong(name: str, key: str, **args: str) -> None:
        problems.setdefault(name, visit.say(f"activities-wrong-{key}", **args))

    times = {name: read_moment(typed.get(name, "")) or NEVER for name in MOMENTS}
    for name, key in _wrong_times(times):
        wrong(name, key)
    seats = typed.get("seats", "").strip()
    count = int(seats) if seats.isdecimal() and len(seats) <= len(str(MOST_SEATS)) else 0
    if not 0 < count <= MOST_SEATS:
        wrong("seats", "seats", most=str(MOST_SEATS))
    kind = typed.get("kind", "")
    commune, known = _commune(typed.get("commune", ""), book)
    if not known:
        wrong("commune", "commune")
    words = {name: _words(typed, name) for name in book.languages}
    first = book.languages[0]
    words = {name: one for name, one in words.items() if name == first or any(one)}
    for name, one in words.items():
        for field, key, most in _wrong_words(*one):
            wrong(f"{field}-{name}", key, most=str(most))
    activity = Activity(
        number=number,
        kind=ActivityKind(kind) if kind in set(ActivityKind) else ActivityKind.TRAINING,
        starts=times["starts"],
        ends=times["ends"],
        deadline=times["deadline"],
        seats=count,
        commune=commune,
        words={name: ActivityWords(*one) for name, one in words.items()},
        left=count,
    )
    return activity, Form(typed, problems)


def _wrong_times(times: Mapping[str, datetime]) -> Iterator[tuple[str, str]]:
    yield from ((name, "moment") for name, time in times.items() if time is NEVER)
    if times["ends"] <= times["starts"]:
        yield "ends", "ends"
    if times["deadline"] > times["starts"]:
        yield "deadline", "deadline"


def _wrong_words(title: str, place: str, description: str) -> Iterator[tuple[str, str, int]]:
    """What is wrong with the words in one language: the field, what, and how long it may be."""
    if not title:
        yield "title", "title", ZALO_BUTTON
    if characters(title) > ZALO_BUTTON:
        yield "title", "title-long", ZALO_BUTTON
    if not place:
        yield "place", "place", LONGEST_PLACE
    if not description:
        yield "description", "description", LONGEST
    if characters(description) > LONGEST:
        yield "description", "description-long", LONGEST


def typed_of(activity: Activity, book: Book) -> dict[str, str]:
    """The form that an activity would have come from."""
    place = book.places.by_code.get(activity.commune)
    typed = {
        "kind": activity.kind.value,
        "seats": str(activity.seats),
        "commune": place.name if place else activity.commune,
    }
    for name in MOMENTS:
        typed[name] = f"{getattr(activity, name).astimezone(VIETNAM):%d/%m/%Y %H:%M}"
    for name, words in activity.words.items():
        typed |= {
            f"title-{name}": words.title,
            f"place-{name}": words.place,
            f"description-{name}": words.description,
        }
    return typed


def _words(typed: Mapping[str, str], language: str) -> tuple[str, str, str]:
    return (
        clean(typed.get(f"title-{language}", ""), LONGEST_PLACE),
        clean(typed.get(f"place-{language}", ""), LONGEST_PLACE),
        clean(typed.get(f"description-{language}", "")),
    )


def _commune(typed: str, book: Book) -> tuple[str, bool]:
    """The code of a commune, empty for the whole province; and whether it is clear."""
    if not fold(typed) or typed in book.places.by_code:
        return typed.strip(), True
    match book.places.find(typed):
        case Exactly(one):
            return one.place.code, True
        case _:
            return "", False
