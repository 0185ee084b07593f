"""Makes one message of a move, in the person's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import payloads
from handlers.effects import Choice, Message
from handlers.move import Line

if TYPE_CHECKING:
    from content.wording import Wording
    from handlers.move import Move, Option

TIGHT = frozenset(
    {"review-line", "verdict-check", "verdict-because", "verdict-source", "sections-missing"}
)
"""Sentences that are lines of a list: no blank line before them."""


def message(move: Move, wording: Wording, language: str) -> Message:
    """The lines as paragraphs, the options with their words, the ways beneath."""
    text = ""
    for line in move.lines:
        gap = "" if not text else "\n" if line.key in TIGHT else "\n\n"
        text += gap + spoken(line, wording, language)
    return Message(
        text,
        tuple(_choice(option, wording, language) for option in move.options),
        tuple(Choice(wording.say(language, f"way-{way}"), payloads.go(way)) for way in move.ways),
        wording.say(language, "share-phone") if move.ask_phone else "",
        move.by_call,
    )


def spoken(words: Line | str, wording: Wording, language: str) -> str:
    """A sentence with its arguments, or the person's own text as it is."""
    if isinstance(words, str):
        return words
    if not words.args:
        return wording.say(language, words.key)
    args = {name: spoken(value, wording, language) for name, value in words.args.items()}
    return wording.say(language, words.key, args)


def _choice(option: Option, wording: Wording, language: str) -> Choice:
    return Choice(spoken(option.words, wording, language), option.payload)
