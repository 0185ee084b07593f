"""Makes sound JSON unsound."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

JUNK: list[Any] = [
    True,
    False,
    None,
    -1,
    0,
    2**70,
    1e308,
    float("inf"),
    "",
    "\ud800",
    "\0",
    "x" * 5000,
    [],
    {},
    [[[]]],
    {"id": True},
]


def spoil(value: Any, choose: Callable[[int], int], junk: Any) -> Any:
    """The same JSON with junk put somewhere in it, or something left out."""
    if isinstance(value, dict) and value and choose(4):
        key = list(value)[choose(len(value))]
        if not choose(5):
            return {name: part for name, part in value.items() if name != key}
        return value | {key: spoil(value[key], choose, junk)}
    if isinstance(value, list) and value and choose(4):
        place = choose(len(value))
        return [*value[:place], spoil(value[place], choose, junk), *value[place + 1 :]]
    return junk
