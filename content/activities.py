"""
Training courses and trade fairs: what people are told of one, and how it is written in a file.

    kind = "training"                  # or "fair"
    starts = "2026-12-10 08:00"        # by the clock of Vietnam
    ends = "2026-12-10 16:30"
    deadline = "2026-12-07 17:00"      # until then seats are given
    seats = 30
    commune = "00910"                  # leave out for the whole province

    [vi]                               # the book's other languages may have a table too
    title = "…"
    place = "…"
    description = "…"
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from content.limits import button_problem, characters

if TYPE_CHECKING:
    from content.tables import Table

MOST_SEATS = 5000
LONGEST = 600
"""Characters of a description: with what is said around it, a message still takes it."""


class ActivityKind(StrEnum):
    """What an activity is."""

    TRAINING = "training"
    FAIR = "fair"


@dataclass(frozen=True, slots=True)
class ActivityWords:
    """What an activity is called, where it is and what it is about, in one language."""

    title: str
    place: str
    description: str


@dataclass(frozen=True, slots=True)
class Activity:
    """
    One activity; `number` is 0 until it has one, and times are aware.

    `left` and `waiting` are how it stood a moment ago. `calendar` is the address of its calendar
    file and `tickets` what that of a ticket begins with, if there are any; `revision` counts the
    changes of its time or place.
    """

    number: int
    kind: ActivityKind
    starts: datetime
    ends: datetime
    deadline: datetime
    seats: int
    commune: str
    words: Mapping[str, ActivityWords]
    left: int = 0
    waiting: int = 0
    calendar: str = ""
    tickets: str = ""
    revision: int = 0
    cancelled: bool = False

    def said(self, language: str) -> ActivityWords:
        """Its words in this language, or in the first that it has."""
        return self.words.get(language) or next(iter(self.words.values()))

    def takes(self, moment: datetime) -> bool:
        """Whether seats are given at this moment."""
        return not self.cancelled and moment < self.deadline


def read(table: Table, languages: tuple[str, ...], number: int = 0) -> Activity:
    """The activity that a table describes; what is wrong with it is noted there."""
    starts, ends, deadline = (table.moment(name) for name in ("starts", "ends", "deadline"))
    if ends <= starts:
        table.wrong("`ends` must come after `starts`")
    if deadline > starts:
        table.wrong("`deadline` must not come after `starts`")
    seats = table.number("seats", required=True)
    if seats is not None and not 0 < seats <= MOST_SEATS:
        table.wrong(f"`seats` must be from 1 to {MOST_SEATS}")
    return Activity(
        number=number,
        kind=table.word("kind", ActivityKind, ActivityKind.TRAINING),
        starts=starts,
        ends=ends,
        deadline=deadline,
        seats=seats or 0,
        commune=table.text("commune", required=False),
        words=_words(table, languages),
        left=seats or 0,
    )


def _words(table: Table, languages: tuple[str, ...]) -> dict[str, ActivityWords]:
    found = {}
    for language in languages:
        given = table.table(language)
        if not given.raw and language != languages[0]:
            continue
        given.key = language
        words = ActivityWords(given.text("title"), given.text("place"), given.text("description"))
        given.close()
        if problem := button_problem(words.title):
            given.wrong(f"`title` {problem}")
        if (length := characters(words.description)) > LONGEST:
            given.wrong(f"`description` is {length} characters long; at most {LONGEST} are read")
        found[language] = words
    return found
