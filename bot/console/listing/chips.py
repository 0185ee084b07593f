"""The active filters in words, each with the address of the list without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console.listing.asked import FIELDS, ME, REGISTRATION, TO_NOBODY
from bot.console.listing.columns import groups, rounds
from bot.console.shown import channel
from handlers.answers import show_place
from storage.queries import COMMUNE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.console.listing.asked import Asked
    from bot.console.visit import Visit


@dataclass(frozen=True, slots=True)
class Chip:
    """One active filter in words, and the address of the page without it."""

    words: str
    without: str


def chips(one: Asked, visit: Visit, colleagues: Mapping[int, str]) -> list[Chip]:
    """The active filters."""
    place = visit.book.forms[REGISTRATION].by_key[COMMUNE]
    say = visit.say
    words = {
        "words": f"“{one.words}”",
        "status": say(f"status-{one.status.replace('_', '-')}") if one.status else "",
        "commune": show_place(place, one.commune, visit.book, visit.language),
        "group": groups(visit).get(one.group, ""),
        "round": rounds(visit).get(one.round, ""),
        "channel": channel(one.channel, visit) if one.channel else "",
        "assigned": _whose(one.assigned, visit, colleagues),
        "since": say("list-chip-since", day=one.since),
        "until": say("list-chip-until", day=one.until),
        "only": say(f"list-only-{one.only}") if one.only else "",
    }
    return [Chip(words[name], one.without(name).query()) for name in FIELDS if getattr(one, name)]


def _whose(assigned: str, visit: Visit, colleagues: Mapping[int, str]) -> str:
    if assigned in {ME, TO_NOBODY}:
        return visit.say(f"list-assigned-{assigned}")
    name = colleagues.get(int(assigned), assigned) if assigned else ""
    return visit.say("list-chip-assigned", name=name)
