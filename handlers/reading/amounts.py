"""
Reads an amount with its unit ("5 tấn/năm", "2000-3000 chiếc").

Where a year is asked for, what was said of a month or a quarter is counted up and said back.
"""

from __future__ import annotations

import re

from content.form import Question
from handlers.reading.number_words import is_number_word
from handlers.reading.numbers import (
    POLITE,
    RANGE,
    clean_unit,
    not_a_number,
    plain,
    show_number,
    within,
)
from handlers.reading.numerals import ONE
from handlers.reading.periods import period
from handlers.reading.quantities import Quantity, quantities
from handlers.reading.spelling import LONGEST, any_spelling, tidy
from handlers.reading.tokens import tokens
from handlers.reading.understanding import Reading, Wrong, one_of

_THOUSAND = 1_000
_A_YEAR = "annual-"
"""How the key of a question begins that asks for a whole year."""


def read_amount(question: Question, text: str) -> Reading:
    """A number with its unit, as `number unit`: "2000 chiếc", "2.5 tấn/năm"."""
    text = _begun(POLITE.sub("", tidy(text[:LONGEST])))
    said_of = period(text) if question.key.startswith(_A_YEAR) else None
    if said_of is None:
        return _read(question, text, 1)
    return _read(question, said_of.rest, said_of.times) if said_of.times else Wrong("not-yearly")


_MEASURES = "|".join(any_spelling("tấn, tạ, yến, cân, kí, ký, lạng, lít, mét, sào, héc ta"))
_HEADLESS = re.compile(rf"^(?=(?:{_MEASURES}|kg|ha) (?:rưỡi|rưởi|ruoi)(?!\w))", re.IGNORECASE)
_HALF_OF = re.compile(
    rf"^(?:một |mot |1 )?(?:nửa|nua) (?=(?:{_MEASURES}|kg|ha)(?!\w))", re.IGNORECASE
)


def _begun(text: str) -> str:
    """The text with the number that a measure alone leaves out: "tấn rưỡi", "nửa tấn"."""
    return _HALF_OF.sub("0,5 ", _HEADLESS.sub("một ", text))


def _read(question: Question, text: str, times: int) -> Reading:
    found = quantities(text)
    if problem := not_a_number(text, found):
        return problem
    ends = len(found) > 1 and text[found[0].end : found[1].start].strip().lower() in RANGE
    quantity = found[1] if ends else found[0]
    unit, extra = _unit(text[quantity.end :])
    if not unit:
        return Wrong("no-unit")
    if times > 1:
        unit = f"{unit}/năm"
    values = _ends(found) if ends else [value + extra for value in quantity.values]
    good = [value * times for value in values if value]
    good = [value for value in good if within(question, -(-value // ONE))]
    literal = len(found) == 1 and quantity.exact and not text[: quantity.start].strip()
    each = tuple(f"{plain(value)} {unit}" for value in good)
    return one_of(each, literal=literal and not extra and times == 1, otherwise="out-of-range")


def _ends(found: list[Quantity]) -> list[int]:
    """Both ends of "2-3 nghìn": the first takes the thousand of the second when it has none."""
    low, high = found[0].values[0], found[1].values[0]
    if found[1].scaled and not found[0].scaled and low < _THOUSAND * ONE <= high:
        low *= _THOUSAND
    return [low, high]


_HALF = re.compile(r"^([^\W\d_]+) (?:rưỡi|rưởi|ruoi)(?![^\W\d_])", re.IGNORECASE)
_TENTHS = re.compile(rf"^({_MEASURES}|kg|ha) ([1-9])(?![\w.,/%])", re.IGNORECASE)


def _unit(rest: str) -> tuple[str, int]:
    """The unit after a number, and the part that may follow it ("4 tấn rưỡi", "2 tấn 4")."""
    unit = rest.strip(" ,.;:!?()")
    half, tenths = _HALF.match(unit), _TENTHS.match(unit)
    more = ONE // 2 if half else ONE * int(tenths[2]) // 10 if tenths else 0
    if part := half or tenths:
        unit = part[1] + unit[part.end() :]
    unit = clean_unit(POLITE.sub("", f" {unit}"))
    first = tokens(unit)[:1]
    is_more_of_the_number = first and (first[0].kind == "digits" or is_number_word(first[0].text))
    return ("" if is_more_of_the_number else unit, more)


def show_amount(value: str) -> str:
    """An amount with its unit: 2.000 chiếc."""
    number, _, unit = value.partition(" ")
    return f"{show_number(number)} {unit}" if unit else show_number(number)
