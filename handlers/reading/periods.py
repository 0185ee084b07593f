"""How often in a year something is said of ("100 cái một tháng", "20 triệu/quý", "ngày 10 cái")."""

from __future__ import annotations

import re
from typing import NamedTuple

from handlers.reading.spelling import any_spelling

_TIMES = {
    **dict.fromkeys(any_spelling("tháng"), 12),
    **dict.fromkeys(any_spelling("quý"), 4),
    **dict.fromkeys(any_spelling("ngày, tuần, buổi, phiên, mẻ, vụ, mùa"), 0),
}
_PERIOD = re.compile(
    r"(?:^(?:dạ\s+|da\s+)?|(?<!\w)(?:mỗi|moi|một|mot|1|hàng|hang)\s+|/\s*(?:1\s+)?)"
    rf"({'|'.join(_TIMES)})(?!\w)\s*(?:là|được|thì|khoảng)?",
    re.IGNORECASE,
)


class Period(NamedTuple):
    """How often it comes round in a year, 0 where only the maker knows; and the other words."""

    times: int
    rest: str


def period(text: str) -> Period | None:
    """The part of a year that a text speaks of; None when it speaks of none."""
    found = _PERIOD.search(text)
    if found is None:
        return None
    return Period(_TIMES[found[1].lower()], _PERIOD.sub(" ", text).strip(" ,"))
