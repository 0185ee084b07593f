"""
Numbers found in a text, in digits or in words: "1.200", "hai trăm rưỡi", "3tr5", "1 tỷ 200 triệu".

A comma and a point may each mean thousands or decimals; where both are possible the quantity has
both values. Values are counted in millionths, so that "2,5 tấn" stays exact.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from handlers.reading.number_words import WORDS, Part, is_number_word
from handlers.reading.numerals import ONE, values_of
from handlers.reading.pieces import Piece, after_tens_at, piece_at, scale_at, spelled_piece
from handlers.reading.spelling import any_spelling
from handlers.reading.tokens import Token, tokens, word_at

_HUNDRED = 100
_THOUSAND = 1_000
_APPROACHES = frozenset(("chắc", "chac"))
_ONE = any_spelling("một, 1")
_CURRENCY = any_spelling("đồng, đ, vnđ, vnd, dong, d")
_LETTER_O = re.compile(r"(?<=[0-9])[oO](?=[0-9oO]*(?![^\W_]))|(?<![^\W_])[oO](?=[0-9])")
"""The letter typed for a zero."""

_ENDS_A_SUM = any_spelling("đồng, đ, vnđ, một, mỗi, trên")


class Quantity(NamedTuple):
    """
    A number in a text, from `start` to `end`, with every value it may have.

    `exact` when nobody could read it otherwise, `spelled` when it has no digits, `scaled` when it
    names a thousand or more (nghìn, triệu, tỷ).
    """

    values: tuple[int, ...]
    start: int
    end: int
    exact: bool
    spelled: bool
    scaled: bool


def quantities(text: str, *, priced: bool = False) -> list[Quantity]:
    """
    The numbers of a tidy text, in their order; those in digits when there are any, else words.

    In a `priced` text a number followed by a word begins the unit ("350k 1 cái").
    """
    typed, text = text, _LETTER_O.sub("0", text)
    pieces = tokens(text)
    found: list[Quantity] = []
    at = 0
    while at < len(pieces):
        may_begin = pieces[at].kind == "digits" or pieces[at].text in WORDS
        taken = _quantity(pieces, at, priced=priced) if may_begin else None
        if taken is None:
            at += 1
            continue
        quantity, at = taken
        found.append(quantity if text == typed else quantity._replace(exact=False))
    in_digits = [quantity for quantity in found if not quantity.spelled]
    return in_digits or found


def _quantity(pieces: list[Token], at: int, *, priced: bool) -> tuple[Quantity, int] | None:
    first = _fraction(pieces, at) or piece_at(pieces, at) or _bare_scale(pieces, at)
    if first is None:
        return None
    first = _without_stray_hundred(pieces, first)
    scale, after = scale_at(pieces, first.after)
    values = _scaled(pieces, at, first, scale)
    exact, scaled = first.exact, scale >= _THOUSAND
    half = word_at(pieces, after)
    if half and half.part is Part.HALF:
        values = tuple(value + scale * ONE // 2 for value in values)
        exact, after = exact and half.marked, after + 1
    elif scale > 1:
        rest = _rest(pieces, after, scale, priced=priced)
        if rest:
            values = tuple(value + more for value in values for more in rest.values)
            exact, after = exact and rest.exact, rest.after
    start, end = pieces[at].start, pieces[after - 1].end
    spelled = all(piece.kind != "digits" for piece in pieces[at:after])
    return Quantity(values, start, end, exact and len(values) == 1, spelled, scaled), after


def _fraction(pieces: list[Token], at: int) -> Piece | None:
    """ "1/2 tỷ": a part of the scale that follows."""
    if [one.kind for one in pieces[at : at + 3]] != ["digits", "sign", "digits"]:
        return None
    above, sign, below = (one.text for one in pieces[at : at + 3])
    if sign != "/" or len(above) > 1 or len(below) > 1 or "0" in {above, below}:
        return None
    scale, _ = scale_at(pieces, at + 3)
    if scale < _THOUSAND:
        return None
    return Piece((int(above) * ONE // int(below),), at + 3, exact=False, spelled=True)


def _without_stray_hundred(pieces: list[Token], first: Piece) -> Piece:
    """ "400 trăm" is nobody's forty thousand; before a larger scale both are asked about."""
    word = word_at(pieces, first.after)
    hundred = word is not None and word.part is Part.SCALE and word.value == _HUNDRED
    if first.spelled or not hundred or first.values[0] < 10 * ONE:
        return first
    scale, _ = scale_at(pieces, first.after + 1)
    value = first.values[0]
    values = (value * _HUNDRED, value) if scale >= _THOUSAND else (value,)
    return Piece(values, first.after + 1, exact=False, spelled=True)


