"""
A message as a channel without buttons takes it: plain text, its choices numbered, in pieces.

The choice's number or its words, typed, are the answer; so are the words of a way beneath. Zalo
counts composed characters. Whether an emoji counts once or twice is not documented, so twice it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from bot.channels.pieces import split
from content.limits import ZALO_TEXT

if TYPE_CHECKING:
    from handlers.effects import Message

BETWEEN = " · "


def texts(message: Message) -> list[str]:
    """What to send, one after another."""
    return split(normalize("NFC", _whole(message)), ZALO_TEXT)


def _whole(message: Message) -> str:
    numbered = [f"{number}. {choice.label}" for number, choice in enumerate(message.choices, 1)]
    ways = BETWEEN.join(way.label for way in message.ways)
    return "\n\n".join(part for part in (message.text, "\n".join(numbered), ways) if part)
