"""Reads a day ("15/3/2021", "mồng 5 tháng giêng năm 2021") or a month ("tháng 3/2021")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from content.form import Question
from handlers.reading.lunar import by_the_moon, is_lunar
from handlers.reading.number_words import spell_out
from handlers.reading.relative import dated, the_day
from handlers.reading.spelling import LONGEST, any_spelling, spellings, tidy
from handlers.reading.understanding import Reading, Understood, Wrong

_MAY_LIE_AHEAD = ("expiry", "valid-to")
_EARLIEST_YEAR = 1900
_SEPARATOR = r"\s*[/.\-–, ]\s*"
_NUMBERS = r"(?<![0-9])"
_DAY = re.compile(
    rf"{_NUMBERS}([0-9]{{1,2}}){_SEPARATOR}([0-9]{{1,2}}){_SEPARATOR}([0-9]{{4}}|[0-9]{{2}})(?![0-9])"
)
_ISO = re.compile(rf"{_NUMBERS}([0-9]{{4}})[/.-]([0-9]{{1,2}})[/.-]([0-9]{{1,2}})(?![0-9])")
_RUN_TOGETHER = re.compile(rf"{_NUMBERS}([0-9]{{2}})([0-9]{{2}})([0-9]{{4}})(?![0-9])")
_MONTH = re.compile(rf"{_NUMBERS}([0-9]{{1,2}}){_SEPARATOR}([0-9]{{4}})(?![0-9])")
_ISO_MONTH = re.compile(rf"{_NUMBERS}([0-9]{{4}})-([0-9]{{1,2}})(?![0-9])")
_DAY_AND_MONTH = re.compile(rf"{_NUMBERS}[0-9]{{1,2}}{_SEPARATOR}[0-9]{{1,2}}(?![0-9])")
_YEAR = re.compile(rf"{_NUMBERS}[0-9]{{4}}(?![0-9])")
_WORDS = re.compile(r"[^\W\d_]+\.?")
_DATE_WORDS = any_spelling("ngày, tháng, năm, mùng, mồng, hồi, thg, t, ng, n")
_NAMED = {"tư": 4}
"""Months that have another name than their number, by the calendar of papers."""


def _words(most: int, named: Mapping[str, int]) -> dict[str, int]:
    """The numbers up to `most` in every spelling of their words."""
    spoken = {**{spell_out(number): number for number in range(1, most + 1)}, **named}
    return {way: number for word, number in spoken.items() for way in spellings(word)}


def _after(words: str, numbers: Iterable[str]) -> re.Pattern[str]:
    """One of these numbers in words after one of `words`."""
    before = "|".join(sorted(any_spelling(words)))
    longest_first = "|".join(sorted(numbers, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({before})\s+({longest_first})(?!\w)")


_MONTHS = _words(12, _NAMED)
_DAYS = _words(31, {})
_MONTH_IN_WORDS = _after("tháng, thg", _MONTHS)
_DAY_IN_WORDS = _after("ngày, mùng, mồng", _DAYS)
_DAY_BEFORE_MONTH = re.compile(
    rf"(?<!\w)({'|'.join(sorted(_DAYS, key=len, reverse=True))})(?= (?:tháng|thang|thg)(?!\w))"
)


def read_date(question: Question, text: str, today: date) -> Reading:
    """
    The day as `2021-03-15`, or the month as `2021-03` when no day was given.

    A day that has not come yet is wrong, but for the end of a paper's validity.
    """
    text = tidy(text[:LONGEST]).lower()
    if is_lunar(text):
        ahead = question.key.endswith(_MAY_LIE_AHEAD)
        day = by_the_moon(_in_digits(text), today, ahead=ahead)
        return _told(question, day, today) if day else Wrong("lunar")
    if day := the_day(text, today):
        return _told(question, day, today)
    written = _in_digits(dated(text, today))
    digits, other_words = _without_words(written)
    reading = _day(digits, today) or _month(digits)
    if reading is None:
        return Wrong(_why_not(digits))
    if isinstance(reading, Wrong):
        return reading
    if problem := _too_early_or_late(question, reading.value, today):
        return problem
    literal = reading.literal and not other_words and written == text
    return Understood(reading.value, literal)


def _told(question: Question, day: date, today: date) -> Reading:
    """A day that stands in no text as it is: it is said back."""
    value = day.isoformat()
    return _too_early_or_late(question, value, today) or Understood(value, literal=False)


def _in_digits(text: str) -> str:
    """The text with the days and months that are written in words as digits."""
    written = _DAY_BEFORE_MONTH.sub(lambda found: str(_DAYS[found[1]]), text)
    written = _DAY_IN_WORDS.sub(lambda found: f"{found[1]} {_DAYS[found[2]]}", written)
    return _MONTH_IN_WORDS.sub(lambda found: f"{found[1]} {_MONTHS[found[2]]}", written)


def show_date(value: str) -> str:
    """The day or month as people write it: 15/03/2021, 03/2021."""
    return "/".join(reversed(value.split("-")))


def _without_words(text: str) -> tuple[str, bool]:
    """The text with the words of a date replaced, and whether it had other words too."""
    words = [word.rstrip(".") for word in _WORDS.findall(text)]
    other = any(word not in _DATE_WORDS for word in words)
    return re.sub(r"\s*/\s*/\s*|\s+", " ", _WORDS.sub(" ", text)).strip(" .,;:()"), other


def _day(digits: str, today: date) -> Understood | Wrong | None:
    if match := _ISO.search(digits):
        year, month, day = match.groups()
    elif match := _DAY.search(digits) or _RUN_TOGETHER.search(digits):
        day, month, year = match.groups()
    else:
        return None
    literal = len(year) == 4 and match.re is not _RUN_TOGETHER and match.group() == digits
    if len(year) == 2:
        year = str(_century(int(year), today))
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        return Wrong("not-a-date")
    return Understood(value.isoformat(), literal)


def _century(year: int, today: date) -> int:
    """The full year of "21": not more than twenty years ahead, for papers that expire."""
    near = today.year // 100 * 100 + year
    return near if near <= today.year + 20 else near - 100


def _month(digits: str) -> Understood | Wrong | None:
    if match := _ISO_MONTH.search(digits):
        year, month = match.groups()
    elif match := _MONTH.search(digits):
        month, year = match.groups()
    else:
        return None
    if not 1 <= int(month) <= 12:
        return Wrong("not-a-date")
    return Understood(f"{year}-{int(month):02}", literal=match.group() == digits)


def _too_early_or_late(question: Question, value: str, today: date) -> Wrong | None:
    if int(value[:4]) < _EARLIEST_YEAR:
        return Wrong("out-of-range")
    ahead = value > today.isoformat()[: len(value)]
    return Wrong("future") if ahead and not question.key.endswith(_MAY_LIE_AHEAD) else None


def _why_not(digits: str) -> str:
    if _YEAR.search(digits):
        return "only-year"
    return "no-year" if _DAY_AND_MONTH.search(digits) else "not-a-date"
