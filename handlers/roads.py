"""
Which ways lead where, as tables of the machine.

`ROADS` are the ways that are open from anywhere (a button, a command word). `HERE` are the ways
that a button opens only in the stages named; in any other they are old buttons. Every way names the
stages it may lead to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handlers import (
    absence,
    claiming,
    courtesy,
    dropping,
    editing,
    eligibility,
    helping,
    home,
    leaving,
    mine,
    programme,
    registration,
    restarting,
    returning,
    review,
    settings,
    staff,
)
from handlers.activities import listing, taking
from handlers.activities import mine as seats
from handlers.move import Move
from handlers.questions import answering
from handlers.state import Stage

Handler = Callable[..., Move]
"""Takes the conversation, the event and the book, and the words that a road's button carries."""


@dataclass(frozen=True, slots=True)
class Road:
    """A handler, how many words its button carries beside its name, and where it may lead."""

    handler: Handler
    to: frozenset[Stage]
    carries: int = 0


def _road(handler: Handler, *to: Stage, carries: int = 0) -> Road:
    return Road(handler, frozenset(to), carries)


S = Stage
DETOURS = (S.HOME, S.ASKING, S.REVIEW, S.SECTIONS, S.VERDICT)

ROADS: Mapping[str, Road] = {
    "home": _road(home.show, S.HOME),
    "hello": _road(courtesy.hello, *DETOURS),
    "help": _road(courtesy.help_out, *DETOURS),
    "bot": _road(courtesy.introduced, *DETOURS),
    "thanks": _road(courtesy.thanked, *DETOURS),
    "calendar": _road(home.calendar, S.HOME),
    "activities": _road(listing.show, S.ACTIVITIES),
    "activity": _road(listing.detail, S.ACTIVITIES, carries=1),
    "activity-calendar": _road(listing.calendar, S.ACTIVITIES, S.SEATS, carries=1),
    "take": _road(taking.take, S.ACTIVITIES, S.ASKING, carries=1),
    "seats": _road(seats.look, S.SEATS),
    "keep-seats": _road(seats.keep, S.SEATS),
    "programme": _road(programme.first, S.PROGRAMME),
    "page": _road(programme.page, S.PROGRAMME, carries=1),
    "eligibility": _road(eligibility.start, S.ASKING, S.VERDICT),
    "register": _road(registration.start, S.ASKING, S.WHOM, S.WHOSE, S.HOME),
    "mine": _road(mine.show, S.MINE, S.WHOSE, S.HOME),
    "claim": _road(claiming.start, S.ASKING, S.HOME),
    "behalf": _road(helping.start, S.ASKING, S.HOME),
    "desk": _road(staff.desk, S.STAFF),
    "staff": _road(staff.desk, S.STAFF),
    "call": _road(staff.call, S.ASKING, *DETOURS),
    "settings": _road(settings.show, S.SETTINGS),
    "language": _road(settings.languages, S.LANGUAGE),
    "topics": _road(settings.topics, S.SETTINGS),
    "privacy": _road(settings.privacy, S.SETTINGS),
    "erase": _road(settings.erase, S.ERASING, S.WHOSE),
    "stop": _road(settings.stop, S.HOME, S.ASKING),
    "resume": _road(leaving.resume, S.WHOSE, *DETOURS),
    "back": _road(leaving.back, S.EDITING, S.PROGRAMME, *DETOURS),
    "skip": _road(leaving.skip, *DETOURS),
    "later": _road(leaving.later, *DETOURS),
    "cancel": _road(leaving.cancel, S.EDITING, *DETOURS),
    "explain": _road(leaving.explain, *DETOURS),
    "faq": _road(answering.answer, S.HOME, *DETOURS, carries=1),
    "faq-none": _road(answering.none, S.HOME, *DETOURS),
    "return": _road(returning.back_again, S.WHOSE, *DETOURS),
    "undo": _road(leaving.undo, S.WHOSE, *DETOURS),
    "restart": _road(restarting.ask, S.RESTARTING, S.HOME),
    "mute": _road(absence.mute, *DETOURS),
    "unmute": _road(absence.unmute, *DETOURS),
}
"""Ways open from anywhere."""

