"""
Conversations as text files: played, compared and written down.

    # a comment
    > hello
    Which commune is your workshop in?
    [Đồng Văn]
    [Mèo Vạc]
    > [Mèo Vạc]

A line with `>` is the person's, as `bot.channels.terminal` reads it; the rest is what the bot says,
its buttons in brackets. The bot speaks first. A minute passes from line to line; `> (at 2026-11-28
20:00)` lets time pass until then, by the clock in Vietnam; somebody who is to be reminded of what
they left half done is reminded then, if that is in the daytime. `> (phone 2)` goes on with somebody
else, who talks to the same bot on a phone of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.channels.terminal import event_of
from bot.hall import Hall
from bot.notices.night import left
from bot.setting_kinds import quiet_hours
from handlers.absence import unfinished
from handlers.days import VIETNAM
from handlers.effects import Effect, Erase, LinkStaff, Message, Remind, Reply, Seek
from handlers.events import Event, Followed, Moment, Rested, Sought, StaffLinked
from handlers.machine import step
from handlers.seats import AskSeats
from handlers.state import Conversation

if TYPE_CHECKING:
    from content.model import Book

BEGINNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""A Monday morning, nine o'clock in Vietnam."""

AT = re.compile(r"\(at (\d{4}-\d\d-\d\d \d\d:\d\d)\)")
PHONE = re.compile(r"\(phone (\d)\)")
NOTHING = Message("")
NIGHT = quiet_hours("20:00-07:00")


@dataclass(frozen=True, slots=True)
class Exchange:
    """
    What the person said, in which line of the file, and the lines that answered it.

    `notes` are the comments that stand before it.
    """

    number: int
    said: str
    answer: tuple[str, ...]
    notes: tuple[str, ...] = ()


class Talk:
    """People talking to the conversation itself: no channel, no tables, nothing kept."""

    def __init__(self, book: Book, at: datetime = BEGINNING) -> None:
        self.at = at
        self.last = NOTHING
        self._book = book
        self._talk = Conversation(language=book.languages[0])
        self._phone = "1"
        self._others: dict[str, Conversation] = {}
        self._fresh = 0
        self._heard = at
        self._rest: timedelta | None = None
        self._hall = Hall(book.activities)

    def open(self) -> Message:
        """What the bot says first."""
        return self._hear(Followed(self._moment()))

    def say(self, typed: str) -> Message:
        """What it says to a typed line; an empty message when that is nothing new."""
        if jump := AT.fullmatch(typed.strip()):
            self.at = datetime.fromisoformat(jump[1]).replace(tzinfo=VIETNAM).astimezone(UTC)
            return self._remind()
        if phone := PHONE.fullmatch(typed.strip()):
            return self._turn_to(phone[1])
        event = event_of(typed, self._moment(), self.last)
        return self._hear(event) if event else NOTHING

    def _turn_to(self, phone: str) -> Message:
        """Go on with somebody else; who is new opens the talk."""
        self._others[self._phone] = self._talk
        self._phone, self.last = phone, NOTHING
        if phone in self._others:
            self._talk = self._others[phone]
            return NOTHING
        self._talk = Conversation(language=self._book.languages[0])
        return self.open()

    def _is_there(self, wish: Seek) -> bool:
        """Whether a helper on another phone made what is looked for."""
        own = {one.id for one in self._talk.registrations}
        others = (one for talk in self._others.values() for one in talk.registrations)
        return any(
            one.id == wish.registration
            and one.helped
            and one.id not in own
            and (given := one.answers.get((0, "contact-phone"))) is not None
            and given.value == wish.phone
            for one in others
        )

    def _moment(self) -> Moment:
        self.at += timedelta(minutes=1)
        self._fresh += 1
        return Moment(self.at, self.at, self._fresh)

    def _remind(self) -> Message:
        """What somebody hears who was silent until now; nothing if nobody waits for them."""
        place = unfinished(self._talk)
        rested = self._rest is not None and self.at >= self._heard + self._rest
        if not place or not rested or left(NIGHT, self.at):
            return NOTHING
        self._rest = None
        return self._hear(Rested(Moment(self.at, self.at, 0), place))

    def _hear(self, event: Event) -> Message:
        turn = step(self._talk, event, self._book)
        self._heard = event.at.heard
        for effect in turn.effects:
            if isinstance(effect, Remind) and self._rest is None:
                self._rest = effect.after
        if turn.effects and isinstance(turn.effects[0], LinkStaff):
            turn = step(turn.conversation, StaffLinked(event.at, ""), self._book)
        if turn.effects and isinstance(turn.effects[0], Seek):
            found = Sought(event.at, self._is_there(turn.effects[0]))
            turn = step(turn.conversation, found, self._book)
        self._talk = _after(turn.effects, turn.conversation)
        for asked in turn.effects:
            if isinstance(asked, AskSeats):
                return self._hear(self._hall.answer(asked, event.at))
        if any(isinstance(one, Erase) and one.everything for one in turn.effects):
            self._hall.erase()
        said = next((one.message for one in turn.effects if isinstance(one, Reply)), NOTHING)
        if said != NOTHING:
            self.last = said
        return said


def read_script(text: str) -> Iterator[Exchange]:
    """The exchanges of a script; the first is what the bot says before anybody speaks."""
    number, said, answer = 0, "", list[str]()
    notes, next_notes = list[str](), list[str]()
    for at, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#"):
            (next_notes if number or answer else notes).append(line)
        elif line.startswith(">"):
            yield Exchange(number, said, _trimmed(answer), tuple(notes))
            number, said, answer = at, line[1:].strip(), []
            notes, next_notes = next_notes, []
        else:
            answer.append(line.rstrip())
    yield Exchange(number, said, _trimmed(answer), tuple(notes))


def replay(script: str, book: Book) -> Iterator[tuple[Exchange, Exchange]]:
    """Play a script: each exchange as it is written, and as it goes today."""
    talk = Talk(book)
    for written in read_script(script):
        said = talk.say(written.said) if written.number else talk.open()
        yield written, replace(written, answer=lines_of(said))


def lines_of(message: Message) -> tuple[str, ...]:
    """A message as a script has it."""
    text = message.text.splitlines()
    return _trimmed([*map(str.rstrip, text), *(f"[{choice.label}]" for choice in message.choices)])


def written_down(exchange: Exchange) -> str:
    """An exchange as a script has it."""
    said = [f"> {exchange.said}"] if exchange.number else []
    return "\n".join([*exchange.notes, *said, *exchange.answer, ""])


def _trimmed(lines: list[str]) -> tuple[str, ...]:
    """Without the blank lines before and after, which a file has for its reader's sake."""
    kept = "\n".join(lines).strip("\n")
    return tuple(kept.split("\n")) if kept else ()


def _after(effects: tuple[Effect, ...], talk: Conversation) -> Conversation:
    """What is left of a talk in which somebody asked for something to be erased."""
    for effect in effects:
        if isinstance(effect, Erase):
            rest = tuple(
                one
                for one in talk.registrations
                if not effect.everything and one.id not in effect.registrations
            )
            talk = talk._replace(registrations=rest)
    return talk
