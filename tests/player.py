"""Plays somebody talking to the pure conversation: no channel, no storage, a clock of its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.hall import Hall
from content.model import Book
from handlers.effects import Acknowledge, Choice, Effect, Erase, Message, Reply, Seek
from handlers.events import (
    Chose,
    Event,
    Followed,
    MediaKind,
    Moment,
    OtherKind,
    Said,
    SentMedia,
    SentOther,
    SharedPhone,
    Sought,
)
from handlers.machine import Turn, step
from handlers.seats import AskSeats
from handlers.state import Conversation, Registration

MONDAY_MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


class Player:
    """One person; every act is one event, a minute after the one before."""

    def __init__(self, book: Book, at: datetime = MONDAY_MORNING, language: str = "vi") -> None:
        self.book = book
        self.at = at
        self.conversation = Conversation(language=language)
        self.effects: list[Effect] = []
        self.last = Message("")
        self.fresh = 1
        self.hall = Hall(book.activities)
        self.claimable: set[tuple[int, str]] = set()

    def moment(self) -> Moment:
        """The next moment; each carries an unused registration number."""
        self.at += timedelta(minutes=1)
        self.fresh += 1
        return Moment(self.at, self.at, self.fresh)

    def hear(self, event: Event) -> str:
        """What is said to an event; the conversation goes on from there."""
        turn = step(self.conversation, event, self.book)
        sought = [one for one in turn.effects if isinstance(one, Seek)]
        if sought:
            found = Sought(event.at, (sought[0].registration, sought[0].phone) in self.claimable)
            turn = step(turn.conversation, found, self.book)
        self._keep(turn)
        for asked in self.effects:
            if isinstance(asked, AskSeats):
                before = [one for one in self.effects if one is not asked]
                self.hear(self.hall.answer(asked, event.at))
                self.effects = [*before, *self.effects]
        return self.last.text

    def start(self, source: str = "") -> str:
        """Open the talk."""
        return self.hear(Followed(self.moment(), source))

    def say(self, *texts: str) -> str:
        """Type these, one after the other."""
        for text in texts:
            self.hear(Said(self.moment(), text))
        return self.last.text

    def tap(self, label: str) -> str:
        """Tap the button whose words begin like this."""
        return self.press(self.button(label).payload)

    def press(self, payload: str) -> str:
        """Tap a button by what it carries, be it old or forged."""
        return self.hear(Chose(self.moment(), payload))

    def share(self, phone: str, *, own: bool = True, **more: str) -> str:
        """Share a phone number with the channel's own button, or `more` with its form."""
        return self.hear(SharedPhone(self.moment(), phone, own, **more))

    def locate(self, where: str) -> str:
        """Send a place on the map."""
        return self.hear(SentOther(self.moment(), OtherKind.LOCATION, where))

    def photo(self, media: str = "m1", mime: str = "image/jpeg", size: int = 90_000) -> str:
        """Send a photo, or a file when the type is not a picture's."""
        kind = MediaKind.PHOTO if mime.startswith("image/") else MediaKind.DOCUMENT
        return self.hear(SentMedia(self.moment(), media, kind, f"remote-{media}", size, mime))

    def button(self, label: str) -> Choice:
        """The button of the last message whose words begin like this."""
        shown = (*self.last.choices, *self.last.ways)
        found = [one for one in shown if one.label.startswith(label)]
        assert found, f"no button {label!r} among {[one.label for one in shown]}"
        return found[0]

    @property
    def labels(self) -> list[str]:
        """The words on the buttons of the last message."""
        return [one.label for one in self.last.choices]

    @property
    def registration(self) -> Registration:
        """The registration being talked about."""
        return next(
            one for one in self.conversation.registrations if one.id == self.conversation.active
        )

    def answers(self) -> dict[str, str]:
        """The active registration's answers: `question` or `product/question`, and the value."""
        return {
            (f"{product}/{key}" if product else key): answer.value
            for (product, key), answer in self.registration.answers.items()
        }

    def _keep(self, turn: Turn) -> None:
        self.conversation = turn.conversation
        self.effects = [one for one in turn.effects if not isinstance(one, Reply)]
        replies = [one.message for one in turn.effects if isinstance(one, Reply)]
        assert len(replies) <= 1
        if replies:
            self.last = replies[0]
        elif not any(isinstance(one, Acknowledge) for one in turn.effects):
            self.last = Message("")
        for effect in self.effects:
            if isinstance(effect, Erase):
                self._forget(effect)

    def _forget(self, erase: Erase) -> None:
        rest = tuple(
            one
            for one in self.conversation.registrations
            if not erase.everything and one.id not in erase.registrations
        )
        self.conversation = self.conversation._replace(registrations=rest)
