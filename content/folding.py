"""
Text as it is compared: small letters without marks or apostrophes, single spaces.

People type without marks, with the mark on either vowel (hoà, hòa), composed or not; folded, all
of these are equal. The original text is what is kept; folding is for looking things up.
"""

from __future__ import annotations

import unicodedata
from collections import Counter

_APOSTROPHES = "'’‘ʼʻ`´′ʹ＇"
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"


def fold(text: str) -> str:
    """The same for two spellings that differ in case, marks, apostrophes, đ/d or spaces only."""
    bare = text.translate(_BARE)
    return " ".join((bare if bare.isascii() else _fold_any(text)).split())


def may_be(typed: str, word: str) -> bool:
    """Whether small text that folds as `word` does has no mark that the word has not."""
    return not any(
        _marks(one) - _marks(other) for one, other in zip(typed.split(), word.split(), strict=False)
    )


def _marks(word: str) -> Counter[str]:
    """The marks of a word, wherever in it they stand: đ is one, and hỏi and ngã are the same."""
    apart = unicodedata.normalize("NFD", word).replace("\u0303", "\u0309")
    return Counter(letter for letter in apart if letter == "đ" or "\u0300" <= letter < "\u0370")


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
