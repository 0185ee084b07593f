"""A notice as one person reads it: in their language, with its buttons and the way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.channels.base import Announced
from handlers import payloads
from handlers.effects import Choice, Message

if TYPE_CHECKING:
    from content.model import Book
    from storage.notices import Draft


class Said(NamedTuple):
    """What is sent, and what a service is given that takes notices in a form of its own."""

    message: Message
    announced: Announced

    def at(self, notice: int, row: int) -> Said:
        """The same for one person: a tap on a button tells which row of the notice arrived."""
        ways = tuple(
            way._replace(payload=payloads.from_notice(way.payload, notice, row))
            for way in self.message.ways
        )
        return Said(self.message._replace(ways=ways), self.announced._replace(number=notice))


def said(draft: Draft, book: Book, language: str) -> Said:
    """
    What is sent to whoever chose this language.

    Its buttons are words that can be typed as well, and are never numbered: a number belongs to
    the question that is open in the talk.
    """
    language = language if language in draft.texts else book.languages[0]
    say, text = book.wording.say, draft.texts[language]
    doors = [Choice(door.labels[language], payloads.go(door.leads)) for door in draft.doors]
    stop = Choice(say(language, "notice-way-stop"), payloads.go("stop"))
    message = Message(
        f"{text}\n\n{say(language, 'notice-stop')}", (), (*doors, stop), attached=draft.picture
    )
    return Said(message, Announced(draft.topic, draft.title, text))
