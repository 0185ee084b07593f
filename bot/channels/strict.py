"""Reads the fields of other people's JSON strictly by their types; what is odd raises `Odd`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    Object = Mapping[str, object]

BIGGEST = 2**53

_TOKEN = re.compile(r"[\x21-\x7e]{1,512}")


class Odd(Exception):
    """A field is not what it must be; says in one word how the whole is counted."""

    def __init__(self, kind: str = "malformed") -> None:
        super().__init__(kind)


def whole(source: Object, key: str) -> int:
    """A number from 0 on, as exact as JSON can be relied on for; `true` is none."""
    value = source.get(key)
    if type(value) is not int or not 0 <= value < BIGGEST:
        raise Odd
    return value


def words(source: Object, key: str) -> str:
    """A text, as it came."""
    value = source.get(key)
    if not isinstance(value, str):
        raise Odd
    return value


def token(source: Object, key: str) -> str:
    """The name a service gave to something: opaque, but plain ASCII."""
    name = words(source, key)
    if not _TOKEN.fullmatch(name):
        raise Odd
    return name


def part(source: Object, key: str) -> Object:
    """An object within the object."""
    value = source.get(key)
    if not isinstance(value, dict):
        raise Odd
    return value
