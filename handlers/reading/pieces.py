"""
The part of a number before its scale: digits, or words up to nine hundred and ninety-nine.

"Hai trăm ba mươi tư", and in short "hai trăm ba" for two hundred and thirty. A single digit may
stand for its word: "2 trăm 3 mươi tư".
"""

from __future__ import annotations

from typing import NamedTuple

from handlers.reading.number_words import NumberWord, Part, is_number_word
from handlers.reading.numerals import ONE, values_of
from handlers.reading.tokens import Token, word_at

_TEN = 10
_HUNDRED = 100


class Piece(NamedTuple):
    """
    A number before its scale: values in millionths, and the token after it.

    `formal` words say their hundreds or tens; bare digits ("hai", "hai lăm") after a scale count
    in tenths and hundredths of it. `spelled` is also "2 trăm", where the digit stands for a word.
    """

    values: tuple[int, ...]
    after: int
    exact: bool
    spelled: bool
    formal: bool = True


def piece_at(pieces: list[Token], at: int) -> Piece | None:
    """The number that begins at this token, without its scale; None when none does."""
    if at >= len(pieces):
        return None
    token = pieces[at]
    if token.kind == "digits" and not _speaks_on(pieces, at):
        values = values_of(token.text, scaled=False)
        clear = token.text[0] not in ".," and token.text.count(" ") != 1
        return Piece(values, at + 1, clear, spelled=False) if values else None
    word = _counted_at(pieces, at)
    if word is None:
        return None
    match word.part:
        case Part.DIGIT:
            return _from_digit(pieces, at, word)
        case Part.TEN:
            value, after, marked = _units(pieces, at + 1, 10)
            return spelled_piece(value, after, exact=word.marked and marked)
        case Part.SCALE if word.value == _HUNDRED:
            return _hundreds(pieces, at + 1, _HUNDRED, exact=False)
        case Part.HALF_OF:
            scale, _ = scale_at(pieces, at + 1)
            return Piece((ONE // 2,), at + 1, word.marked, spelled=True) if scale > 1 else None
        case _:
            return None


def _speaks_on(pieces: list[Token], at: int) -> bool:
    """Whether a number goes on in words after this single digit: "2 trăm", "5 mươi", "2 lăm"."""
    if len(pieces[at].text) > 1:
        return False
    word = word_at(pieces, at + 1)
    hundred = word is not None and word.part is Part.SCALE and word.value == _HUNDRED
    return hundred or (word is not None and word.part in {Part.TEN, Part.AFTER_TENS})


def _counted_at(pieces: list[Token], at: int) -> NumberWord | None:
    """The number word at this place, or the single digit that stands for one."""
    if at < len(pieces) and pieces[at].kind == "digits" and len(pieces[at].text) == 1:
        return NumberWord(Part.DIGIT, int(pieces[at].text), marked=True)
    return word_at(pieces, at)


def scale_at(pieces: list[Token], at: int) -> tuple[int, int]:
    """The scales that follow multiplied ("trăm nghìn"), and the token after them."""
    size, last = 1, 1
    while (word := word_at(pieces, at, short=True)) and word.part is Part.SCALE:
        if word.value <= last:
            break
        size, last, at = size * word.value, word.value, at + 1
    return size, at


def after_tens_at(pieces: list[Token], at: int) -> Piece | None:
    """A bare "mốt" or "lăm" after a scale: "1 tỷ mốt"."""
    word = word_at(pieces, at)
    if word is None or word.part is not Part.AFTER_TENS:
        return None
    return spelled_piece(word.value, at + 1, exact=False, formal=False)


def spelled_piece(value: int, after: int, *, exact: bool, formal: bool = True) -> Piece:
    """A whole number that was said in words."""
    return Piece((value * ONE,), after, exact, spelled=True, formal=formal)


def _from_digit(pieces: list[Token], at: int, digit: NumberWord) -> Piece:
    second = _counted_at(pieces, at + 1)
    if second is None:
        return spelled_piece(digit.value, at + 1, exact=digit.marked, formal=False)
    exact = digit.marked and second.marked
    match second.part:
        case Part.TEN:
            value, after, marked = _units(pieces, at + 2, digit.value * 10)
            return spelled_piece(value, after, exact=exact and marked)
        case Part.AFTER_TENS:
            value = digit.value * 10 + second.value
            return spelled_piece(value, at + 2, exact=False, formal=False)
        case Part.SCALE if second.value == _HUNDRED:
            return _hundreds(pieces, at + 2, digit.value * 100, exact=exact)
        case _:
            return spelled_piece(digit.value, at + 1, exact=digit.marked, formal=False)


def _hundreds(pieces: list[Token], at: int, hundreds: int, *, exact: bool) -> Piece:
    """What follows "hai trăm": "linh năm", "rưỡi", "ba mươi", or in short "ba" for thirty."""
    word = _counted_at(pieces, at)
    if word is None:
        return spelled_piece(hundreds, at, exact=exact)
    exact_here = exact and word.marked
    match word.part:
        case Part.ODD:
            digit = _counted_at(pieces, at + 1)
            if digit and digit.part is Part.DIGIT:
                return spelled_piece(
                    hundreds + digit.value, at + 2, exact=exact_here and digit.marked
                )
        case Part.HALF:
            return spelled_piece(hundreds + 50, at + 1, exact=exact_here)
        case Part.TEN:
            value, after, marked = _units(pieces, at + 1, 10)
            return spelled_piece(hundreds + value, after, exact=exact_here and marked)
        case Part.AFTER_TENS:
            return spelled_piece(hundreds + word.value * 10, at + 1, exact=False)
        case Part.DIGIT:
            return _tens(pieces, at, hundreds, word, exact=exact_here)
        case _:
            pass
    return spelled_piece(hundreds, at, exact=exact)


def _tens(pieces: list[Token], at: int, hundreds: int, digit: NumberWord, *, exact: bool) -> Piece:
    second = _counted_at(pieces, at + 1)
    if second and second.part is Part.TEN:
        value, after, marked = _units(pieces, at + 2, digit.value * 10)
        return spelled_piece(hundreds + value, after, exact=exact and second.marked and marked)
    if second and second.part is Part.AFTER_TENS:
        return spelled_piece(hundreds + digit.value * 10 + second.value, at + 2, exact=False)
    if second and second.part is Part.SCALE and second.value == _TEN:
        return spelled_piece(hundreds + digit.value * 10, at + 2, exact=exact and second.marked)
    if digit.value == 1 and _begins_a_unit(pieces, at + 1):
        return spelled_piece(hundreds, at, exact=False)
    return spelled_piece(hundreds + digit.value * 10, at + 1, exact=False)


def _begins_a_unit(pieces: list[Token], at: int) -> bool:
    """Whether a word that is no number follows ("ba trăm một cái")."""
    return at < len(pieces) and pieces[at].kind == "word" and not is_number_word(pieces[at].text)


def _units(pieces: list[Token], at: int, tens: int) -> tuple[int, int, bool]:
    """The tens with the digit after them, the token after that, and whether it was marked."""
    word = _counted_at(pieces, at)
    if word and word.part in {Part.DIGIT, Part.AFTER_TENS}:
        return tens + word.value, at + 1, word.marked
    return tens, at, True
