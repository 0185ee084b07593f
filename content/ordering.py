"""
Vietnamese order, as a text that a database compares byte by byte.

Letters come first (a ă â b c d đ e ê … u ư … y), the tone of the syllable next (none, huyền, hỏi,
ngã, sắc, nặng), and a shorter word before a longer one. People stand by their given name, which is
the last word, and then by the rest.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LONGEST = 80
"""Characters of a name that count."""

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_FIRST_LETTER, _NO_TONE = ord("A"), ord("!")
_PLACES = {letter: chr(_FIRST_LETTER + at) for at, letter in enumerate(_LETTERS)}


def order(text: str) -> str:
    """What a title is sorted by."""
    small = unicodedata.normalize("NFC", text[:LONGEST]).lower()
    return " ".join(filter(None, map(_word, small.split())))


def order_of_person(name: str) -> str:
    """What somebody's name is sorted by."""
    *rest, given = name[:LONGEST].split() or [""]
    return order(" ".join([given, *rest]))


@lru_cache(8192)
def _word(word: str) -> str:
    """Its letters by their places, then its tone; what is no letter or digit does not count."""
    tone, letters = 0, []
    for letter in word:
        apart = unicodedata.normalize("NFD", letter)
        found = next((mark for mark in apart if mark in _TONES), "")
        if found:
            tone = _TONES.index(found) + 1
        base = unicodedata.normalize("NFC", apart.replace(found, "") if found else apart)
        if base in _PLACES:
            letters.append(_PLACES[base])
        elif base.isalnum():
            letters.append(base)
    return "".join([*letters, chr(_NO_TONE + tone)]) if letters else ""
