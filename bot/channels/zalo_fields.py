"""
Reads the fields of what Zalo tells us, each for itself and without complaint.

Zalo's samples have numbers as texts and texts as numbers, and leave out what they please: what is
not there, or not usable, is empty.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.channels.strict import BIGGEST
from bot.text import clean

if TYPE_CHECKING:
    from bot.channels.strict import Object

_NAME = re.compile(r"[!-~]{1,128}")
_ADDRESS = re.compile(r"https?://[!-~]{1,2000}")


def part(source: Object, key: str) -> Object:
    """An object within the object."""
    value = source.get(key)
    return value if isinstance(value, dict) else {}


def name_of(source: Object, key: str) -> str:
    """The name that Zalo gave to something, as text: digits may be too many for a number."""
    value = source.get(key)
    if type(value) is int:
        value = str(value) if 0 <= value < 10**40 else ""
    return value if isinstance(value, str) and _NAME.fullmatch(value) else ""


def text(source: Object, key: str) -> str:
    """What somebody wrote, cleaned."""
    value = source.get(key)
    return clean(value) if isinstance(value, str) else ""


def number(source: Object, key: str) -> int:
    """A size or a time; 0 where there is none."""
    value = source.get(key)
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value[:20])
    return value if type(value) is int and 0 <= value < BIGGEST else 0


def address(source: Object, key: str) -> str:
    """Where a file lies."""
    value = source.get(key)
    return value if isinstance(value, str) and _ADDRESS.fullmatch(value) else ""