def _scaled(pieces: list[Token], at: int, first: Piece, scale: int) -> tuple[int, ...]:
    """The values of "8 chục"; "tam chuc" may be tám chục or tầm chục, about ten."""
    values = first.values
    if scale >= _THOUSAND and not first.spelled:
        values = values_of(pieces[at].text, scaled=True)
    elif scale > 1 and pieces[at].text == "tam":
        approaches = at and pieces[at - 1].text in _APPROACHES
        values = (ONE,) if approaches else (8 * ONE, ONE)
    return tuple(value * scale for value in values)


def _rest(pieces: list[Token], at: int, above: int, *, priced: bool) -> Piece | None:
    """What follows a scale: a smaller part ("200 triệu") or a tail ("1 tỷ 2", "3tr5")."""
    if _begins_a_unit(pieces, at):
        return None
    piece = piece_at(pieces, at) or after_tens_at(pieces, at)
    if piece is None:
        odd = word_at(pieces, at)
        piece = piece_at(pieces, at + 1) if odd and odd.part is Part.ODD else None
        return piece and _odd(piece, above)
    scale, after = scale_at(pieces, piece.after)
    if scale > 1:
        return _next_part(pieces, piece, (scale, after), above, priced=priced)
    if priced and not _ends_the_number(pieces, at, piece.after):
        return None
    if not piece.spelled:
        return _tail(pieces[at].text, piece, above)
    return _spoken_tail(piece, above)


def _begins_a_unit(pieces: list[Token], at: int) -> bool:
    """Whether "một" or "1" counts what follows it: "4 triệu một tháng"."""
    if at + 1 >= len(pieces) or pieces[at].text not in _ONE:
        return False
    after = pieces[at + 1]
    return after.kind == "word" and not is_number_word(after.text) and after.text not in _CURRENCY


def _spoken_tail(piece: Piece, above: int) -> Piece:
    """
    Words after a scale that name none of their own.

    Formal ones count the next smaller scale ("một tỷ hai trăm" is 200 million more), bare digits
    are tenths and hundredths ("một tỷ hai lăm" is 250 million more, as is "1 tỷ 25").
    """
    value = piece.values[0]
    tenths = value * above // 10 ** len(str(value // ONE))
    if above > _THOUSAND:
        more = value * (above // _THOUSAND) if piece.formal else tenths
        return Piece((more,), piece.after, exact=False, spelled=True)
    if piece.formal:
        return _smaller(piece, exact=piece.exact)
    values = (tenths,) if value < 10 * ONE else (tenths, value)
    return Piece(values, piece.after, exact=False, spelled=True)


def _odd(piece: Piece, above: int) -> Piece:
    """ "Hai nghìn linh năm"; after a larger scale it may be five thousand or five."""
    if above == _THOUSAND or not piece.spelled:
        return _smaller(piece, exact=True)
    value = piece.values[0]
    return Piece((value * (above // _THOUSAND), value), piece.after, exact=False, spelled=True)


def _next_part(
    pieces: list[Token], piece: Piece, scale: tuple[int, int], above: int, *, priced: bool
) -> Piece | None:
    size, after = scale
    if size >= above:
        return None
    value, exact, spelled = piece.values[0] * size, piece.exact, piece.spelled
    half = word_at(pieces, after)
    if half and half.part is Part.HALF:
        return Piece((value + size * ONE // 2,), after + 1, exact and half.marked, spelled)
    rest = _rest(pieces, after, size, priced=priced)
    if rest is None:
        return Piece((value,), after, exact, spelled)
    return Piece(
        (value + rest.values[0],), rest.after, exact and rest.exact, spelled and rest.spelled
    )


def _tail(digits: str, piece: Piece, above: int) -> Piece | None:
    if not digits.isdigit() or len(digits) > 3:
        return None
    value = piece.values[0] * above // 10 ** len(digits)
    return Piece((value,), piece.after, exact=False, spelled=False)


def _smaller(piece: Piece, *, exact: bool) -> Piece:
    return Piece(piece.values[:1], piece.after, exact, piece.spelled)


def _ends_the_number(pieces: list[Token], at: int, after: int) -> bool:
    if pieces[at - 1].end == pieces[at].start:
        return True
    ends = after == len(pieces) or pieces[after].kind == "sign"
    return ends or pieces[after].text in _ENDS_A_SUM


def _bare_scale(pieces: list[Token], at: int) -> Piece | None:
    """ "Triệu rưỡi", "trăm hai", "chục": a scale at the head stands for one of it."""
    word = word_at(pieces, at)
    if word is None or word.part is not Part.SCALE:
        return None
    return spelled_piece(1, at, exact=False)
