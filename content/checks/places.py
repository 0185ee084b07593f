"""Checks the communes and wards: that a name leads to two of them only where the book means it."""

from __future__ import annotations

from collections.abc import Iterator

from content.checks.forms import twice
from content.draft import Draft
from content.folding import fold
from content.places import Former, Place
from content.problems import Problem

_FILE = "places.toml"


def check_places(draft: Draft) -> Iterator[Problem]:
    """Every mistake in the places and their other spellings."""
    for code in twice(place.code for place in draft.places):
        yield Problem(_FILE, code, "there are two places with this code")
    names: dict[str, Place] = {}
    for place in draft.places:
        other = names.setdefault(fold(place.name), place)
        if other is not place:
            yield Problem(_FILE, place.code, f"shares its name {place.name!r} with {other.code}")
        for former in place.made_from:
            if former.district not in place.districts:
                told = f"{former.name!r} was in {former.district!r}, which `district` does not name"
                yield Problem(_FILE, place.code, told)
    yield from _old_names(draft)
    yield from _aliases(draft, names)
    yield from _provinces(draft)


def _old_names(draft: Draft) -> Iterator[Problem]:
    """An old unit went into several new ones only if each says that it took a part of it."""
    taken: dict[tuple[str, str, str], list[tuple[str, Former]]] = {}
    for place in draft.places:
        for former in place.made_from:
            unit = (fold(former.name), former.kind, fold(former.district))
            taken.setdefault(unit, []).append((place.code, former))
    for units in taken.values():
        several = len(units) > 1
        for code, former in units:
            if several and not former.part:
                others = ", ".join(other for other, _ in units if other != code) or code
                told = f"{former.name!r} is in {others} as well, and `part` is not said"
                yield Problem(_FILE, code, told)
            if former.part and not several:
                yield Problem(_FILE, code, f"takes part of {former.name!r}; nobody takes the rest")


def _aliases(draft: Draft, names: dict[str, Place]) -> Iterator[Problem]:
    """Another spelling belongs to one known place, and is nobody else's name."""
    codes = {place.code for place in draft.places}
    old = {fold(former.name) for place in draft.places for former in place.made_from}
    for name in twice(fold(alias.name) for alias in draft.aliases):
        yield Problem(_FILE, name, "is given as a spelling twice")
    for alias in draft.aliases:
        if alias.code not in codes:
            yield Problem(_FILE, alias.name, f"{alias.code!r} is no place's code")
        if fold(alias.name) in names or fold(alias.name) in old:
            yield Problem(_FILE, alias.name, "is the name of a place already")


def _provinces(draft: Draft) -> Iterator[Problem]:
    """A name is that of one other province only, now and before."""
    told = [
        name
        for each in draft.provinces
        for name in {*map(fold, (each.name, *each.made_from, *each.also))}
    ]
    for name in twice(told):
        yield Problem(_FILE, name, "is the name of two provinces")
