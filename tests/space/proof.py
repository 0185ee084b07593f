"""What must hold of the whole space, and a line for each place where it does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from content.model import Outcome
from handlers import sheet
from handlers.effects import Wish
from handlers.state import Stage, Status

if TYPE_CHECKING:
    from content.model import Book
    from tests.space.search import Space
    from tests.space.sight import Place, Sight

SIGN_UP = "sign-up"
DOSSIER = "dossier"
ENDS: Mapping[str, frozenset[str]] = {
    sheet.ELIGIBILITY: frozenset(f"verdict: {one}" for one in Outcome),
    SIGN_UP: frozenset({f"registration: {Status.INTEREST}", f"registration: {Status.COLLECTING}"}),
    DOSSIER: frozenset({f"registration: {Status.COMPLETE}"}),
    sheet.CALLBACK: frozenset({f"staff: {Wish.CALL}"}),
}
"""What each errand is for: whoever is on it can bring it about without leaving it."""

OTHERS = frozenset({f"registration: {Status.WITHDRAWN}", "refused: dossier", "erased"}) | frozenset(
    f"staff: {wish}" for wish in Wish
)
"""What a talk can come to besides."""

WORKING = frozenset({Stage.REVIEW, Stage.EDITING, Stage.SECTIONS})


def problems(space: Space, b: Book) -> Iterator[str]:
    """Everything that does not hold."""
    yield from _never_reached(space, b)
    yield from _never_left(space)
    yield from _coming_to_nothing(space)


def _never_reached(space: Space, b: Book) -> Iterator[str]:
    reached = {place.stage for place in space.places}
    yield from (f"stage {one}: nothing leads here" for one in Stage if one not in reached)
    seen = {place.question for place in space.places}
    asked = [f"{form.key}/{one.key}" for form in b.forms.values() for one in form.questions]
    yield from (f"question {one}: it is never asked" for one in asked if one not in seen)
    yield from (f"page {one}: nothing leads here" for one in b.pages if one not in seen)
    ends = frozenset[str]().union(*ENDS.values(), OTHERS) - space.outcomes
    yield from (f"outcome {one}: no talk comes to it" for one in sorted(ends))


def _never_left(space: Space) -> Iterator[str]:
    """A place is left by whatever leads to another question, page, stage, or other offers."""
    out: dict[Place, set[tuple[object, ...]]] = defaultdict(set)
    for here, ways in space.ways.items():
        out[here.place] |= {_where(way.to.place) for way in ways} - {_where(here.place)}
    yield from (f"state “{place}”: it cannot be left" for place, to in out.items() if not to)


def _where(place: Place) -> tuple[object, ...]:
    return place.stage, place.question, place.shut, place.shows


def _coming_to_nothing(space: Space) -> Iterator[str]:
    """From each state some outcome can be reached; on an errand, its own, without leaving it."""
    before: dict[Sight, list[Sight]] = defaultdict(list)
    ended: set[Sight] = set()
    any_end = space.outcomes
    for here, ways in space.ways.items():
        errand = _errand(here)
        for way in ways:
            if way.outcome in ENDS.get(errand, any_end):
                ended.add(here)
            if not errand or _errand(way.to) == errand:
                before[way.to].append(here)
    lost = space.ways.keys() - _all_before(ended, before)
    for place in dict.fromkeys(one.place for one in space.ways if one in lost):
        yield f"state “{place}”: it comes to nothing"


def _all_before(ended: Iterable[Sight], before: Mapping[Sight, list[Sight]]) -> set[Sight]:
    found, waiting = set(ended), list(ended)
    while waiting:
        for one in before.get(waiting.pop(), ()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return found


def _errand(at: Sight) -> str:
    """What a talk is for just now; empty where nothing in particular is wanted."""
    place = at.place
    form = place.question.partition("/")[0] if place.stage is Stage.ASKING else ""
    if place.shut:
        return ""
    if form == sheet.REGISTRATION or place.stage in WORKING:
        return DOSSIER if at.place.holds.startswith("sent") else SIGN_UP
    return form if form in ENDS else ""
