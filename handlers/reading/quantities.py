"""
Numbers found in a text, in digits or in words: "1.200", "hai trăm rưỡi", "3tr5", "1 tỷ 200 triệu".

A comma and a point may each mean thousands or decimals; where both are possible the quantity has
both values. Values are counted in millionths, so that "2,5 tấn" stays exact.
"""

from __future__ import annotations

from typing import NamedTuple

from handlers.reading.number_words import WORDS, Part
from handlers.reading.numerals import ONE, values_of
from handlers.reading.pieces import Piece, piece_at, scale_at, spelled_piece
from handlers.reading.spelling import any_spelling
from handlers.reading.tokens import Token, tokens, word_at

_THOUSAND = 1_000
_APPROACHES = frozenset(("chắc", "chac"))
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
        found.append(quantity)
    in_digits = [quantity for quantity in found if not quantity.spelled]
    return in_digits or found


def _quantity(pieces: list[Token], at: int, *, priced: bool) -> tuple[Quantity, int] | None:
    first = piece_at(pieces, at) or _bare_scale(pieces, at)
    if first is None:
        return None
    scale, after = scale_at(pieces, first.after)
    values = _scaled(pieces, at, first, scale)
    exact, spelled, scaled = first.exact, first.spelled, scale >= _THOUSAND
    half = word_at(pieces, after)
    if half and half.part is Part.HALF:
        values = tuple(value + scale * ONE // 2 for value in values)
        exact, after = exact and half.marked, after + 1
    elif scale > 1:
        rest = _rest(pieces, after, scale, priced=priced)
        if rest:
            values = tuple(value + more for value in values for more in rest.values)
            exact, spelled, after = exact and rest.exact, spelled and rest.spelled, rest.after
    start, end = pieces[at].start, pieces[after - 1].end
    return Quantity(values, start, end, exact and len(values) == 1, spelled, scaled), after


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
    piece = piece_at(pieces, at)
    if piece is None:
        odd = word_at(pieces, at)
        piece = piece_at(pieces, at + 1) if odd and odd.part is Part.ODD else None
        return piece and _smaller(piece, exact=True)
    scale, after = scale_at(pieces, piece.after)
    if scale > 1:
        return _next_part(pieces, piece, (scale, after), above, priced=priced)
    if priced and not _ends_the_number(pieces, at, piece.after):
        return None
    if not piece.spelled:
        return _tail(pieces[at].text, piece, above)
    if _counts_as_written(piece, above):
        return _smaller(piece, exact=piece.exact)
    digits = len(str(piece.values[0] // ONE))
    return Piece((piece.values[0] * above // 10**digits,), piece.after, exact=False, spelled=True)


def _counts_as_written(piece: Piece, above: int) -> bool:
    """Whether words after a scale are ones ("hai nghìn linh năm") and not parts of the scale."""
    if above == _THOUSAND or piece.values[0] < 100 * ONE:
        return piece.formal
    return False


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
