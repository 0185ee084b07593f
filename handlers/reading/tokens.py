"""A tidy text in pieces: words, numbers and signs, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from handlers.reading.number_words import SHORT, WORDS, NumberWord

_TOKEN = re.compile(
    r"(?P<digits>[0-9]{1,3}(?: [0-9]{3})+(?![0-9.,]*[0-9])|[0-9]+(?:[.,][0-9]+)*"
    r"|(?<!\S)[.,][0-9]+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sign>[^\w\s])"
)


class Token(NamedTuple):
    """One piece of the text with its place; words are lower-case."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words, numbers and signs of a tidy text."""
    return [
        Token(match.lastgroup or "", match.group().lower(), match.start(), match.end())
        for match in _TOKEN.finditer(text)
    ]


def word_at(pieces: list[Token], at: int, *, short: bool = False) -> NumberWord | None:
    """The number word at this place, also a `short` one ("k", "tr") where that is asked for."""
    if at >= len(pieces) or pieces[at].kind != "word":
        return None
    return WORDS.get(pieces[at].text) or (SHORT.get(pieces[at].text) if short else None)
