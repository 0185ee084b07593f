"""
The words people type to go somewhere, with and without marks.

A word typed with its marks is clear. Typed without them it may as well be an answer ("dung" is
đúng, dừng, or somebody's name), so the conversation asks unless the word is listed as clear.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from content.folding import fold, may_be

LEADS = frozenset(
    {
        "home",
        "hello",
        "help",
        "bot",
        "thanks",
        "programme",
        "eligibility",
        "register",
        "calendar",
        "activities",
        "seats",
        "keep-seats",
        "claim",
        "behalf",
        "mine",
        "back",
        "explain",
        "skip",
        "later",
        "cancel",
        "resume",
        "restart",
        "undo",
        "mute",
        "staff",
        "call",
        "settings",
        "language",
        "topics",
        "stop",
        "erase",
        "privacy",
    }
)
"""Where typed words may lead: the conversation has a way for each of these keys."""


@dataclass(frozen=True, slots=True)
class Told:
    """
    How a sentence tells what somebody came for: "tôi **làm** miến dong, có **được không**".

    It has one phrase of `first`, after it one of `then`, and none of `unless` anywhere; between
    them may be anything.
    """

    first: tuple[str, ...]
    then: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """
    One way to go (`key`), the words for it, and those that are clear even without marks.

    `like` are whole sentences that mean the same, to be compared by likeness; `told` is how
    sentences of any length tell of it.
    """

    key: str
    words: tuple[str, ...]
    clear: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Commands:
    """
    Lookups over all commands: as written with marks, folded, and folded-and-clear.

    `spelled` has the words as they are written, by how they fold.
    """

    marked: Mapping[str, str]
    folded: Mapping[str, str]
    clear: Mapping[str, str]
    spelled: Mapping[str, tuple[str, ...]]

    def certain(self, text: str) -> str:
        """The command that the text can only be, or an empty string."""
        return self.marked.get(plain(text)) or self.clear.get(_bare(text), "")

    def possible(self, text: str) -> str:
        """
        The command that the text may be, or an empty string.

        A word typed with other marks is another word: "đúng" is never "dừng".
        """
        found = self.folded.get(_bare(text), "")
        if not found or text.isascii():
            return found
        words = self.spelled[_bare(text)]
        return found if any(may_be(plain(text), word) for word in words) else ""


def plain(text: str) -> str:
    """Lower case, composed, single spaces, no full stop at the end: how commands are compared."""
    return " ".join(unicodedata.normalize("NFC", text).lower().split()).rstrip(".!? ")


def _bare(text: str) -> str:
    return fold(text).rstrip(".! ")


def gather(commands: Iterable[Command]) -> Commands:
    """The lookups of a list of commands; a word without any mark of its own is never `marked`."""
    marked: dict[str, str] = {}
    folded: dict[str, str] = {}
    clear: dict[str, str] = {}
    spelled: dict[str, tuple[str, ...]] = {}
    for command in commands:
        for word in command.words:
            folded[fold(word)] = command.key
            if fold(word) != plain(word):
                marked[plain(word)] = command.key
        for word in (*command.words, *command.clear):
            spelled[fold(word)] = (*spelled.get(fold(word), ()), plain(word))
        for word in command.clear:
            folded[fold(word)] = clear[fold(word)] = command.key
    return Commands(marked, folded, clear, spelled)
