"""Reads a commune or ward by any of its names, or a choice offered beside them ("elsewhere")."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from content.places import AnyOf, Exactly, Match, Perhaps, Places
from handlers.reading.choices import read_choice
from handlers.reading.spelling import LONGEST
from handlers.reading.understanding import Reading, Several, Understood, Wrong

_PREFIXES = ("xã ", "phường ")


def read_place(text: str, places: Places, labels: Sequence[str], values: Sequence[str]) -> Reading:
    """The code of the place, or one of `values`; an old name or a slip is not literal."""
    text = text[:LONGEST]
    other = read_choice(text, labels, values) if values else Wrong("unknown-place")
    if isinstance(other, Understood) and other.literal:
        return other
    match places.find(text):
        case Exactly(match):
            return Understood(match.place.code, literal=_as_written(text, match))
        case AnyOf(matches) | Perhaps(matches) if len(matches) > 1:
            return Several(tuple(match.place.code for match in matches))
        case Perhaps((match,)) | AnyOf((match,)):
            return Understood(match.place.code, literal=False)
        case _:
            return Wrong("unknown-place") if isinstance(other, Wrong) else other


def _as_written(text: str, match: Match) -> bool:
    said = " ".join(unicodedata.normalize("NFC", text).lower().split())
    for prefix in _PREFIXES:
        said = said.removeprefix(prefix)
    return said == match.place.name.lower()
