"""
Names typed without their marks: kept as they were typed, and shown to staff as such.

Only what is printed on an official paper matters, and only staff may add a mark to a name; here is
told where one is likely missing.
"""

from __future__ import annotations

from content.folding import fold
from handlers.reading.syllables import is_bare, needs_a_mark

_FAMILIES = frozenset(
    """
    ban bui chao chau cu dam dang dao dinh do giang ha hau ho hoang hua huynh lam lau le lenh lo lu
    ly mong mua ngo nong pham phu phung sin sung ta tan than thao to tong trang tran trinh tu vang
    vo vu
    """.split()  # noqa: SIM905  # a table to read, not a hundred strings
)
"""Family names of the Kinh, Tày, Mông and Dao that always carry a mark, typed without it."""

_BETWEEN = frozenset(("dinh", "mi", "si", "thi", "van"))
"""What stands between a family name and a given one, and carries a mark there."""

_GOODS = frozenset(
    """
    ao banh ca cha che cong dau ghe gio gao go gung hmong keo khan khen lua nghe non pham phe san so
    sua tho tra tui vai vay
    """.split()  # noqa: SIM905
)
"""What is made here, and how makers are called: words that carry a mark in every sense."""

_LONG, _LONG_OF_A_PERSON = 3, 4
"""Syllables of which one at least would carry a mark."""


def lacks_marks(name: str, *, person: bool = False) -> bool:
    """
    Whether marks are likely missing from a name, of a `person` or of something else.

    A name with any mark has all of its own. Without one, it lacks some if a syllable of it cannot
    be said so ("Hop", "Viet", "Nguyen"), if it is a family name or a middle one that carries a mark
    ("Giang A Pao", "Ma Thi Lan"), or a word for goods; or if it is long. "Lan", "Hoa Ban" and "Phan
    Minh Quang" need none, and what is mostly foreign ("Green Tea", "Txawj Vaj") is left alone.
    """
    if not name.isascii():
        return False
    words = fold(name).replace("-", " ").split()
    syllables = [word for word in words if is_bare(word)]
    foreign = [word for word in words if word not in syllables and not _is_short(word)]
    if not _GOODS.isdisjoint(words):
        return True
    if not syllables or len(syllables) < len(foreign):
        return False
    long = _LONG_OF_A_PERSON if person else _LONG
    if len(syllables) >= long or any(map(needs_a_mark, syllables)):
        return True
    first, *others = syllables
    return bool(others) and (first in _FAMILIES or not _BETWEEN.isdisjoint(others[:-1]))


def _is_short(word: str) -> bool:
    """Whether a word is letters of other words, as HTX and TNHH are."""
    return not word.isalpha() or not set(word) & set("aeiouy")
