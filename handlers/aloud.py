"""
Which recording goes with a message, for somebody who has sentences read aloud to them.

A sentence with places that change has none; the sentences that stand in those places may have one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from handlers.effects import Attachment, Message
from handlers.move import Line

if TYPE_CHECKING:
    from content.model import Book
    from handlers.move import Move


def read_out(message: Message, move: Move, b: Book, language: str) -> Message:
    """The message with the last of its sentences that was recorded: the question stands last."""
    recorded = b.recordings.get(language, {})
    found = [recorded[key] for line in move.lines for key in _keys(line) if key in recorded]
    if not found:
        return message
    return message._replace(attached=Attachment(found[-1].media, found[-1].mime, found[-1].name))


def _keys(words: Line | str) -> Iterator[str]:
    """The key of a sentence, and of those within it."""
    if isinstance(words, Line):
        yield words.key
        for one in words.args.values():
            yield from _keys(one)
