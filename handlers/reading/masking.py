"""
Takes out of a text what could tell who wrote it: numbers to call, addresses, names of people.

Places stay. A name is known by what introduces it ("tên là", "chị Mỷ"), by a surname with a
capital, or by the small word in its middle ("vang thi my"); one typed small and alone is not.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from handlers.reading.spelling import any_spelling, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MASK = "•••"
LONGEST_NAME = 4
"""Words of a name."""

LONGEST = 300
"""Characters that are kept of a text."""

_ADDRESS = re.compile(r"\S*(?:@|://|\bwww\.)\S*")
_NUMBER = re.compile(r"\+?[\dOo](?:[ .\-()]{0,2}[\dOoIl]){5,}(?!\w)")
_PIECE = re.compile(r"\w+|[^\w\s]+|\s+")

_INTRODUCED = tuple(
    tuple(phrase.split())
    for phrase in any_spelling(
        "tên là, tên em là, tên tôi là, tên mình là, tôi là, em là, mình là, cháu là, tôi tên,"
        " em tên, mình tên, chị tên, anh tên, con là"
    )
    | {"my name is", "i am"}
)
_ENDS_A_NAME = any_spelling(
    "ở, tại, xã, thôn, bản, làm, bán, có, muốn, hỏi, xin, được, dc, và, với, đây, nhà, là"
) | {"ạ", "thì"}
"""Written small; "a" and "thi" belong to names."""

_KIN = any_spelling("anh, chị, ông, bà, cô, chú, bác, cháu, em")
_SURNAMES = any_spelling(
    "nguyễn, trần, lê, phạm, hoàng, huỳnh, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, vàng,"
    " giàng, sùng, thào, hầu, vừ, mua, ly, cháng, lù, lò, tẩn, phàn, triệu, bàn, chẩu, nông, ma,"
    " hà, đinh, lưu, lục, nùng, tráng, sính, ma, mã, lừu, hạng, chảo, củng, tải, quan, âu"
)
_MIDDLE = any_spelling("thị, văn, mí, thanh, minh, a, seo, chí, đình, hữu")


def masked(text: str, is_place: Callable[[str], bool]) -> str:
    """The text without what could tell who wrote it; `is_place` knows the names of places."""
    text = _NUMBER.sub(MASK, _ADDRESS.sub(MASK, tidy(text)[:LONGEST]))
    pieces = _PIECE.findall(text)
    words = [at for at, piece in enumerate(pieces) if piece[0].isalnum()]
    hidden: set[int] = set()
    for nth, at in enumerate(words):
        if at not in hidden:
            hidden.update(_name_from(pieces, words[nth:], is_place))
    for at, after in pairwise(sorted(hidden)):
        hidden.update(range(at, after) if after - at == 2 else ())
    shown = (MASK if at in hidden else piece for at, piece in enumerate(pieces))
    return re.sub(f"{MASK}(?: ?{MASK})+", MASK, "".join(shown))


def _name_from(
    pieces: Sequence[str], ahead: Sequence[int], is_place: Callable[[str], bool]
) -> Sequence[int]:
    """Where the words of a name are that begins or is introduced at the first word ahead."""
    run = _unbroken(pieces, ahead)
    said = [pieces[at].lower() for at in run]
    for phrase in _INTRODUCED:
        if tuple(said[: len(phrase)]) == phrase:
            after = run[len(phrase) :][:LONGEST_NAME]
            return list(takewhile(lambda at: pieces[at] not in _ENDS_A_NAME, after))
    capital = list(takewhile(lambda at: pieces[at][0].isupper(), run))[:LONGEST_NAME]
    if said[0] in _KIN and run[1:]:
        after = list(takewhile(lambda at: pieces[at][0].isupper(), run[1:]))[:LONGEST_NAME]
        return [] if is_place(_words(pieces, after)) else after
    if said[0] in _SURNAMES and len(said) > 2 and said[1] in _MIDDLE:
        return max(capital, run[:3], key=len)
    if said[0] in _SURNAMES and len(capital) > 1 and not is_place(_words(pieces, capital)):
        return capital
    return []


def _unbroken(pieces: Sequence[str], ahead: Sequence[int]) -> list[int]:
    """The words ahead up to a mark between them: a name does not go past one."""
    found = [ahead[0]]
    for before, at in pairwise(ahead):
        if at - before > 2 or not pieces[before + 1].isspace():
            break
        found.append(at)
    return found


def _words(pieces: Sequence[str], where: Sequence[int]) -> str:
    return " ".join(pieces[at] for at in where)
