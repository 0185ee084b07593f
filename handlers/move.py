"""
What a handler decides, before it is put into words.

A handler names sentences and never writes one; `handlers/words.py` makes one message of a move.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from handlers.effects import Effect
from handlers.state import Conversation

NOTHING: Mapping[str, Line | str] = MappingProxyType({})


class Line(NamedTuple):
    """One sentence by its key; an argument is text of the person's, or another sentence."""

    key: str
    args: Mapping[str, Line | str] = NOTHING


class Option(NamedTuple):
    """One thing to choose; `words` is a sentence, or text of the person's own."""

    words: Line | str
    payload: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """Choices that read the same for everybody: the key of the words, and the payload, of each."""

    choices: tuple[tuple[str, str], ...]


class Move(NamedTuple):
    """The conversation from now on, and what to say and do about it."""

    conversation: Conversation
    lines: tuple[Line, ...] = ()
    options: tuple[Option, ...] | Fixed = ()
    ways: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    ask_phone: bool = False
    by_call: bool = False
