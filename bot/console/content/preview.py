"""A sentence as each channel will show it, with what it is too long for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from content.limits import (
    TELEGRAM_TEXT,
    ZALO_BUTTON,
    ZALO_MARGIN,
    ZALO_TEXT,
    characters,
    utf16_units,
)

CHANNELS = ("zalo-oa", "zalo-bot", "telegram", "web")
BUTTONS = ("command-", "way-", "menu-", "option-")
"""What the keys of words on buttons begin with; those of choices and titles end otherwise."""

_PLACE = re.compile(r"\{ *\$([a-z][a-z-]*) *\}")
_MENTIONED = re.compile(r"\{ *(-?[a-z][a-z.-]*) *\}")


class Shown(NamedTuple):
    """On one channel: the words, how long they are and may be."""

    channel: str
    text: str
    length: int
    most: int

    @property
    def too_long(self) -> bool:
        """Whether the channel does not take them."""
        return self.length > self.most


def is_button(key: str) -> bool:
    """Whether a sentence is the words on a button."""
    return ".choice-" in key or key.endswith(".title") or key.startswith(BUTTONS)


def shown(key: str, text: str) -> Iterator[Shown]:
    """The sentence on every channel, what is filled in named in brackets."""
    said = _MENTIONED.sub(r"‹\1›", _PLACE.sub(r"‹\1›", text))
    for channel in CHANNELS:
        if is_button(key):
            yield Shown(channel, said, characters(said), ZALO_BUTTON)
        elif channel == "telegram":
            yield Shown(channel, said, utf16_units(said), TELEGRAM_TEXT)
        else:
            yield Shown(channel, said, characters(said), ZALO_TEXT - ZALO_MARGIN)


def variables(text: str) -> frozenset[str]:
    """The names that are filled in."""
    return frozenset(re.findall(r"\$([a-z][a-z-]*)", text))
