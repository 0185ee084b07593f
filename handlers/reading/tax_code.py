"""
Reads a tax code: 10 digits, 13 for a branch, or the 12 of a household's personal number.

A check digit that does not fit is a reason to ask again, never to refuse (domain section 10.2).
"""

from __future__ import annotations

import re

from handlers.reading.spelling import LONGEST, tidy
from handlers.reading.understanding import Reading, Understood, Wrong

_RUN = re.compile(r"[0-9](?:[0-9 .-]*[0-9])?")
_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_SHAPES = {10: "{0}", 12: "{0}", 13: "{1}-{2}"}
_SHOWN_OF_PERSONAL = 3


def read_tax_code(text: str) -> Reading:
    """The code as digits, a branch with its hyphen; not literal when the check digit is off."""
    runs = [re.sub(r"[ .-]", "", run) for run in _RUN.findall(tidy(text[:LONGEST]))]
    fitting = [digits for digits in runs if len(digits) in _SHAPES]
    if not runs:
        return Wrong("no-digits")
    if not fitting:
        return Wrong("tax-code-length")
    if len(fitting) > 1:
        return Wrong("two-numbers")
    [digits] = fitting
    if len(digits) == 13 and digits.endswith("000"):
        return Wrong("branch-number")
    value = _SHAPES[len(digits)].format(digits, digits[:10], digits[10:])
    return Understood(value, literal=len(runs) == 1 and check_digit_fits(value))


def check_digit_fits(value: str) -> bool:
    """Whether a stored tax code passes its own check; a personal number has none to fail."""
    digits = value.replace("-", "")
    if len(digits) == 12:
        return True
    weighed = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return str(10 - weighed % 11) == digits[9]


def show_tax_code(value: str) -> str:
    """The code as people may see it: of a personal number only the last three digits."""
    if len(value) != 12:
        return value
    hidden = len(value) - _SHOWN_OF_PERSONAL
    return "•" * hidden + value[-_SHOWN_OF_PERSONAL:]
