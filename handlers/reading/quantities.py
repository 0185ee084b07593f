"""
Numbers found in a text, in digits or in words: "1.200", "hai trăm rưỡi", "3tr5", "1 tỷ 200 triệu".

A comma and a point may each mean thousands or decimals; where both are possible the quantity has
both values. Values are counted in millionths, so that "2,5 tấn" stays exact.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from handlers.reading.number_words import SHORT, WORDS, NumberWord, Part
from handlers.reading.spelling import any_spelling

ONE = 1_000_000
"""A whole one, counted in millionths."""

TOKEN = re.compile(
    r"(?P<digits>[0-9]{1,3}(?: [0-9]{3})+(?![0-9.,]*[0-9])|[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sign>[^\w\s])"
)
_THOUSAND = 1_000
_MOST_DIGITS = 30
_TOO_MUCH = 10**_MOST_DIGITS * ONE
_APPROACHES = frozenset(("chắc", "chac"))
_ENDS_A_SUM = any_spelling("đồng, đ, vnđ, một, mỗi, trên")


class Token(NamedTuple):
    """One piece of the text with its place; words are lower-case."""

    kind: str
    text: str
    start: int
    end: int


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


class _Piece(NamedTuple):
    """
    A number before its scale: values in millionths, and the token after it.

    `formal` words say their hundreds or tens; a bare digit after a scale counts in tenths of it.
    """

    values: tuple[int, ...]
    after: int
    exact: bool
    spelled: bool
    formal: bool = True


def tokens(text: str) -> list[Token]:
    """The words, numbers and signs of a tidy text."""
    return [
        Token(match.lastgroup or "", match.group().lower(), match.start(), match.end())
        for match in TOKEN.finditer(text)
    ]


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
    first = _piece(pieces, at) or _bare_scale(pieces, at)
    if first is None:
        return None
    scale, after = _scale(pieces, first.after)
    values = _scaled(pieces, at, first, scale)
    exact, spelled, scaled = first.exact, first.spelled, scale >= _THOUSAND
    half = _word(pieces, after)
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


def _scaled(pieces: list[Token], at: int, first: _Piece, scale: int) -> tuple[int, ...]:
    """The values of "8 chục"; "tam chuc" may be tám chục or tầm chục, about ten."""
    values = first.values
    if scale >= _THOUSAND and not first.spelled:
        values = _numeral(pieces[at].text, scaled=True)
    elif scale > 1 and pieces[at].text == "tam":
        approaches = at and pieces[at - 1].text in _APPROACHES
        values = (ONE,) if approaches else (8 * ONE, ONE)
    return tuple(value * scale for value in values)


def _rest(pieces: list[Token], at: int, above: int, *, priced: bool) -> _Piece | None:
    """What follows a scale: a smaller part ("200 triệu") or a tail ("1 tỷ 2", "3tr5")."""
    piece = _piece(pieces, at)
    if piece is None:
        odd = _word(pieces, at)
        piece = _piece(pieces, at + 1) if odd and odd.part is Part.ODD else None
        return piece and _smaller(piece, exact=True)
    scale, after = _scale(pieces, piece.after)
    if scale > 1:
        return _next_part(pieces, piece, (scale, after), above, priced=priced)
    if priced and not _ends_the_number(pieces, at, piece.after):
        return None
    if not piece.spelled:
        return _tail(pieces[at].text, piece, above)
    if _counts_as_written(piece, above):
        return _smaller(piece, exact=piece.exact)
    digits = len(str(piece.values[0] // ONE))
    return _Piece((piece.values[0] * above // 10**digits,), piece.after, exact=False, spelled=True)


def _counts_as_written(piece: _Piece, above: int) -> bool:
    """Whether words after a scale are ones ("hai nghìn linh năm") and not parts of the scale."""
    if above == _THOUSAND or piece.values[0] < 100 * ONE:
        return piece.formal
    return False


def _next_part(
    pieces: list[Token], piece: _Piece, scale: tuple[int, int], above: int, *, priced: bool
) -> _Piece | None:
    size, after = scale
    if size >= above:
        return None
    value, exact, spelled = piece.values[0] * size, piece.exact, piece.spelled
    half = _word(pieces, after)
    if half and half.part is Part.HALF:
        return _Piece((value + size * ONE // 2,), after + 1, exact and half.marked, spelled)
    rest = _rest(pieces, after, size, priced=priced)
    if rest is None:
        return _Piece((value,), after, exact, spelled)
    return _Piece(
        (value + rest.values[0],), rest.after, exact and rest.exact, spelled and rest.spelled
    )


def _tail(digits: str, piece: _Piece, above: int) -> _Piece | None:
    if not digits.isdigit() or len(digits) > 3:
        return None
    value = piece.values[0] * above // 10 ** len(digits)
    return _Piece((value,), piece.after, exact=False, spelled=False)


def _smaller(piece: _Piece, *, exact: bool) -> _Piece:
    return _Piece(piece.values[:1], piece.after, exact, piece.spelled)


def _ends_the_number(pieces: list[Token], at: int, after: int) -> bool:
    if pieces[at - 1].end == pieces[at].start:
        return True
    ends = after == len(pieces) or pieces[after].kind == "sign"
    return ends or pieces[after].text in _ENDS_A_SUM


def _scale(pieces: list[Token], at: int) -> tuple[int, int]:
    """The scales that follow multiplied ("trăm nghìn"), and the token after them."""
    size, last = 1, 1
    while (word := _word(pieces, at, short=True)) and word.part is Part.SCALE:
        if word.value <= last:
            break
        size, last, at = size * word.value, word.value, at + 1
    return size, at


def _piece(pieces: list[Token], at: int) -> _Piece | None:
    if at >= len(pieces):
        return None
    token = pieces[at]
    if token.kind == "digits":
        values = _numeral(token.text, scaled=False)
        clear = " " not in token.text or token.text.count(" ") > 1
        return _Piece(values, at + 1, clear, spelled=False) if values else None
    word = _word(pieces, at)
    if word is None:
        return None
    match word.part:
        case Part.DIGIT:
            return _from_digit(pieces, at, word)
        case Part.TEN:
            value, after, marked = _units(pieces, at + 1, 10)
            return _spelled(value, after, exact=word.marked and marked)
        case Part.HALF_OF:
            scale, _ = _scale(pieces, at + 1)
            return _Piece((ONE // 2,), at + 1, word.marked, spelled=True) if scale > 1 else None
        case _:
            return None


def _spelled(value: int, after: int, *, exact: bool, formal: bool = True) -> _Piece:
    return _Piece((value * ONE,), after, exact, spelled=True, formal=formal)


def _bare_scale(pieces: list[Token], at: int) -> _Piece | None:
    """ "Triệu rưỡi", "trăm hai", "chục": a scale at the head stands for one of it."""
    word = _word(pieces, at)
    if word is None or word.part is not Part.SCALE:
        return None
    return _spelled(1, at, exact=False)


def _from_digit(pieces: list[Token], at: int, digit: NumberWord) -> _Piece:
    second = _word(pieces, at + 1)
    if second is None:
        return _spelled(digit.value, at + 1, exact=digit.marked, formal=False)
    exact = digit.marked and second.marked
    match second.part:
        case Part.TEN:
            value, after, marked = _units(pieces, at + 2, digit.value * 10)
            return _spelled(value, after, exact=exact and marked)
        case Part.AFTER_TENS:
            return _spelled(digit.value * 10 + second.value, at + 2, exact=False)
        case Part.SCALE if second.value == 100:
            return _hundreds(pieces, at + 2, digit.value * 100, exact=exact)
        case _:
            return _spelled(digit.value, at + 1, exact=digit.marked, formal=False)


def _hundreds(pieces: list[Token], at: int, hundreds: int, *, exact: bool) -> _Piece:
    """What follows "hai trăm": "linh năm", "rưỡi", "ba mươi", or in short "ba" for thirty."""
    word = _word(pieces, at)
    if word is None:
        return _spelled(hundreds, at, exact=exact)
    exact_here = exact and word.marked
    match word.part:
        case Part.ODD:
            digit = _word(pieces, at + 1)
            if digit and digit.part is Part.DIGIT:
                return _spelled(hundreds + digit.value, at + 2, exact=exact_here and digit.marked)
        case Part.HALF:
            return _spelled(hundreds + 50, at + 1, exact=exact_here)
        case Part.TEN:
            value, after, marked = _units(pieces, at + 1, 10)
            return _spelled(hundreds + value, after, exact=exact_here and marked)
        case Part.DIGIT:
            return _tens(pieces, at, hundreds, word, exact=exact_here)
        case _:
            pass
    return _spelled(hundreds, at, exact=exact)


def _tens(pieces: list[Token], at: int, hundreds: int, digit: NumberWord, *, exact: bool) -> _Piece:
    second = _word(pieces, at + 1)
    if second and second.part is Part.TEN:
        value, after, marked = _units(pieces, at + 2, digit.value * 10)
        return _spelled(hundreds + value, after, exact=exact and second.marked and marked)
    if second and second.part is Part.AFTER_TENS:
        return _spelled(hundreds + digit.value * 10 + second.value, at + 2, exact=False)
    return _spelled(hundreds + digit.value * 10, at + 1, exact=False)


def _units(pieces: list[Token], at: int, tens: int) -> tuple[int, int, bool]:
    """The tens with the digit after them, the token after that, and whether it was marked."""
    word = _word(pieces, at)
    if word and word.part in {Part.DIGIT, Part.AFTER_TENS}:
        return tens + word.value, at + 1, word.marked
    return tens, at, True


def _word(pieces: list[Token], at: int, *, short: bool = False) -> NumberWord | None:
    if at >= len(pieces) or pieces[at].kind != "word":
        return None
    return WORDS.get(pieces[at].text) or (SHORT.get(pieces[at].text) if short else None)


def _numeral(text: str, *, scaled: bool) -> tuple[int, ...]:
    """Every value that digits with points and commas may have; none when they are no number."""
    text = text.replace(" ", "")
    if len(text) > _MOST_DIGITS:
        return (_TOO_MUCH,)
    if text.isdigit():
        return (int(text) * ONE,)
    groups = re.split(r"[.,]", text)
    marks = [mark for mark in text if mark in ".,"]
    if len(marks) == 1:
        return _one_mark(groups, marks[0], scaled=scaled)
    if len(set(marks[:-1])) > 1 or any(len(group) != 3 for group in groups[1:-1]):
        return ()
    if len(groups[0]) > 3:
        return ()
    if marks[-1] != marks[0]:
        return (_decimal("".join(groups[:-1]), groups[-1]),)
    return (int("".join(groups)) * ONE,) if len(groups[-1]) == 3 else ()


def _one_mark(groups: list[str], mark: str, *, scaled: bool) -> tuple[int, ...]:
    whole, part = groups
    decimal = _decimal(whole, part)
    if len(part) != 3 or len(whole) > 3 or whole.startswith("0"):
        return (decimal,)
    thousands = int(whole + part) * ONE
    return (thousands,) if mark == "." and not scaled else (thousands, decimal)


def _decimal(whole: str, part: str) -> int:
    return int(whole) * ONE + int(part[:6].ljust(6, "0"))
