"""
Days, months and years told from today ("hôm qua", "tháng trước", "15/3 năm ngoái", "5 năm rồi")."""

from __future__ import annotations

import re
from datetime import date, timedelta

from handlers.reading.number_words import spell_out
from handlers.reading.spelling import any_spelling, spellings

_DAYS = {
    **dict.fromkeys(any_spelling("hôm nay, nay, bữa nay, hum nay"), 0),
    **dict.fromkeys(any_spelling("hôm qua, qua, bữa qua, hum qua"), -1),
    **dict.fromkeys(any_spelling("hôm kia, bữa kia, hum kia"), -2),
    **dict.fromkeys(any_spelling("ngày mai, mai, mốt mai"), 1),
}
_MONTHS = {
    **dict.fromkeys(any_spelling("tháng này, tháng nay"), 0),
    **dict.fromkeys(any_spelling("tháng trước, tháng rồi, tháng vừa rồi, tháng vừa qua"), -1),
    **dict.fromkeys(any_spelling("tháng sau, tháng tới"), 1),
}
_YEARS = {
    **dict.fromkeys(any_spelling("năm nay"), 0),
    **dict.fromkeys(any_spelling("năm ngoái, năm trước, năm rồi, năm vừa rồi"), -1),
    **dict.fromkeys(any_spelling("năm kia"), -2),
    **dict.fromkeys(any_spelling("năm sau, năm tới, sang năm"), 1),
}


def _any_of(phrases: dict[str, int]) -> re.Pattern[str]:
    longest_first = "|".join(sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)")


_MONTH, _YEAR = _any_of(_MONTHS), _any_of(_YEARS)
_COUNTS = {way: n for n in range(1, 31) for way in (str(n), *spellings(spell_out(n)))}
_AGO = re.compile(
    rf"(?<![\w/])(?<!tháng )(?<!thang )({'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
    r" (?:năm|nam)(?: (?:trước|truoc|rồi|roi|nay|về trước|ve truoc)|$)(?!\w)"
)
_WHOLE_YEARS = re.compile(r"(?:cách|cach) (?:đây|day) ")


def the_day(small: str, today: date) -> date | None:
    """The day that a small text is, told from today; None when it tells none so."""
    away = _DAYS.get(small)
    return None if away is None else today + timedelta(days=away)


def dated(small: str, today: date) -> str:
    """The small text with the months and years told from today as numbers: "tháng 10/2026"."""
    written = _MONTH.sub(lambda found: _month(_MONTHS[found[0]], today), small)
    return _YEAR.sub(lambda found: f"năm {today.year + _YEARS[found[0]]}", written)


def _month(away: int, today: date) -> str:
    year, month = divmod(today.year * 12 + today.month - 1 + away, 12)
    return f"tháng {month + 1}/{year}"


def the_year(small: str, today: date) -> int:
    """The year of "5 năm rồi", "cách đây 5 năm" and "năm ngoái"; 0 when none is told so."""
    if ago := _AGO.search(_WHOLE_YEARS.sub("", small)):
        return today.year - _COUNTS[ago[1]]
    told = _YEAR.search(small)
    return today.year + _YEARS[told[0]] if told else 0