HERE: Mapping[Stage, Mapping[str, Road]] = {
    S.HOME: {},
    S.PROGRAMME: {},
    S.ASKING: {
        "keep": _road(leaving.keep, S.ASKING, S.REVIEW, S.SECTIONS, S.VERDICT, S.HOME),
        "same-slip": _road(helping.signed_too, S.ASKING, S.REVIEW, S.SECTIONS, S.HOME),
    },
    S.VERDICT: {"sources": _road(eligibility.sources, S.VERDICT)},
    S.WHOM: {
        "more": _road(
            registration.one_more, S.WHOM, S.ASKING, S.REVIEW, S.HOME, S.SECTIONS, carries=1
        ),
        "other": _road(registration.other, S.ASKING, S.HOME),
    },
    S.REVIEW: {
        "send": _road(review.send, S.SECTIONS, S.ASKING, S.HOME),
        "edit": _road(editing.choose, S.EDITING, S.HOME),
        "add-product": _road(registration.add_product, S.ASKING, S.SECTIONS, S.HOME, S.REVIEW),
    },
    S.EDITING: {
        "change": _road(editing.change, S.ASKING, S.EDITING, S.HOME, carries=2),
        "edit-part": _road(editing.choose_in, S.EDITING, S.HOME, carries=2),
        "drop": _road(dropping.ask, S.EDITING, S.HOME, carries=1),
        "dropped": _road(
            dropping.dropped, S.REVIEW, S.SECTIONS, S.ASKING, S.EDITING, S.HOME, carries=1
        ),
        "review": _road(editing.leave, S.REVIEW, S.SECTIONS, S.ASKING, S.HOME),
    },
    S.SECTIONS: {
        "send": _road(review.send, S.SECTIONS, S.ASKING, S.HOME),
        "consent": _road(helping.record, S.ASKING, S.HOME, carries=1),
        "part": _road(editing.open_part, S.ASKING, S.EDITING, S.SECTIONS, S.HOME, carries=2),
        "edit": _road(editing.choose, S.EDITING, S.HOME),
        "add-product": _road(registration.add_product, S.ASKING, S.SECTIONS, S.HOME, S.REVIEW),
    },
    S.MINE: {
        "mine": _road(mine.one, S.MINE, S.HOME, carries=1),
        "mine-after": _road(mine.further, S.MINE, S.HOME, carries=1),
        "consent": _road(helping.record, S.ASKING, S.HOME, carries=1),
        "go-on": _road(leaving.go_on, S.ASKING, S.REVIEW, S.SECTIONS, S.HOME, carries=1),
        "withdraw": _road(mine.withdraw, S.MINE, S.HOME, carries=1),
        "withdrawn": _road(mine.withdrawn, S.HOME, S.MINE, carries=1),
    },
    S.SETTINGS: {"topic": _road(settings.topic, S.SETTINGS, carries=2)},
    S.LANGUAGE: {
        "speak": _road(settings.speak, S.LANGUAGE, *DETOURS, carries=1),
        "hear": _road(settings.hear, S.LANGUAGE, *DETOURS, carries=1),
    },
    S.ERASING: {"erased": _road(settings.erased, S.HOME, S.ERASING, carries=1)},
    S.STAFF: {"write": _road(staff.write, S.WRITING)},
    S.WRITING: {},
    S.ACTIVITIES: {},
    S.SEATS: {
        "seat": _road(seats.look_at, S.SEATS, carries=1),
        "seat-keep": _road(seats.keep, S.SEATS, carries=1),
        "seat-name": _road(taking.rename, S.ASKING, carries=1),
        "seat-leave": _road(seats.leave, S.SEATS, carries=1),
        "seat-left": _road(seats.give_back, S.SEATS, carries=1),
    },
    S.WHOSE: {"other": _road(registration.other, S.ASKING, S.HOME)},
    S.RESTARTING: {"restarted": _road(restarting.restarted, S.ASKING, S.HOME, carries=1)},
}
"""Ways that a button opens only in the stage that offered it."""


def road(stage: Stage, word: str, rest: tuple[str, ...]) -> Road | None:
    """The way that a button opens at a stage; None for one that is old, or was never ours."""
    for table in (HERE[stage], ROADS):
        found = table.get(word)
        if found is not None and found.carries == len(rest):
            return found
    return None
