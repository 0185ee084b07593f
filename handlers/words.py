"""Makes one message of a move, in the person's language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from handlers import payloads
from handlers.effects import Choice, Message
from handlers.move import Fixed, Line

if TYPE_CHECKING:
    from content.wording import Wording
    from handlers.move import Move, Option

TIGHT = frozenset(
    {
        "activities-line",
        "review-line",
        "seats-line",
        "sections-missing",
        "verdict-because",
        "verdict-check",
        "verdict-source",
    }
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
        _offered(move.options, wording, language),
        _ways(wording, language, move.ways),
        wording.say(language, "share-phone") if move.ask_phone else "",
        move.by_call,
    )


def spoken(words: Line | str, wording: Wording, language: str) -> str:
    """A sentence with its arguments, or the person's own text as it is."""
    if isinstance(words, str):
        return words
    if not words.args:
        return wording.say(language, words.key)
    args = {
        name: value if isinstance(value, str) else spoken(value, wording, language)
        for name, value in words.args.items()
    }
    return wording.say(language, words.key, args)


def _offered(
    options: tuple[Option, ...] | Fixed, wording: Wording, language: str
) -> tuple[Choice, ...]:
    if isinstance(options, Fixed):
        return _fixed(wording, language, options.choices)
    return tuple(Choice(spoken(one.words, wording, language), one.payload) for one in options)


@lru_cache(maxsize=4096)
def _fixed(
    wording: Wording, language: str, choices: tuple[tuple[str, str], ...]
) -> tuple[Choice, ...]:
    """Choices that read the same for everybody are put into words once."""
    return tuple(Choice(wording.say(language, key), payload) for key, payload in choices)


@lru_cache(maxsize=256)
def _ways(wording: Wording, language: str, ways: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(wording.say(language, f"way-{way}"), payloads.go(way)) for way in ways)
