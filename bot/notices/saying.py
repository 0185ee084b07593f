"""A notice as one person reads it: in their language, with its buttons and the way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channels.base import Announced
from handlers import payloads
from handlers.effects import Choice, Message

if TYPE_CHECKING:
    from content.model import Book
    from storage.notices import Draft


def message(draft: Draft, book: Book, language: str) -> Message:
    """
    What is sent. Its buttons are words that can be typed as well, and are never numbered: a number
    belongs to the question that is open in the talk.
    """
    language = _known(draft, book, language)
    say = book.wording.say
    doors = [Choice(door.labels[language], payloads.go(door.leads)) for door in draft.doors]
    stop = Choice(say(language, "notice-way-stop"), payloads.go("stop"))
    return Message(f"{draft.texts[language]}\n\n{say(language, 'notice-stop')}", (), (*doors, stop))


def announced(draft: Draft, book: Book, language: str) -> Announced:
    """What a service is given that takes a notice in a form of its own."""
    return Announced(draft.topic, draft.title, draft.texts[_known(draft, book, language)])


def _known(draft: Draft, book: Book, language: str) -> str:
    """The language that a notice reads in for whoever chose this one."""
    return language if language in draft.texts else book.languages[0]
