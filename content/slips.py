"""How near a misspelt name is to those that are known: slips of the finger, and of the ear."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST, _LONGEST = 3, 24  # letters without spaces; anything longer is a sentence
_TWO_SLIPS = 9  # letters from which on there may be two
_SOUNDS_SO = 0.5
_SAME_LETTERS = str.maketrans({"y": "i", "k": "c", "z": "d", "f": "ph", "j": "gi"})


class Slips:
    """Known names, folded, and the search for those near to what was typed."""

    def __init__(self, names: Iterable[str]) -> None:
        self._joined = {name: name.replace(" ", "") for name in names}
        self._heard = {name: _as_heard(joined) for name, joined in self._joined.items()}

    def near(self, words: str) -> dict[str, float]:
        """
        The names at most a slip away, in long ones two, and how far each is.

        A letter left out, doubled, exchanged or put for another is a slip; spaces are none, and
        what only sounds the same ("xa fin") is half a one.
        """
        joined = words.replace(" ", "")
        if not _SHORTEST <= len(joined) <= _LONGEST:
            return {}
        most = 1 if len(joined) < _TWO_SLIPS else 2
        found: dict[str, float] = {}
        for typed, names, same in (
            (joined, self._joined, 0.0),
            (_as_heard(joined), self._heard, _SOUNDS_SO),
        ):
            near = process.extract(typed, names, scorer=OSA.distance, score_cutoff=most, limit=None)
            for _, slips, name in near:
                found[name] = min(slips or same, found.get(name, most))
        return found


def _as_heard(joined: str) -> str:
    """Letters that are written either way, as one of them."""
    return joined.translate(_SAME_LETTERS)
