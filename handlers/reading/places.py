"""Reads a commune or ward by any of its names, or a choice offered beside them ("elsewhere")."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from content.folding import fold
from content.places import AnyOf, Exactly, Found, Match, Perhaps, Places
from content.provinces import Provinces
from handlers.reading.choices import read_choice
from handlers.reading.spelling import LONGEST, any_spelling, same_marks
from handlers.reading.understanding import Reading, Several, Understood, Wrong
from handlers.reading.yesno import bare, read_yes_no

ELSEWHERE = "elsewhere"

_HERE = any_spelling("ở đây, đây, tại đây, ở nhà, tại nhà, nhà, làm ở đây")
_PREFIXES = ("xã ", "phường ")


def read_place(
    text: str,
    places: Places,
    provinces: Provinces,
    labels: Sequence[str],
    values: Sequence[str],
) -> Reading:
    """
    The code of the place, or one of `values`; an old name or a slip is not literal.

    The name of another province means `elsewhere`, where that is among the values.
    """
    text = text[:LONGEST]
    said = bare(text)
    # one word may be a name that was cut short: "n chi" is Nà Chì
    answered = " " in said and isinstance(read_yes_no(text), Understood)
    if said in _HERE or answered:
        return Wrong("unknown-place")
    other = read_choice(text, labels, values) if values else Wrong("unknown-place")
    if isinstance(other, Understood) and other.literal:
        return other
    found = places.find(text)
    if ELSEWHERE in values and _abroad(text, found, provinces):
        return Understood(ELSEWHERE, literal=False)
    match found:
        case Exactly(match):
            return Understood(match.place.code, literal=_as_written(text, match))
        case AnyOf(matches) | Perhaps(matches) if len(matches) > 1:
            return Several(tuple(match.place.code for match in matches))
        case Perhaps((match,)) | AnyOf((match,)):
            return Understood(match.place.code, literal=False)
        case _:
            return Wrong("unknown-place") if isinstance(other, Wrong) else other


def _abroad(text: str, found: Found, provinces: Provinces) -> bool:
    """Whether another province is meant; a place of ours that was named comes before it."""
    named = provinces.find(text)
    if named is None or named.called:
        return named is not None
    match found:
        case Exactly() | AnyOf():
            return False
        case Perhaps(matches):
            said = fold(text).replace(named.said, "")
            ours = {one for each in matches for one in (each.place.name, each.was) if one}
            return not any(fold(one) in said for one in ours)
        case _:
            return True


def _as_written(text: str, match: Match) -> bool:
    said = " ".join(unicodedata.normalize("NFC", text).lower().split())
    for prefix in _PREFIXES:
        said = said.removeprefix(prefix)
    return same_marks(said, match.place.name.lower())
