"""
How the pure step is taken for an event: with what it needs, and never at the price of a batch.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from sqlalchemy.exc import SQLAlchemyError

from handlers.deeds import AT_DESK, StaffErased
from handlers.effects import Effect, LinkStaff, Message, Need, NeedsStaff, Reply, Seek
from handlers.events import SeatsTold, Sought, StaffLinked
from handlers.seats import AskSeats
from storage import seating
from storage.chats import with_answers
from storage.claims import may_be_claimed
from storage.digests import link_chat
from storage.hearing import Hearing, Manner, at_number
from storage.registrations import read_answers

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from content.model import Book
    from handlers.events import Event
    from handlers.state import Conversation
    from storage.chats import Chat
    from storage.numbers import Numbers

log = logging.getLogger(__name__)


class Turn(Protocol):
    """What a step decides."""

    @property
    def conversation(self) -> Conversation:
        """The talk from now on."""

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What to do about it; at most one of them is a reply."""


Step = Callable[["Conversation", "Event", "Book"], Turn]


class Decider:
    """Takes the steps of one batch; `numbers` are those that registrations are opened with."""

    def __init__(self, step: Step, book: Book, connection: Connection, numbers: Numbers) -> None:
        self._step = step
        self._book = book
        self._connection = connection
        self._numbers = numbers

    def load(self, chat: Chat, number: int) -> None:
        """Read a registration of the chat whole, if only its head was read."""
        if any(one.id == number and not one.loaded for one in chat.now.registrations):
            answers = read_answers(self._connection, [number])[number]
            chat.before = chat.now = with_answers(chat.now, number, answers)

    def decide(self, chat: Chat, hearing: Hearing) -> tuple[Effect, ...]:
        """What the talk makes of it; the chat is as it was when nothing can be made of it."""
        if hearing.manner is Manner.TOO_FAST:
            return (self._sentence(chat, "too-fast"),)
        fresh = self._numbers.take()
        try:
            talk, effects = self._answered(chat, at_number(hearing.event, fresh))
        except SQLAlchemyError:
            raise
        except Exception as error:  # noqa: BLE001 (a mistake in one chapter must not silence a chat)
            _report(error, hearing)
            self._numbers.put_back(fresh)
            if isinstance(hearing.event, (StaffErased, *AT_DESK)):
                return ()
            return (NeedsStaff(Need.OOPS), self._sentence(chat, "oops"))
        before, chat.now = chat.now.registrations, talk
        after = chat.now.registrations
        if len(after) == len(before) or all(one.id != fresh for one in after):
            self._numbers.put_back(fresh)
        return effects

    def _answered(self, chat: Chat, event: Event) -> tuple[Conversation, tuple[Effect, ...]]:
        """Take the step, and where it asks what only the tables know, the one that hears of it."""
        turn = self._take(chat.now, event)
        for asked in turn.effects:
            if type(asked) is AskSeats:
                # what was done about a seat is undone where nothing can be said about it
                with self._connection.begin_nested():
                    seats = seating.answer(self._connection, chat.contact, asked, event.at.heard)
                    told = self._take(turn.conversation, SeatsTold(event.at, asked, *seats))
            elif type(asked) is LinkStaff:
                name = link_chat(self._connection, asked.code, chat.contact, event.at.heard)
                told = self._take(turn.conversation, StaffLinked(event.at, name))
            elif type(asked) is Seek:
                found = may_be_claimed(self._connection, asked, chat.contact)
                told = self._take(turn.conversation, Sought(event.at, found))
            else:
                continue
            rest = tuple(one for one in turn.effects if one is not asked)
            return told.conversation, (*rest, *told.effects)
        return turn.conversation, turn.effects

    def _take(self, talk: Conversation, event: Event) -> Turn:
        """
        Take the step; one that goes to a registration of which only the head was read is taken
        again with all of it. A step changes nothing, so it may be taken twice.
        """
        turn = self._step(talk, event, self._book)
        active = turn.conversation.active
        if active == talk.active or all(
            one.loaded or one.id != active for one in talk.registrations
        ):
            return turn
        answers = read_answers(self._connection, [active])[active]
        return self._step(with_answers(talk, active, answers), event, self._book)

    def _sentence(self, chat: Chat, key: str) -> Reply:
        language = chat.now.language or self._book.languages[0]
        return Reply(Message(self._book.wording.say(language, key)))


def _report(error: Exception, hearing: Hearing) -> None:
    """Say which step failed and where; never its words, which may be the person's."""
    place = traceback.extract_tb(sys.exc_info()[2])[-1]
    log.error(
        "a step failed: %s at %s:%s for %s on %s",
        type(error).__name__,
        place.filename.rsplit("/", 1)[-1],
        place.lineno,
        type(hearing.event).__name__,
        hearing.account,
    )
