"""
Text as it is compared: small letters without marks or apostrophes, single spaces.

People type without marks, with the mark on either vowel (hoà, hòa), composed or not; folded, all
of these are equal. The original text is what is kept; folding is for looking things up.
"""

from __future__ import annotations

import unicodedata

_APOSTROPHES = "'’‘ʼʻ`´′ʹ＇"
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"


def fold(text: str) -> str:
    """The same for two spellings that differ in case, marks, apostrophes, đ/d or spaces only."""
    bare = text.translate(_BARE)
    return " ".join((bare if bare.isascii() else _fold_any(text)).split())


def _fold_any(text: str) -> str:
    """As the table does for Vietnamese letters, for every letter of Unicode."""
    kept = "".join(letter for letter in text if letter not in _DROPPED)
    small = unicodedata.normalize("NFKC", kept).lower().translate(_BARE)
    apart = unicodedata.normalize("NFD", small)
    bare = "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
    return unicodedata.normalize("NFC", bare)


def _bare_letters() -> dict[int, str | None]:
    """
    What each letter folds to: Vietnamese ones to the bare small letter, marks to nothing.

    ASCII is in it too, because a letter that a table lacks is found missing slowly.
    """
    table: dict[int, str | None] = {code: chr(code).lower() for code in range(128)}
    for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)):
        base = unicodedata.normalize("NFD", chr(code).lower())[0].replace("đ", "d")
        if base.isascii():
            table[code] = base
    table.update(dict.fromkeys(range(0x300, 0x370)))
    table.update(dict.fromkeys(map(ord, _DROPPED)))
    return table


_DROPPED = frozenset(_APOSTROPHES + _UNSEEN)
_BARE = _bare_letters()
