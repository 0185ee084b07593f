"""
Hears a sentence where somebody's name, or that of something of theirs, was asked for.

Nothing tells a name from other words but its grammar: a name has no "tôi", no "rồi" and no "đang".
These are the small words of Vietnamese, a closed class; what else a sentence may be about does not
matter. Some of them are names when they begin with a capital ("Nguyễn Văn Được"), and most are
other words without their marks, so that fewer count there. Whoever is misjudged is asked once.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from content.folding import fold
from handlers.reading.shorthand import written_out
from handlers.reading.spelling import LATEST, LONGEST, any_spelling
from handlers.reading.yesno import says_nothing

_SMALL = frozenset(
    """
    tôi tui tớ tao mày rồi đang sẽ đã chưa quá lắm nữa nhé nhỉ này đấy được đc bị thì mà ở cũng vẫn
    muốn biết đâu đừng hãy xong nhầm hôm gì nào ko
    """.split()  # noqa: SIM905  # a table to read, not a hundred strings
)
"""With their marks they are never part of a name, unless they begin with a capital."""

_BARE = frozenset("toi tui duoc dc biet muon nhe ko hom".split())  # noqa: SIM905
"""Without marks these are nothing else either; "roi" and "chua" may be."""

_FIRST = any_spelling("không, ko, hok, chưa, chưa có")
"""What begins a sentence, and stands within a name: "gạch không nung"."""

_MAKERS = (
    "hop tac xa", "to hop tac", "cong ty", "doanh nghiep", "ho kinh doanh", "co so", "xuong",
    "nha may", "cua hang", "lang nghe", "to san xuat",
)  # fmt: skip
"""What stands before the name of an establishment, as it folds."""

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_OF_A_PERSON = 6


@lru_cache(LATEST)
def is_sentence(text: str) -> bool:
    """Whether the text says something, and is neither a mere name nor a mere yes or no."""
    if says_nothing(text):
        return False
    words = _WORD.findall(unicodedata.normalize("NFC", text[:LONGEST]))
    if len(words) < 2:
        return False
    first, *others = words
    if first.lower() in _FIRST or first.lower() in _SMALL | _BARE:
        return True
    return any(word in _SMALL or word in _BARE for word in others)


def names_a_maker(text: str) -> bool:
    """Whether a text begins as the names of establishments do: "HTX Lanh", "cơ sở Hằng Nông"."""
    return _maker(text) != ""


def only_says_what(text: str) -> bool:
    """Whether a text has the kind of an establishment and no name: "hộ kinh doanh"."""
    said = _said(text)
    return said != "" and said == _maker(text)


def too_long_for_a_person(text: str) -> bool:
    """Whether a text has more words than the name of one person."""
    return len(text.split()) > _LONGEST_OF_A_PERSON


def _maker(text: str) -> str:
    said = _said(text)
    return next((one for one in _MAKERS if f"{said} ".startswith(f"{one} ")), "")


def _said(text: str) -> str:
    folded = fold(text[:LONGEST])
    return written_out(folded) or folded
