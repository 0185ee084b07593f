"""
The communes and wards of the province, and what a person may call them.

A name that somebody types may be a new unit's, an old one's that was merged into it, or both; an
old name may have existed in several districts, or its unit may have been split. `Places.find`
says which of these it is and decides nothing: one place is taken, several are asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from content.folding import fold
from content.place_words import Heard, Name, Role, bare_district, hear
from content.slips import Slips


class Unit(StrEnum):
    """What an administrative unit is, or was."""

    COMMUNE = "commune"
    WARD = "ward"
    TOWN = "town"


@dataclass(frozen=True, slots=True)
class Former:
    """An old unit, all or `part` of which went into a new one; `district` is where it was."""

    name: str
    kind: Unit
    district: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """
    A commune or ward of today; `districts` are the former ones it lies in, main one first.

    A district written with its prefix ("thành phố Hà Giang") shares its bare name with a
    province, so in what people say it counts only with a prefix.
    """

    code: str
    name: str
    kind: Unit
    districts: tuple[str, ...]
    made_from: tuple[Former, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name leads to; `was` is the old name that led there, empty for its own."""

    place: Place
    was: str = ""


@dataclass(frozen=True, slots=True)
class Exactly:
    """The text names this place and no other."""

    match: Match


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The text is a name of each of these (two or more): which one must be asked."""

    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Perhaps:
    """The text looks like these (one to six), by a slip of the finger or among other words."""

    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Nowhere:
    """The text looks like no place of the province."""


Found = Exactly | AnyOf | Perhaps | Nowhere

_CLOSEST = 6  # places that a misspelt name may be taken for


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a name: the match, what the unit is or was, and the districts it was in."""

    match: Match
    kind: Unit
    districts: frozenset[str]


_KINDS = {Role.WARD: Unit.WARD, Role.TOWN: Unit.TOWN}
"""Prefixes that narrow a name down; "xã" does not, people say it of any unit."""


