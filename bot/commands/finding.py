"""What the doctor found: one thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass

from bot.tell import tell


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether it is well, and in which words."""

    well: bool
    words: str


def good(key: str, **args: str) -> Finding:
    """This is as it should be, or nothing to worry about."""
    return Finding(well=True, words=tell(key, **args))


def bad(key: str, **args: str) -> Finding:
    """This is to be put right."""
    return Finding(well=False, words=tell(key, **args))
