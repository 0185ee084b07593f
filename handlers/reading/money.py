"""Reads a sum of money ("1,2 tỷ", "850tr", "3tr5") and a price with its unit ("350k một cái")."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from content.form import Question
from handlers.reading.numbers import (
    NONE,
    POLITE,
    alone,
    clean_unit,
    not_a_number,
    show_number,
    within,
)
from handlers.reading.numerals import ONE
from handlers.reading.periods import Period, period
from handlers.reading.quantities import Quantity, quantities
from handlers.reading.spelling import LONGEST, tidy
from handlers.reading.understanding import Reading, Understood, Wrong, one_of

_CURRENCY = re.compile(r"^\s*(?:đồng|đ|dong|d|vnđ|vnd)(?![^\W_])", re.IGNORECASE)
_FOREIGN = re.compile(
    r"[$€£¥]|(?<![^\W_])(?:us|usd|eur|euro|rmb|cny|ndt|đô|đô la|tệ|nhân dân tệ)(?![^\W_])"
    r"|[0-9]\s*(?:do|đo|đola|dola|te|usd|rmb|ndt)(?![^\W_])",
    re.IGNORECASE,
)
_PER = re.compile(r"^(?:\s|/|,|(?:trên|tren|mỗi|moi|một|mot|cho|1)(?= ))*", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:(?:mỗi|moi|một|mot|1)\s*)([^\W\d_].*?)(?: là| giá| thì|:)*$", re.IGNORECASE
)
_JOINED = re.compile(r"^\s*(?:-|–|đến|den|tới|toi|hoặc|hoac|hay)\s*$", re.IGNORECASE)
_A_MONTH, _A_YEAR = "avg-", "revenue"
"""What is in the key of a question that asks for a month's money, or for a year's."""

_BY_THE_YEAR = re.compile(
    r"(?:/|(?<!\w)(?:mỗi|moi|một|mot|1)\s)\s*(?:năm|nam)(?!\w)", re.IGNORECASE
)
_SMALL = 1_000
_UNLIKELY = 10_000


def read_money(question: Question, text: str) -> Reading:
    """
    A sum in whole đồng.

    A bare "850" is nobody's income: it is asked whether thousands or millions are meant.
    """
    text = POLITE.sub("", tidy(text[:LONGEST]))
    if _FOREIGN.search(text):
        return Wrong("foreign-money")
    said_of = period(text)
    if question.key.startswith(_A_MONTH):
        if (said_of and said_of.times != 12) or _BY_THE_YEAR.search(text):
            return Wrong("not-monthly")
    elif said_of and _A_YEAR in question.key:
        return _in_a_year(question, said_of)
    return _sum(question, text)


def _in_a_year(question: Question, said_of: Period) -> Reading:
    """What is said of a month or a quarter, counted up."""
    match _sum(replace(question, minimum=None, maximum=None), said_of.rest):
        case Understood(value) if said_of.times and within(question, int(value) * said_of.times):
            return Understood(str(int(value) * said_of.times), literal=False)
        case Wrong(reason) if said_of.times:
            return Wrong(reason)
        case _:
            return Wrong("not-yearly-sum")


def _sum(question: Question, text: str) -> Reading:
    if text.lower() in NONE and within(question, 0):
        return Understood("0", literal=False)
    found = quantities(text)
    if problem := not_a_number(text, found):
        return problem
    if len(found) == 2 and _JOINED.match(text[found[0].end : found[1].start]):
        ends = tuple(str(sum_) for sum_ in _ends(question, text, found))
        return one_of(ends, literal=False, otherwise="out-of-range")
    main = _main(found)
    if main is None or _two_in_a_breath(text, found):
        return Wrong("two-numbers")
    sums, sure = _sums(question, text, main)
    literal = sure and len(found) == 1 and _alone(text, main)
    return one_of(tuple(map(str, sums)), literal=literal, otherwise="out-of-range")


def read_price(question: Question, text: str) -> Reading:
    """A price for a unit, as `đồng unit`: "350000 chiếc"."""
    text = POLITE.sub("", tidy(text[:LONGEST]))
    if _FOREIGN.search(text):
        return Wrong("foreign-money")
    found = quantities(text, priced=True)
    if problem := not_a_number(text, found[:1]):
        return problem
    ranged = len(found) > 1 and _JOINED.match(text[found[0].end : found[1].start])
    last = found[1] if ranged else _price(found)
    before, after = text[: last.start].strip(), text[last.end :]
    after = _CURRENCY.sub("", after, count=1)
    unit = clean_unit(_PER.sub("", after, count=1))
    if not unit and not ranged and (match := _BEFORE.match(before)):
        unit = clean_unit(match[1])
    if not unit:
        return Wrong("no-unit")
    if ranged:
        sums, sure = _ends(question, text, found[:2]), False
    else:
        sums, sure = _sums(question, text, last)
    literal = sure and last.exact and not before
    values = tuple(f"{price} {unit}" for price in sums if price)
    return one_of(values, literal=literal, otherwise="out-of-range")


def _main(found: list[Quantity]) -> Quantity | None:
    """The number that is the sum: the only one, the only one in thousands, or the only big one."""
    for kept in (
        found,
        [one for one in found if one.scaled],
        [one for one in found if max(one.values) >= _UNLIKELY * ONE],
    ):
        if len(kept) == 1:
            return kept[0]
    return None


def _two_in_a_breath(text: str, found: list[Quantity]) -> bool:
    """Whether a number is given by two that follow each other: "5 6 trăm triệu"."""
    return any(
        not text[first.end : second.start].strip() and first.values[0] < 10 * ONE
        for first, second in pairwise(found)
    )


def _price(found: list[Quantity]) -> Quantity:
    return next((one for one in found if max(one.values) >= _SMALL * ONE), found[0])


def _sums(question: Question, text: str, quantity: Quantity) -> tuple[tuple[int, ...], bool]:
    """The sums it may be, within the question's bounds, and whether the first needs no asking."""
    whole = [value // ONE for value in quantity.values if value % ONE == 0]
    named = quantity.scaled or _CURRENCY.match(text[quantity.end :])
    if named or max(quantity.values) >= _SMALL * ONE or whole == [0]:
        good = tuple(value for value in whole if within(question, value))
        return good, bool(named) or whole == [0] or max(whole, default=0) >= _UNLIKELY
    guesses = [value * size // ONE for size in (1_000, 1_000_000) for value in quantity.values]
    return tuple(value for value in guesses if within(question, value)), False


def _ends(question: Question, text: str, found: list[Quantity]) -> tuple[int, ...]:
    """Both ends of "350-400k": the first takes the scale of the second when it has none."""
    low, high = (one.values[0] // ONE for one in found)
    if not found[0].scaled and found[1].scaled and low < _SMALL:
        scale = next(size for size in (1_000, 1_000_000, 1_000_000_000, 1) if high // size < _SMALL)
        low *= scale
    return tuple(value for value in (low, high) if within(question, value))


def _alone(text: str, quantity: Quantity) -> bool:
    after = _CURRENCY.sub("", text[quantity.end :], count=1)
    return alone(text, quantity) and not any(letter.isalpha() for letter in after)


def show_money(value: str) -> str:
    """A sum: 1.200.000 đồng."""
    return f"{show_number(value)} đồng" if value.isdecimal() else value


def show_price(value: str) -> str:
    """A price for its unit: 350.000 đồng/chiếc."""
    price, _, unit = value.partition(" ")
    return f"{show_money(price)}/{unit}" if unit and price.isdecimal() else show_money(value)