class Places:
    """All places by code, and the search by any spelling."""

    def __init__(self, places: Iterable[Place], aliases: Mapping[str, str]) -> None:
        """`aliases` are other spellings of a place: the spelling and the place's code."""
        self.by_code: Mapping[str, Place] = MappingProxyType({each.code: each for each in places})
        self._names: dict[str, list[_Reading]] = {}
        self._districts: dict[str, str] = {}
        self._shared: set[str] = set()
        self._inside: dict[str, list[Match]] = {}
        for place in self.by_code.values():
            self._learn(place)
        for spelling, code in aliases.items():
            self._learn_alias(fold(spelling), self.by_code[code])
        self._known = frozenset((*self._names, *self._districts))
        self._longest = max((name.count(" ") + 1 for name in self._known), default=0)
        self._slips = Slips(self._names)

    def _learn(self, place: Place) -> None:
        own = _bare(place)
        self._add(fold(place.name), _Reading(Match(place), place.kind, own))
        for former in place.made_from:
            there = frozenset([bare_district(fold(former.district))])
            self._add(fold(former.name), _Reading(Match(place, former.name), former.kind, there))
        for district in map(fold, place.districts):
            bare = bare_district(district)
            self._districts[bare] = bare
            self._inside.setdefault(bare, []).append(Match(place))
            if bare != district:
                self._shared.add(bare)

    def _learn_alias(self, spelling: str, place: Place) -> None:
        """An alias of a place that has its district's name is an alias of the district too."""
        self._add(spelling, _Reading(Match(place), place.kind, _bare(place)))
        if fold(place.name) in self._districts:
            self._districts[spelling] = fold(place.name)

    def _add(self, name: str, reading: _Reading) -> None:
        self._names.setdefault(name, []).append(reading)

    def find(self, text: str) -> Found:
        """What the text names, whatever its marks, prefixes and order of commune and district."""
        heard = hear(fold(text), self._known, self._longest)
        if heard.rest and (close := self._misspelt(heard)):
            return Perhaps(close)
        named = [each for each in heard.names if self._may_be_a_place(each)]
        if not named:
            return self._without_a_place(heard.names, heard.whole)
        matches, agreed = self._settle(named, heard.names)
        if len(matches) > 1:
            return AnyOf(matches)
        return Exactly(matches[0]) if agreed and not heard.rest else Perhaps(matches)

    def is_named(self, text: str) -> bool:
        """Whether the text is a name of some place here, spelled right, and nothing else."""
        heard = hear(fold(text), self._known, self._longest)
        return not heard.rest and any(map(self._may_be_a_place, heard.names))

    def _misspelt(self, heard: Heard) -> tuple[Match, ...]:
        """The places near to what was not understood, with or without the small words around it."""
        close = self._close(heard.rest, heard.names)
        around = () if heard.names or heard.whole == heard.rest else self._close(heard.whole, ())
        return tuple(dict.fromkeys((*close, *around)))[:_CLOSEST]

    def _may_be_a_place(self, name: Name) -> bool:
        elsewhere = {Role.DISTRICT, Role.PROVINCE, Role.VILLAGE}
        return name.role not in elsewhere and name.text in self._names

    def _settle(self, named: list[Name], said: tuple[Name, ...]) -> tuple[tuple[Match, ...], bool]:
        """
        The places that the names can mean together, and whether everything said agrees with that.

        Each name in turn is taken for the place and the others for its district ("tan tien, hoang
        su phi" in either order); failing that, all for names of one place; failing that, any.
        """
        for name in sorted(named, key=lambda each: each.role is Role.PLAIN):
            inside = self._readings(name)
            for other in said:
                if other is not name:
                    inside = self._within(inside, other)
            if inside:
                return _matches(inside), True
        readings = [reading for name in named for reading in self._readings(name)]
        codes = [{each.match.place.code for each in self._names[name.text]} for name in named]
        shared = set.intersection(*codes)
        one_place = [each for each in readings if each.match.place.code in shared]
        return _matches(one_place or readings), len(named) == len(said)

    def _readings(self, name: Name) -> list[_Reading]:
        readings = self._names[name.text]
        wanted = _KINDS.get(name.role)
        return [each for each in readings if each.kind is wanted] or readings

    def _within(self, readings: list[_Reading], other: Name) -> list[_Reading]:
        """Those in the district that was said as well."""
        if other.role in {Role.VILLAGE, Role.PROVINCE}:
            return readings
        district = self._districts.get(other.text, "")
        if district in self._shared and other.role is not Role.DISTRICT:
            return readings
        return [each for each in readings if district in each.districts]

    def _without_a_place(self, said: tuple[Name, ...], whole: str) -> Found:
        """A district's places, if that is all that was said; else what the words look like."""
        for name in said:
            if name.role not in {Role.PROVINCE, Role.VILLAGE} and name.text in self._districts:
                inside = tuple(self._inside[self._districts[name.text]])
                return AnyOf(inside) if len(inside) > 1 else Perhaps(inside)
        looks = [each for name in said for each in self._names.get(name.text, [])]
        close = _matches(looks)[:_CLOSEST] or self._close(whole, ())
        return Perhaps(close) if close else Nowhere()

    def _close(self, words: str, said: tuple[Name, ...]) -> tuple[Match, ...]:
        """
        The nearest places to a misspelt name, inside the districts that were said.

        All that are one slip away are near, unless only the spaces are wrong.
        """
        near = [
            (slips, reading)
            for name, slips in self._slips.near(words).items()
            for reading in self._names[name]
            if all(self._within([reading], other) for other in said)
        ]
        least = min((slips for slips, _ in near), default=0)
        nearest = [one for one in near if one[0] <= (max(least, 1) if least else 0)]
        return _matches(reading for _, reading in sorted(nearest, key=_by_slips))[:_CLOSEST]


def _bare(place: Place) -> frozenset[str]:
    return frozenset(bare_district(fold(district)) for district in place.districts)


def _matches(readings: Iterable[_Reading]) -> tuple[Match, ...]:
    """Each place once; one that is called so today is not said to have been called so."""
    found: dict[str, Match] = {}
    for reading in readings:
        match = reading.match
        if match.place.code not in found or not match.was:
            found[match.place.code] = match
    return tuple(found.values())


def _by_slips(near: tuple[float, _Reading]) -> float:
    return near[0]
