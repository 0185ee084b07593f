"""Vietnamese number words: the table that reads them in any spelling, and the way to write them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from handlers.reading.spelling import spellings


class Part(Enum):
    """What a number word does in a number."""

    DIGIT = auto()
    AFTER_TENS = auto()
    TEN = auto()
    SCALE = auto()
    HALF = auto()
    HALF_OF = auto()
    ODD = auto()


@dataclass(frozen=True, slots=True)
class NumberWord:
    """One number word as typed; `marked` when it carries the marks that make it this word."""

    part: Part
    value: int
    marked: bool


_SPOKEN = {
    Part.DIGIT: {
        "không": 0,
        "một": 1,
        "hai": 2,
        "ba": 3,
        "bốn": 4,
        "tư": 4,
        "năm": 5,
        "sáu": 6,
        "bảy": 7,
        "bẩy": 7,
        "tám": 8,
        "chín": 9,
    },
    Part.AFTER_TENS: {"mốt": 1, "lăm": 5, "nhăm": 5},
    Part.TEN: {"mười": 10, "mươi": 10},
    Part.SCALE: {
        "chục": 10,
        "trăm": 100,
        "nghìn": 1_000,
        "ngàn": 1_000,
        "vạn": 10_000,
        "triệu": 1_000_000,
        "tỷ": 1_000_000_000,
        "tỉ": 1_000_000_000,
    },
    Part.HALF: {"rưỡi": 0, "rưởi": 0},
    Part.HALF_OF: {"nửa": 0},
    Part.ODD: {"linh": 0, "lẻ": 0},
}

_SHORT = {"k": 1_000, "tr": 1_000_000}
"""Written after digits only: 350k, 850tr."""


def _table() -> dict[str, NumberWord]:
    table: dict[str, NumberWord] = {}
    for part, words in _SPOKEN.items():
        for word, value in words.items():
            for typed in spellings(word):
                if typed == word:
                    table[typed] = NumberWord(part, value, marked=True)
                else:
                    table.setdefault(typed, NumberWord(part, value, marked=False))
    return table


WORDS = _table()
SHORT = {word: NumberWord(Part.SCALE, value, marked=True) for word, value in _SHORT.items()}


def is_number_word(word: str) -> bool:
    """Whether a small-letter word counts, in any spelling."""
    return word in WORDS or word in SHORT


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ((1_000_000, "triệu"), (1_000, "nghìn"), (1, ""))
_BILLION = 1_000_000_000


def spell_out(number: int) -> str:
    """The number in words, as on a receipt: 1.200.000.000 is "một tỷ hai trăm triệu"."""
    words: list[str] = []
    if number >= _BILLION:
        words = [spell_out(number // _BILLION), "tỷ"]
        number %= _BILLION
    for scale, name in _SCALES:
        if number % (scale * 1_000) == 0:
            break
        group = number // scale % 1_000
        if group or words:
            words += _group(group, after=bool(words))
            words.append(name)
    return " ".join(filter(None, words)) or _DIGITS[0]


def _group(group: int, *, after: bool) -> list[str]:
    if not group:
        return [_DIGITS[0]]
    hundreds, tens, units = group // 100, group // 10 % 10, group % 10
    words = [_DIGITS[hundreds], "trăm"] if hundreds or after else []
    if tens > 1:
        words += [_DIGITS[tens], "mươi"]
    elif tens:
        words.append("mười")
    elif units and words:
        words.append("linh")
    if units:
        words.append(_unit(tens, units))
    return words


def _unit(tens: int, units: int) -> str:
    if tens and units == 5:
        return "lăm"
    if tens > 1 and units == 1:
        return "mốt"
    return _DIGITS[units]
