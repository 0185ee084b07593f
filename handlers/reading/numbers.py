"""Reads a count ("khoảng 18 người", "mười tám"), and what is common to all that is counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from content.form import Question
from handlers.reading.numerals import ONE
from handlers.reading.quantities import Quantity, quantities
from handlers.reading.relative import the_year
from handlers.reading.spelling import LONGEST, any_spelling, tidy
from handlers.reading.tokens import tokens
from handlers.reading.understanding import Reading, Understood, Wrong, one_of
from handlers.reading.yesno import NOT

LEADING = any_spelling(
    "khoảng, chừng, tầm, độ, cỡ, gần, hơn, ngót, chắc, lẽ, có, được, tính, ước, là, thì, cả, thảy,"
    " tổng, cộng, dạ, vâng, em, mình, tôi, nhà, chỉ, mới, mỗi, đều, cho, giá, bán, toàn, bộ, tất,"
    " đâu, áng, phải"
)
"""Words that may stand before a number written in words; others make it part of a sentence."""

POLITE = re.compile(
    r"(?:(?:[\s,.!]+|(?<=[0-9]))(?:ạ|nhé|nha|thôi)(?!\w))*[\s,.!]*$|^(?:dạ|vâng)[\s,.]+",
    re.IGNORECASE,
)
DOUBT = any_spelling(
    "hơn, mấy, gì, hoặc, hay, không, chứ, đổ, trở, lên, nếu, gần, khoảng, đến, tới"
)
NONE = any_spelling(
    ", ".join(f"{no}{what}" for no in NOT for what in ("", " có", " có ai", " ai", " có gì"))
    + ", chưa có, chưa, chưa có ai"
)
RANGE = any_spelling("-, –, đến, tới, hoặc, hay")
MOST = 10**15
"""More than any sum or amount in the province; what is beyond it was typed by a sleeve."""

_ENDS_IN_YEAR = "year"
_ENDS_IN_SHARE = "-pct"
_PERCENT = re.compile(r"\s*(?:%|phần trăm|phan tram)$", re.IGNORECASE)
_SHARES = {
    **dict.fromkeys(any_spelling("toàn bộ, tất cả, hết, cả, trăm"), "100"),
    **dict.fromkeys(any_spelling("nửa, một nửa, phân nửa"), "50"),
}
"""Shares of a whole that are said without a number."""


def is_year(question: Question) -> bool:
    """Whether the number is a year, which is never later than today's and has no thousands mark."""
    return question.key.endswith(_ENDS_IN_YEAR)


def read_number(question: Question, text: str, today: date) -> Reading:
    """A whole number within the question's bounds, as its digits."""
    text = POLITE.sub("", tidy(text[:LONGEST]))
    if text.lower() in NONE and within(question, 0):
        return Understood("0", literal=False)
    if is_year(question) and (year := the_year(text.lower(), today)):
        good = year <= today.year and within(question, year)
        return Understood(str(year), literal=False) if good else Wrong("out-of-range")
    if question.key.endswith(_ENDS_IN_SHARE):
        text = _PERCENT.sub("", text)
        if share := _SHARES.get(text.lower()):
            return Understood(share, literal=False)
    found = quantities(text)
    if problem := not_a_number(text, found):
        return problem
    latest = today.year if is_year(question) else None

    def fits(value: int) -> bool:
        return within(question, value) and (latest is None or value <= latest)

    return chosen(text, found, fits)


def chosen(text: str, found: list[Quantity], fits: Callable[[int], bool]) -> Reading:
    """The one number of the text that fits; both ends of a range; or why there is none."""
    whole = [[v // ONE for v in one.values if v % ONE == 0] for one in found]
    if len(found) == 2 and text[found[0].end : found[1].start].strip().lower() in RANGE:
        ends = tuple(str(value) for values in whole for value in values if fits(value))
        return one_of(ends, literal=False, otherwise="out-of-range")
    good = [
        (one, values)
        for one, all_values in zip(found, whole, strict=True)
        if (values := [value for value in all_values if fits(value)])
    ]
    if not good:
        return Wrong("out-of-range" if any(whole) else "not-whole")
    if len(good) > 1:
        return Wrong("two-numbers")
    [(quantity, values)] = good
    literal = len(found) == 1 and alone(text, quantity)
    return one_of(tuple(map(str, values)), literal=literal, otherwise="out-of-range")


def within(question: Question, value: int) -> bool:
    """Whether the value respects the question's bounds, and those of anything ever counted."""
    most = MOST if question.maximum is None else question.maximum
    return (question.minimum or 0) <= value <= most


def not_a_number(text: str, found: list[Quantity]) -> Wrong | None:
    """Why the text holds no number that can be meant as the answer."""
    if not found:
        return Wrong("not-a-number")
    first = found[0]
    if first.start and text[first.start - 1] in "-−" and not text[: first.start - 1].strip():
        return Wrong("out-of-range")
    if not first.spelled:
        return None
    before = tokens(text[: first.start])
    after = tokens(text[first.end :])
    if len(found) > 1 or len(after) > 3 or any(word.text not in LEADING for word in before):
        return Wrong("not-a-number")
    return None


def alone(text: str, quantity: Quantity) -> bool:
    """Whether the text is the number and at most a short unit."""
    if not quantity.exact or text[: quantity.start].strip():
        return False
    after = [one.text for one in tokens(text[quantity.end :]) if one.kind == "word"]
    return len(after) <= 2 and not any(word in DOUBT for word in after)


def clean_unit(unit: str) -> str:
    """The unit in a form that reads back, or nothing when the text is no unit."""
    unit = re.sub(r"\s*/\s*", "/", unit).strip(" /,.;:!?()")
    if not 1 <= len(unit) <= 40 or not any(letter.isalpha() or letter == "%" for letter in unit):
        return ""
    return unit


def plain(value: int) -> str:
    """Millionths as a plain number with a decimal point where it has decimals."""
    whole, part = divmod(value, ONE)
    return f"{whole}.{part:06}".rstrip("0") if part else str(whole)


def show_number(value: str) -> str:
    """A number as it is written here: 1.200, 2,5; what is no number is left as it is."""
    whole, _, part = value.partition(".")
    if not whole.isdecimal():
        return value
    return f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")
