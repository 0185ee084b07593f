"""
Hears in a sentence that something is to be otherwise: another answer, one thing less, or one more.

What is given is folded, in one spelling and without fillers, as `handlers.questions.plain` gives
it; what comes back is the thing that was named, or an empty string.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

PRODUCT = "san pham"

_WISHING = frozenset(("muon", "xin", "can", "cho", "nho", "giup", "de"))
_OTHERWISE = ("thay doi", "doi", "thay", "cap nhat", "chinh")
_LESS = ("khong lam", "khong thi", "khong dang ki", "bo", "bot", "rut", "xoa")
_MORE = ("dang ki them", "ghi them", "ghi danh them", "them")


def wished_for(words: Sequence[str]) -> str:
    """The sentence without the words that only say that somebody wishes."""
    begin = next((at for at, word in enumerate(words) if word not in _WISHING), len(words))
    return " ".join(words[begin:])


def otherwise(said: str) -> str:
    """What is to be answered otherwise."""
    return after(said, _OTHERWISE)


def less(said: str) -> str:
    """What is to go."""
    return after(said, _LESS)


def more(said: str) -> str:
    """What is to be added."""
    return after(said, _MORE)


def after(said: str, verbs: Iterable[str]) -> str:
    """What follows the longest of the verbs that the sentence begins with."""
    begun = [one for one in verbs if said.startswith(f"{one} ")]
    return said.removeprefix(max(begun, key=len)).strip() if begun else ""
